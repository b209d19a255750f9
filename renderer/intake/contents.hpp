#pragma once
// What lies in a file that holds several things: layers, files of a folder or a zip. It reads no
// tables.

#include <string>
#include <vector>

#include "core/access.hpp"

namespace ebbflow::intake {

/// Names of the layers (a spreadsheet's sheets) of whatever OGR opens; none where it opens nothing.
[[nodiscard]] std::vector<std::string> layersOf(const std::string& path,
                                                const core::Access& access);

/// Names of those layers that hold areas.
[[nodiscard]] std::vector<std::string> areaLayersOf(const std::string& path,
                                                    const core::Access& access);

/// Files right in a folder or a `/vsizip/` one, sorted.
[[nodiscard]] std::vector<std::string> filesIn(const std::string& folder,
                                               const core::Access& access);

/// All of a file's bytes; empty where it cannot be read or has more than `access` lets it.
[[nodiscard]] std::string textOf(const std::string& path, const core::Access& access);

}  // namespace ebbflow::intake
