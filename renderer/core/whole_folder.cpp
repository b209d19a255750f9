#include "core/whole_folder.hpp"

#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/whole_file.hpp"

namespace ebbflow::core {

namespace fs = std::filesystem;

namespace {

/// Without a slash at the end, `.` and `..`.
fs::path named(const fs::path& path) {
    const fs::path whole = fs::absolute(path).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

/// The first of NAME.before, NAME.before2 … that is free.
fs::path beforeOf(const fs::path& path) {
    std::error_code error;
    fs::path before = path.string() + ".before";
    for (int i = 2; fs::exists(fs::symlink_status(before, error)); ++i)
        before = fmt::format("{}.before{}", path.string(), i);
    return before;
}

void refuseWhatIsThere(const fs::path& path, bool replace) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (!fs::exists(status)) return;
    if (!fs::is_directory(status))
        throw Failure(fmt::format("{} is there already and is no folder", path.string()));
    if (fs::equivalent(path, fs::current_path(), error))
        throw Failure(
            fmt::format("{} is the folder that you are in; name one to be made", path.string()));
    if (!fs::is_empty(path, error) && !replace)
        throw Failure(
            fmt::format("{} is there already and is not empty; nothing was written. "
                        "--force puts it aside",
                        path.string()));
}

void makeFolder(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        throw Failure(fmt::format("cannot make the folder {}: {}", path.string(), error.message()));
}

}  // namespace

WholeFolder::WholeFolder(const fs::path& path, bool replace)
    : path_(named(path)), part_(fmt::format("{}.part-{}", path_.string(), getpid())) {
    refuseWhatIsThere(path_, replace);
    makeFolder(part_);
}

WholeFolder::~WholeFolder() {
    std::error_code ignored;
    if (!published_) fs::remove_all(part_, ignored);
}

void WholeFolder::write(const fs::path& name, std::string_view text) const {
    makeFolder((part_ / name).parent_path());
    writeUnsettled(part_ / name, text);
}

fs::path WholeFolder::publish() {
    settleAll(part_);
    std::error_code error;
    fs::path before;
    if (fs::exists(path_, error) && !fs::is_empty(path_, error)) {
        before = beforeOf(path_);
        core::publish(path_, before);
    }
    core::publish(part_, path_);
    published_ = true;
    settleNames(folderOf(path_));
    return before;
}

}  // namespace ebbflow::core
