#include "scene/new_scene.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <ranges>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::scene {

// Made of the folders of templates/ by cmake/embed_files.cmake.
std::span<const core::EmbeddedFile> firstTemplate();
std::span<const core::EmbeddedFile> talkTemplate();
std::span<const core::EmbeddedFile> exhibitTemplate();
std::span<const core::EmbeddedFile> documentaryTemplate();
std::span<const core::EmbeddedFile> dayTemplate();

namespace {

namespace fs = std::filesystem;

struct Template {
    std::string_view name;
    std::span<const core::EmbeddedFile> (*files)();
};

constexpr std::array<Template, 5> kTemplates{{{kFirstTemplate, firstTemplate},
                                              {"talk", talkTemplate},
                                              {"exhibit", exhibitTemplate},
                                              {"documentary", documentaryTemplate},
                                              {"day", dayTemplate}}};

/// What was made of a scene: it goes again unless all of it was.
class Making {
public:
    Making() = default;
    Making(const Making&) = delete;
    Making& operator=(const Making&) = delete;
    ~Making() {
        std::error_code ignored;
        // A folder goes only when it is empty.
        for (const fs::path& path : made_ | std::views::reverse) fs::remove(path, ignored);
    }

    void folder(const fs::path& path) {
        if (path.empty() || fs::is_directory(path)) return;
        folder(path.parent_path());
        std::error_code error;
        fs::create_directory(path, error);
        if (error) {
            throw core::Failure(
                fmt::format("cannot make the folder {}: {}", path.string(), error.message()));
        }
        made_.push_back(path);
    }

    void file(const fs::path& path, std::string_view text) {
        folder(path.parent_path());
        std::FILE* file = std::fopen(path.c_str(), "wbx");
        if (file == nullptr) fail(path, errno);
        made_.push_back(path);
        const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
        const int first = errno;
        if (std::fclose(file) != 0 || !written) fail(path, written ? errno : first);
    }

    void keep() { made_.clear(); }

private:
    [[noreturn]] static void fail(const fs::path& path, int code) {
        throw core::Failure(fmt::format("cannot write {}: {}; nothing was kept", path.string(),
                                        std::generic_category().message(code)));
    }

    std::vector<fs::path> made_;
};

}  // namespace

std::vector<std::string> templateNames() {
    std::vector<std::string> names;
    for (const Template& known : kTemplates) names.emplace_back(known.name);
    return names;
}

std::span<const core::EmbeddedFile> templateFiles(std::string_view name) {
    const auto known = std::ranges::find(kTemplates, name, &Template::name);
    assert(known != kTemplates.end());
    return known->files();
}

std::vector<std::string> writeNewScene(std::string_view name, const std::string& folder) {
    const auto files = templateFiles(name);
    std::error_code error;
    for (const core::EmbeddedFile& file : files) {
        const fs::path path = fs::path(folder) / file.name;
        if (fs::exists(fs::symlink_status(path, error))) {
            throw core::Failure(
                fmt::format("{} is there already; nothing was written", path.string()));
        }
    }
    Making making;
    std::vector<std::string> written;
    for (const core::EmbeddedFile& file : files) {
        const fs::path path = fs::path(folder) / file.name;
        making.file(path, file.text);
        written.push_back(path.string());
    }
    making.keep();
    return written;
}

}  // namespace ebbflow::scene
