#pragma once
// Debian's Noto fonts for scripts beyond Latin, Cyrillic and Han (fonts-noto-core), pinned by path.
// It opens none of them.

#include <string>

#include "text/fonts.hpp"

namespace ebbflow::text {

/// The file for a script (ISO 15924), or an empty path where it is not installed.
[[nodiscard]] std::string notoFile(Family family, const std::string& script, bool bold);

}  // namespace ebbflow::text
