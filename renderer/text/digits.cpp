#include "text/digits.hpp"

namespace ebbflow::text {

std::string groupedDigits(std::int64_t number, std::string_view group) {
    const bool negative = number < 0;
    // Through unsigned, since the smallest number has no positive twin.
    const auto size = static_cast<std::uint64_t>(number);
    const std::string digits = std::to_string(negative ? ~size + 1 : size);
    std::string text = negative ? "\u2212" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += group;
        text += digits[i];
    }
    return text;
}

}  // namespace ebbflow::text
