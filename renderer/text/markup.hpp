#pragma once
// The little markup of captions and cards: `*emphasis*` and `**strong**`; a backslash before an
// asterisk keeps it. What is not a pair stays as it was written, so that no text is ever refused.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::text {

/// A stretch of the plain text that is set apart.
struct MarkedSpan {
    std::size_t begin = 0;  ///< bytes of the plain text
    std::size_t end = 0;
    bool strong = false;  ///< else emphasis
    friend bool operator==(const MarkedSpan&, const MarkedSpan&) = default;
};

struct MarkedText {
    std::string plain;
    std::vector<MarkedSpan> spans;  ///< in the order of their ends; they may lie in each other
};

[[nodiscard]] MarkedText readMarkup(std::string_view text);

/// The words alone, as they are read.
[[nodiscard]] std::string withoutMarkup(std::string_view text);

}  // namespace ebbflow::text
