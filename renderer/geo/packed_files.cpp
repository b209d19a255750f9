#include "geo/packed_files.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include <cpl_vsi.h>
#include <fmt/format.h>

namespace ebbflow::geo {

namespace {

constexpr auto kPacked = std::to_array<std::string_view>({"/vsizip/", "/vsigzip/", "/vsitar/"});
constexpr auto kArchives =
    std::to_array<std::string_view>({".xlsx", ".ods", ".kmz", ".zip", ".shz", ".xlsm"});

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct CloseFolder {
    void operator()(VSIDIR* folder) const { VSICloseDir(folder); }
};

int archivesIn(const std::string& name) {
    int count = 0;
    for (const std::string_view prefix : kPacked) {
        for (std::size_t at = 0; (at = name.find(prefix, at)) != std::string::npos; ++at) ++count;
    }
    return count;
}

/// Of a stream whose length is known only when it has been read.
std::uint64_t streamedBytes(const std::string& name, std::uint64_t most) {
    const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(name.c_str(), "rb"));
    std::uint64_t bytes = 0;
    std::vector<char> piece(std::size_t{1} << 20);
    while (file && bytes <= most) {
        const std::size_t some = VSIFReadL(piece.data(), 1, piece.size(), file.get());
        if (some == 0) break;
        bytes += some;
    }
    return bytes;
}

std::uint64_t storedBytes(const std::string& name) {
    VSIStatBufL state;
    const bool there = VSIStatL(name.c_str(), &state) == 0 && VSI_ISREG(state.st_mode);
    return there ? static_cast<std::uint64_t>(state.st_size) : 0;
}

/// Of all files in a zip, by its own list.
std::uint64_t listedBytes(const std::string& archive) {
    const std::unique_ptr<VSIDIR, CloseFolder> folder(VSIOpenDir(archive.c_str(), -1, nullptr));
    std::uint64_t bytes = 0;
    while (folder) {
        const VSIDIREntry* entry = VSIGetNextDirEntry(folder.get());
        if (entry == nullptr) break;
        bytes += entry->nSize;
    }
    return bytes;
}

bool isArchive(const std::string& name) {
    return std::ranges::any_of(kArchives, [&](std::string_view end) {
        return name.size() > end.size() &&
               std::equal(end.begin(), end.end(),
                          name.end() - static_cast<std::ptrdiff_t>(end.size()),
                          [](char a, char b) { return a == (b | 0x20); });
    });
}

/// `/a/b.tgz` of `/vsitar//a/b.tgz/c`: the stream that has to be unpacked to find `c`.
std::string streamOf(const std::string& name) {
    for (const std::string_view end : {".tar.gz", ".tgz"}) {
        const std::size_t at = name.find(end);
        if (at != std::string::npos) return "/vsigzip/" + name.substr(8, at + end.size() - 8);
    }
    return {};
}

std::uint64_t unpackedBytes(const std::string& name, std::uint64_t most) {
    if (name.starts_with("/vsigzip/")) return streamedBytes(name, most);
    if (name.starts_with("/vsitar/")) {
        const std::string stream = streamOf(name);
        if (!stream.empty()) return streamedBytes(stream, most);
    }
    if (name.starts_with("/vsizip/"))
        return std::max(storedBytes(name), isArchive(name) ? listedBytes(name) : 0);
    return isArchive(name) ? listedBytes("/vsizip/{" + name + "}") : 0;
}

}  // namespace

std::string packedFault(const std::string& name, const core::Limits& limits) {
    if (limits == core::Limits::none()) return {};
    if (archivesIn(name) > 1 || (archivesIn(name) == 1 && isArchive(name) && storedBytes(name) > 0))
        return fmt::format("is an archive inside of another; unpack it, or {}", core::kLiftLimits);
    if (unpackedBytes(name, limits.bytes) > limits.bytes)
        return fmt::format("holds more than {} MB unpacked; {}", limits.bytes >> 20,
                           core::kLiftLimits);
    return {};
}

}  // namespace ebbflow::geo
