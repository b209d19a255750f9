#pragma once
// Keeps what a kiosk writes inside the one folder that was given to it. It opens nothing.

#include <filesystem>

namespace ebbflow::live {

/// `name` inside `folder` (a relative name starts there), links followed. Throws core::Failure when
/// it would lie anywhere else, or `folder` is no folder.
[[nodiscard]] std::filesystem::path confined(const std::filesystem::path& folder,
                                             const std::filesystem::path& name);

}  // namespace ebbflow::live
