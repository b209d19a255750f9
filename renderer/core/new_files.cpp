#include "core/new_files.hpp"

#include <cerrno>
#include <cstdio>
#include <ranges>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::core {

namespace {

namespace fs = std::filesystem;

/// What was made: it goes again unless all of it was.
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
            throw Failure(
                fmt::format("cannot make the folder {}: {}", path.string(), error.message()));
        }
        made_.push_back(path);
    }

    void file(const fs::path& path, const NewFile& made) {
        const std::string& text = made.text;
        folder(path.parent_path());
        std::FILE* file = std::fopen(path.c_str(), "wbx");
        if (file == nullptr) fail(path, errno);
        made_.push_back(path);
        const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
        const int first = errno;
        if (std::fclose(file) != 0 || !written) fail(path, written ? errno : first);
        if (made.runs) letRun(path);
    }

    void keep() { made_.clear(); }

private:
    static void letRun(const fs::path& path) {
        using enum fs::perms;
        std::error_code error;
        fs::permissions(path, owner_exec | group_exec | others_exec, fs::perm_options::add, error);
        if (error) fail(path, error.value());
    }

    [[noreturn]] static void fail(const fs::path& path, int code) {
        throw Failure(fmt::format("cannot write {}: {}; nothing was kept", path.string(),
                                  std::generic_category().message(code)));
    }

    std::vector<fs::path> made_;
};

}  // namespace

std::vector<std::string> writeNewFiles(const fs::path& folder, std::span<const NewFile> files) {
    std::error_code error;
    for (const NewFile& file : files) {
        const fs::path path = folder / file.name;
        if (fs::exists(fs::symlink_status(path, error)))
            throw Failure(fmt::format("{} is there already; nothing was written", path.string()));
    }
    Making making;
    std::vector<std::string> written;
    for (const NewFile& file : files) {
        const fs::path path = folder / file.name;
        making.file(path, file);
        written.push_back(path.string());
    }
    making.keep();
    return written;
}

}  // namespace ebbflow::core
