// `hours`: when a hall is open. Days of the week with times of the day.

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "core/plain_text.hpp"
#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int kDayMinutes = 24 * 60;

std::optional<int> dayNamed(std::string_view word) {
    // Whole names count too.
    const std::string lower = core::lower(core::trimmed(word));
    const auto found = std::ranges::find_if(
        kDays, [&](std::string_view day) { return lower.starts_with(day) && lower.size() >= 3; });
    return found == kDays.end() ? std::nullopt
                                : std::optional(static_cast<int>(found - kDays.begin()));
}

/// The first and the last; nothing when it is no day and no range of days.
std::optional<std::pair<int, int>> daysNamed(std::string_view text) {
    if (core::lower(core::trimmed(text)) == "daily") return std::pair(0, 6);
    const auto dash = text.find('-');
    const auto first = dayNamed(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : dayNamed(text.substr(dash + 1));
    return first && last ? std::optional(std::pair(*first, *last)) : std::nullopt;
}

/// Minutes of the day: `10:00`, `9`, `24:00`.
std::optional<int> minuteNamed(std::string_view text) {
    const std::string trimmed(core::trimmed(text));
    const auto colon = trimmed.find(':');
    const auto number = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool whole = error == std::errc{} && end == digits.data() + digits.size();
        return whole && digits.size() <= 2 && value >= 0 ? std::optional(value) : std::nullopt;
    };
    const auto hour = number(std::string_view(trimmed).substr(0, colon));
    const auto minute = colon == std::string::npos
                            ? std::optional(0)
                            : number(std::string_view(trimmed).substr(colon + 1));
    if (!hour || !minute || *minute > 59) return std::nullopt;
    const int all = *hour * 60 + *minute;
    return all <= kDayMinutes ? std::optional(all) : std::nullopt;
}

std::optional<std::pair<int, int>> timesNamed(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = minuteNamed(text.substr(0, dash)), until = minuteNamed(text.substr(dash + 1));
    if (!from || !until || *from == *until || *from == kDayMinutes) return std::nullopt;
    return std::pair(*from, *until);
}

void readDay(const Reading& reading, const Field& field, std::vector<OpeningTime>& hours) {
    const auto days = daysNamed(field.name);
    if (!days) {
        reading.error(field.key,
                      fmt::format("`{}` is no day: mon, mon-fri, sat-sun or daily", field.name));
        return;
    }
    std::string_view rest = field.value.isText() ? std::string_view(field.value.text) : "";
    while (true) {
        const auto comma = rest.find(',');
        const auto times = timesNamed(rest.substr(0, comma));
        if (!times) {
            reading.wrongType(field, "times of the day",
                              "10:00-18:00 or \"10:00-12:30, 14:00-17:00\"");
            return;
        }
        hours.push_back({days->first, days->second, times->first, times->second});
        if (comma == std::string_view::npos) return;
        rest.remove_prefix(comma + 1);
    }
}

}  // namespace

std::vector<OpeningTime> readHours(const Reading& reading, const Field& field) {
    std::vector<OpeningTime> hours;
    if (!isMap(reading, field, "{mon-fri: 10:00-18:00}")) return hours;
    for (std::size_t i = 0; i < field.value.keys.size(); ++i) {
        const Node& key = field.value.keys[i];
        readDay(reading, {key.text, key, field.value.items[i]}, hours);
    }
    return hours;
}

}  // namespace ebbflow::scene
