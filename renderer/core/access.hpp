#pragma once
// What a scene may open: the one place that decides. A scene may be a stranger's, so it reads its
// own folder, the program's data and what the user allows, whatever its names and links lead to. It
// opens nothing itself and knows no file format.

#include <filesystem>
#include <string>
#include <vector>

#include "core/limits.hpp"

namespace ebbflow::core {

/// What the user lets a scene do beyond that, as the options of the program have it.
struct Permissions {
    bool network = false;            ///< map data and tables may come from other machines
    std::vector<std::string> allow;  ///< folders more that it may read
    bool trust = false;              ///< it may read any file of this machine
    bool noLimits = false;           ///< however much there is
    friend bool operator==(const Permissions&, const Permissions&) = default;
};

/// As made by default: any file of this machine and nothing of the network, for callers that name
/// their files themselves.
class Access {
public:
    Access() = default;
    /// Files in these folders, and what the user permits.
    [[nodiscard]] static Access within(const std::vector<std::string>& folders,
                                       const Permissions& permissions = {});

    /// One more folder; of no effect where any file may be read.
    void allow(const std::string& folder);

    /// Whether the file that `path` leads to, by whatever links, may be read; also where there is
    /// none.
    [[nodiscard]] bool mayRead(const std::string& path) const;
    /// Why `path` is not to be read, in words that name the option that helps, or nothing; for a
    /// pipe or a device, whatever is allowed, that it is no file.
    [[nodiscard]] std::string refusal(const std::string& path) const;
    /// Whether any file of this machine may be read.
    [[nodiscard]] bool everywhere() const { return everywhere_; }

    bool network = false;  ///< whether anything may be fetched from another machine
    Limits limits{};

private:
    bool everywhere_ = true;
    std::vector<std::filesystem::path> folders_;  ///< without links
};

}  // namespace ebbflow::core
