#pragma once
// What lies in a file that holds several things: layers, files of a folder or a zip. It reads no
// tables.

#include <string>
#include <vector>

namespace ebbflow::intake {

/// Names of the layers (a spreadsheet's sheets) of whatever OGR opens; none where it opens nothing.
[[nodiscard]] std::vector<std::string> layersOf(const std::string& path);

/// Files right in a folder or a `/vsizip/` one, sorted.
[[nodiscard]] std::vector<std::string> filesIn(const std::string& folder);

/// All of a file's bytes, of at most flow::kMaxTextTableBytes; empty where it cannot be read.
[[nodiscard]] std::string textOf(const std::string& path);

}  // namespace ebbflow::intake
