#include "delivery/machine.hpp"

#include <link.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

extern "C" {
#include <libavutil/avutil.h>
}

#include "delivery/cpu_class.hpp"
#include "encode/recipe.hpp"

namespace ebbflow::delivery {

namespace {

struct Library {
    std::string_view encoder;  ///< beginning of libav's name
    std::string_view file;     ///< beginning of the library's
};

constexpr std::array kLibraries{Library{"libx264", "libx264.so"}, Library{"libx265", "libx265.so"},
                                Library{"libvpx", "libvpx.so"},
                                Library{"libsvtav1", "libSvtAv1Enc.so"},
                                Library{"libwebp", "libwebp.so"}};

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
    if (settings.codec == encode::Codec::png) return loadedLibrary("libpng");
    const std::string encoder = encode::recipeFor(settings).encoder;
    for (const Library& library : kLibraries) {
        if (encoder.starts_with(library.encoder)) return loadedLibrary(library.file);
    }
    return loadedLibrary("libavcodec.so");
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
