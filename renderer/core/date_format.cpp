#include "core/date_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "core/calendar.hpp"
#include "core/digits.hpp"

namespace ebbflow::core {

namespace {

constexpr std::string_view kParts = "YMDhmsp";
constexpr auto kMonths =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"});

bool isPart(char c) {
    return kParts.find(c) != std::string_view::npos;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Letters at the front, in lower case, taken off; a point after them too.
std::string takeWord(std::string_view& text) {
    std::string word;
    while (!text.empty() && lower(text.front()) >= 'a' && lower(text.front()) <= 'z') {
        word += lower(text.front());
        text.remove_prefix(1);
    }
    if (!word.empty() && text.starts_with('.')) text.remove_prefix(1);
    return word;
}

std::optional<int> takeDigits(std::string_view& text, std::size_t least, std::size_t most) {
    const std::size_t digits = std::min({text.find_first_not_of(kDigits), text.size(), most});
    if (digits < least) return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + digits, value);
    text.remove_prefix(digits);
    return value;
}

/// By its name or the first letters of it, three at least.
std::optional<int> takeMonth(std::string_view& text, bool packed) {
    if (!text.empty() && kDigits.find(text.front()) != std::string_view::npos)
        return takeDigits(text, packed ? 2 : 1, 2);
    const std::string word = takeWord(text);
    if (word.size() < 3) return std::nullopt;
    const auto month = std::ranges::find_if(
        kMonths, [&](std::string_view name) { return name.starts_with(word); });
    if (month == kMonths.end()) return std::nullopt;
    return static_cast<int>(month - kMonths.begin()) + 1;
}

std::optional<int> takeHalf(std::string_view& text) {
    const std::string half = takeWord(text);
    if (half == "am") return 0;
    return half == "pm" ? std::optional(12) : std::nullopt;
}

/// What each letter of the pattern took, by its place in kParts.
using Taken = std::array<std::optional<int>, kParts.size()>;

std::optional<int> takePart(char part, std::string_view& text, bool packed) {
    if (part == 'M') return takeMonth(text, packed);
    if (part == 'p') return takeHalf(text);
    if (part == 'Y') return takeDigits(text, packed ? 4 : 3, packed ? 4 : 9);
    return takeDigits(text, packed ? 2 : 1, 2);
}

std::string edtfOf(const Taken& taken) {
    const auto [year, month, day, hour, minute, second, half] = taken;
    std::string text = yearText(*year);
    if (month) text += fmt::format("-{:02}", *month);
    if (day) text += fmt::format("-{:02}", *day);
    if (!hour) return text;
    text += fmt::format("T{:02}:{:02}", half ? *hour % 12 + *half : *hour, minute.value_or(0));
    return second ? text + fmt::format(":{:02}", *second) : text;
}

}  // namespace

std::optional<DateFormat> DateFormat::of(std::string_view pattern) {
    const auto count = [&](char part) { return std::ranges::count(pattern, part); };
    const bool once = std::ranges::all_of(kParts, [&](char part) { return count(part) <= 1; });
    const bool whole = count('Y') == 1 && count('D') <= count('M') && count('h') <= count('D') &&
                       count('m') <= count('h') && count('s') <= count('m') &&
                       count('p') <= count('h');
    const bool letters = std::ranges::any_of(pattern, [](char c) {
        return lower(c) >= 'a' && lower(c) <= 'z' && !isPart(c) && c != 'T';
    });
    if (!once || !whole || letters) return std::nullopt;
    return DateFormat(pattern);
}

std::optional<std::string> DateFormat::toEdtf(std::string_view text) const {
    Taken taken;
    for (std::size_t i = 0; i < pattern_.size(); ++i) {
        const char c = pattern_[i];
        if (!isPart(c)) {
            if (!text.starts_with(c)) return std::nullopt;
            text.remove_prefix(1);
            continue;
        }
        const bool beforeAnother = i + 1 < pattern_.size() && isPart(pattern_[i + 1]);
        const bool afterAnother = i > 0 && isPart(pattern_[i - 1]);
        const auto value = takePart(c, text, beforeAnother || afterAnother);
        if (!value) return std::nullopt;
        taken.at(kParts.find(c)) = value;
    }
    if (!text.empty()) return std::nullopt;
    return edtfOf(taken);
}

}  // namespace ebbflow::core
