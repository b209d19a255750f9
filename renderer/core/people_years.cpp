#include "core/people_years.hpp"

#include <algorithm>

#include "core/calendar.hpp"
#include "core/digits.hpp"
#include "core/plain_text.hpp"

namespace ebbflow::core {

namespace {

std::string upper(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c != '.') result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

/// `733 BC` and `AD 843` as years.
std::string yearOfEra(std::string_view text) {
    const std::size_t first = std::min(text.find_first_of(kDigits), text.size());
    const std::size_t end = std::min(text.find_first_not_of(kDigits, first), text.size());
    const std::string_view digits = text.substr(first, end - first);
    if (!isNumber(digits, 1, 9) || toInt(digits) == 0) return {};
    const std::string before = upper(trimmed(text.substr(0, first)));
    const std::string after = upper(trimmed(text.substr(end)));
    if (before.empty() && (after == "BC" || after == "BCE")) return yearText(1 - toInt(digits));
    const bool ours =
        (before == "AD" && after.empty()) || (before.empty() && (after == "AD" || after == "CE"));
    return ours ? yearText(toInt(digits)) : std::string{};
}

}  // namespace

std::string yearOfPeople(std::string_view text) {
    std::string doubt;
    if (!text.empty() && std::string_view("?~%").find(text.back()) != std::string_view::npos) {
        doubt = text.back();
        text.remove_suffix(1);
    }
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos && point + 1 < text.size() &&
        text.find_first_not_of('0', point + 1) == std::string_view::npos)
        text = text.substr(0, point);
    if (isNumber(text, 3, 4)) return yearText(toInt(text)) + doubt;
    const std::string year = yearOfEra(text);
    return year.empty() ? year : year + doubt;
}

}  // namespace ebbflow::core
