#include "delivery/machine.hpp"

#include <link.h>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

extern "C" {
#include <libavutil/avutil.h>
}

#include "delivery/cpu_class.hpp"
#include "encode/codec_info.hpp"
#include "encode/recipe.hpp"

namespace ebbflow::delivery {

namespace {

struct Search {
    std::string_view wanted;
    std::string found;
};

// Debian names a library's file by its version: libx264.so.164.
int look(dl_phdr_info* info, std::size_t /*size*/, void* data) {
    auto& search = *static_cast<Search*>(data);
    const std::string name = std::filesystem::path(info->dlpi_name).filename().string();
    if (!name.starts_with(search.wanted)) return 0;
    search.found = std::filesystem::canonical(info->dlpi_name).filename().string();
    return 1;
}

std::string loadedLibrary(std::string_view beginning) {
    Search search{beginning, {}};
    dl_iterate_phdr(look, &search);
    return search.found;
}

std::string encoderLibrary(const encode::Settings& settings) {
    const encode::CodecInfo& row = encode::codecInfo(settings.codec);
    const bool usual =
        row.options == nullptr || encode::recipeFor(settings).encoder.starts_with(row.encoder);
    return loadedLibrary(usual ? row.library : encode::kLibavcodec);
}

}  // namespace

Provenance machineFacts(const encode::Settings& settings, const Provenance& known) {
    Provenance facts = known;
    facts.emplace_back("cpu_class", cpuClass());
    facts.emplace_back("libav", av_version_info());
    facts.emplace_back("encoder_library", encoderLibrary(settings));
    return facts;
}

std::vector<std::string> machineDifferences(const Provenance& one, const Provenance& other) {
    std::vector<std::string> found;
    for (const auto& [key, value] : one) {
        const auto same = std::ranges::find(other, key, &Provenance::value_type::first);
        const std::string there = same == other.end() ? "unknown" : same->second;
        if (there != value) found.push_back(fmt::format("{} is {} and {}", key, value, there));
    }
    return found;
}

}  // namespace ebbflow::delivery
