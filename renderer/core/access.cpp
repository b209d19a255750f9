#include "core/access.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

namespace ebbflow::core {

namespace {

namespace fs = std::filesystem;

/// Where a path leads to, without links; empty when that cannot be told.
fs::path whereTo(const std::string& path) {
    std::error_code error;
    const fs::path whole = fs::absolute(path, error);
    fs::path real = error ? fs::path{} : fs::weakly_canonical(whole, error);
    if (error) return {};
    return real.has_filename() ? real : real.parent_path();
}

/// A pipe, a device or a socket: at these a reader would wait, or read, without end.
bool isNoFile(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

bool isIn(const fs::path& file, const fs::path& folder) {
    return std::ranges::mismatch(folder, file).in1 == folder.end();
}

}  // namespace

Access Access::within(const std::vector<std::string>& folders, const Permissions& permissions) {
    Access access;
    access.network = permissions.network;
    if (permissions.noLimits) access.limits = Limits::none();
    access.everywhere_ = permissions.trust;
    for (const std::string& folder : folders) access.allow(folder);
    for (const std::string& folder : permissions.allow) access.allow(folder);
    return access;
}

void Access::allow(const std::string& folder) {
    fs::path real = whereTo(folder);
    if (!real.empty()) folders_.push_back(std::move(real));
}

bool Access::mayRead(const std::string& path) const {
    if (everywhere_) return true;
    const fs::path real = whereTo(path);
    return !real.empty() && std::ranges::any_of(folders_, [&](const fs::path& folder) {
        return isIn(real, folder);
    });
}

std::string Access::refusal(const std::string& path) const {
    if (isNoFile(path)) return "is a pipe or a device; name a file";
    if (mayRead(path)) return {};
    const fs::path real = whereTo(path);
    if (real.empty()) return "where it leads cannot be told";
    const bool leads = real != fs::path(path).lexically_normal();
    return fmt::format("{}lies outside of the scene's folder; --allow {} lets the scene read there",
                       leads ? fmt::format("leads to {}, which ", real.string()) : "",
                       real.parent_path().string());
}

}  // namespace ebbflow::core
