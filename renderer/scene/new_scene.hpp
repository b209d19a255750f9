#pragma once
// Scenes that work, to start from, one for each use: `ebbflow new DIR` writes one of them. It never
// writes over what is there.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/embedded_file.hpp"

namespace ebbflow::scene {

/// The one that explains the language.
inline constexpr std::string_view kFirstTemplate = "first";

/// Names of all: the folders of templates/.
[[nodiscard]] std::vector<std::string> templateNames();

/// The files of a scene: script, tables, a note on what to change.
[[nodiscard]] std::span<const core::EmbeddedFile> templateFiles(std::string_view name);

/// Writes them into `folder`, which is made when it is not there, and returns their paths. Throws
/// core::Failure, and has then written nothing, when one of them exists; or when the disk fails.
[[nodiscard]] std::vector<std::string> writeNewScene(std::string_view name,
                                                     const std::string& folder);

}  // namespace ebbflow::scene
