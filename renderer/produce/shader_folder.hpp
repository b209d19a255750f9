#pragma once
// A folder of shaders in place of the built-in ones: whether it is one at all.

#include <filesystem>
#include <string>

namespace ebbflow::produce {

/// Why nothing could be drawn with the shaders of this folder as they were meant: of a folder that
/// holds none the built-in ones would all be used, and nobody would know. Empty when all is well.
[[nodiscard]] std::string faultOfShaderFolder(const std::string& folder);

/// Throws Refusal for such a folder; an empty path means the built-in ones.
void requireShaders(const std::filesystem::path& folder);

}  // namespace ebbflow::produce
