#pragma once
// Plain text into lines of so many characters, for captions that players set themselves. Lines end
// where any script lets them, after marks before anywhere else, and are about as long as one
// another. It measures no font.

#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::text {

/// Characters of one line: 42 of an alphabet, 16 in languages written with Han (two letters there
/// are as wide as one Han character).
[[nodiscard]] double lineWidth(std::string_view language);

/// As few lines as the width allows; a word wider than a line has one of its own. Line feeds of the
/// text stay. No line begins or ends with a blank.
[[nodiscard]] std::vector<std::string> wrapBySense(std::string_view text,
                                                   std::string_view language);

}  // namespace ebbflow::text
