#include "scene/numerals.hpp"

#include <algorithm>
#include <array>

#include "core/digits.hpp"

namespace ebbflow::scene {

namespace {

constexpr std::string_view kFullWidthZero = "\xEF\xBC\x90";

/// Full-width figures as plain ones.
std::string plainFigures(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool wide = text.substr(i, 2) == kFullWidthZero.substr(0, 2) && i + 2 < text.size() &&
                          text[i + 2] >= '\x90' && text[i + 2] <= '\x99';
        if (wide) {
            result += static_cast<char>('0' + (text[i + 2] - '\x90'));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

/// Latin or Cyrillic; the lead bytes of U+0400…U+047F are D0 and D1.
bool endsInLetter(std::string_view text) {
    if (text.empty()) return false;
    const char last = text.back();
    if ((last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z')) return true;
    return text.size() >= 2 && (text[text.size() - 2] == '\xD0' || text[text.size() - 2] == '\xD1');
}

bool isInName(std::string_view before) {
    if (before.ends_with('-')) before.remove_suffix(1);
    return endsInLetter(before);
}

std::size_t digitsEnd(std::string_view text, std::size_t at) {
    while (at < text.size() && core::isDigit(text[at])) ++at;
    return at;
}

/// Length of a mark that groups thousands, standing at `at`, or 0.
std::size_t groupMark(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 6> marks{
        ",", " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'"};
    for (const std::string_view mark : marks) {
        if (text.substr(at).starts_with(mark)) return mark.size();
    }
    return 0;
}

/// Byte after the grouped whole number beginning at `at`.
std::size_t wholeEnd(std::string_view text, std::size_t at) {
    std::size_t end = digitsEnd(text, at);
    if (end - at > 3) return end;
    while (true) {
        const std::size_t mark = groupMark(text, end);
        const std::size_t next = mark == 0 ? end : digitsEnd(text, end + mark);
        if (mark == 0 || next - (end + mark) != 3) return end;
        end = next;
    }
}

bool withinMonths(const core::Period& period, std::int64_t month) {
    const auto first = core::toCivil(period.first()), last = core::toCivil(period.last());
    const std::int64_t months =
        (std::int64_t{last.year} - first.year) * 12 + last.month - first.month;
    const auto after = (month - first.month + 12) % 12;
    return after <= months;
}

bool withinDays(const core::Period& period, std::int64_t day) {
    if (core::toCivil(period.first()).day == day || core::toCivil(period.last()).day == day) {
        return true;
    }
    if (period.last() - period.first() > 30) return false;
    for (core::Day d = period.first(); d <= period.last(); d = d + 1) {
        if (core::toCivil(d).day == day) return true;
    }
    return false;
}

}  // namespace

bool isYearWithin(std::int64_t n, int first, int last) {
    // Before Christ a text counts from the other side: year -732 is 733 BC.
    return (n >= first && n <= last) || (1 - n >= first && 1 - n <= last);
}

std::vector<Numeral> numeralsIn(std::string_view original) {
    const std::string text = plainFigures(original);
    std::vector<Numeral> result;
    for (std::size_t at = 0; at < text.size();) {
        if (!core::isDigit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = wholeEnd(text, at);
        const bool decimals = end + 1 < text.size() && (text[end] == '.' || text[end] == ',') &&
                              core::isDigit(text[end + 1]);
        Numeral numeral;
        // More digits than any count has would overflow; such a number is no date either.
        for (const char c : std::string_view(text).substr(at, end - at)) {
            if (core::isDigit(c) && numeral.value < 1'000'000'000'000) {
                numeral.value = numeral.value * 10 + (c - '0');
            }
        }
        if (decimals) end = digitsEnd(text, end + 1);
        numeral.whole = !decimals;
        numeral.text = text.substr(at, end - at);
        if (!isInName(std::string_view(text).substr(0, at))) result.push_back(std::move(numeral));
        at = end;
    }
    return result;
}

bool isPartOf(const Numeral& numeral, const core::Period& period) {
    if (!numeral.whole) return false;
    const std::int64_t n = numeral.value;
    if (isYearWithin(n, core::toCivil(period.first()).year, core::toCivil(period.last()).year))
        return true;
    if (n >= 1 && n <= 12 && withinMonths(period, n)) return true;
    return n >= 1 && n <= 31 && withinDays(period, n);
}

}  // namespace ebbflow::scene
