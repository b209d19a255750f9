#include "scene/script_file.hpp"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#include <fmt/format.h>

#include "scene/script_name.hpp"

namespace ebbflow::scene {

namespace {

namespace fs = std::filesystem;

// A thousand chapters in ten languages are a few megabytes; more is some other file.
constexpr std::uintmax_t kLargestScript = 16U << 20U;

std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        names.push_back(it->path().filename().string());
    }
    return names;
}

void reportMissing(const fs::path& path, core::Diagnostics& diagnostics) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    std::error_code error;
    const bool here = fs::is_directory(folder, error);
    const auto names = here ? namesIn(folder) : std::vector<std::string>{};
    diagnostics.error(
        {path.string(), 0, 0},
        here ? "there is no such file" + core::didYouMean(path.filename().string(), names)
             : fmt::format("there is no folder `{}`", folder.string()));
}

void reportNoFilm(const fs::path& folder, core::Diagnostics& diagnostics) {
    std::string scripts;
    for (const std::string& name : namesIn(folder)) {
        if (name.ends_with(".yaml") || name.ends_with(".yml")) {
            scripts += fmt::format("{} `{}`", scripts.empty() ? "; it holds" : ",", name);
        }
    }
    diagnostics.error({folder.string(), 0, 0},
                      fmt::format("this folder has no `{}`{}", kScriptName, scripts));
}

std::optional<std::string> readBytes(const fs::path& path, core::Diagnostics& diagnostics) {
    const core::SourcePlace place{path.string(), 0, 0};
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
        diagnostics.error(place, "this is not a file that can be read as a script");
        return std::nullopt;
    }
    const std::uintmax_t size = fs::file_size(path, error);
    if (error || size > kLargestScript) {
        diagnostics.error(place,
                          error ? error.message()
                                : fmt::format("{} MB is too large for a script (at most {} MB); "
                                              "tables belong into files of their own",
                                              size >> 20U, kLargestScript >> 20U));
        return std::nullopt;
    }
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        diagnostics.error(place, fmt::format("cannot be read: {}", std::strerror(errno)));
        return std::nullopt;
    }
    std::string bytes(size, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

}  // namespace

std::optional<ScriptFile> loadScript(const std::string& given, core::Diagnostics& diagnostics) {
    fs::path path(given);
    std::error_code error;
    if (fs::is_directory(path, error)) {
        const fs::path film = path / kScriptName;
        if (!fs::exists(film, error)) {
            reportNoFilm(path, diagnostics);
            return std::nullopt;
        }
        path = film;
    } else if (!fs::exists(path, error)) {
        reportMissing(path, diagnostics);
        return std::nullopt;
    }
    auto bytes = readBytes(path, diagnostics);
    if (!bytes) return std::nullopt;
    const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
    return ScriptFile{path.string(), folder, std::move(*bytes)};
}

}  // namespace ebbflow::scene
