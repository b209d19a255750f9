#include "core/edtf.hpp"

#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "core/digits.hpp"
#include "core/people_years.hpp"

namespace ebbflow::core {

namespace {

constexpr int kFirstSeason = 21;

/// Which months of its year a season's code means: the first, and how many. Those without a
/// hemisphere are the northern ones, winter from December on.
struct SeasonMonths {
    int first, count;
};
constexpr auto kSeasons = std::to_array<SeasonMonths>(
    {{3, 3}, {6, 3},  {9, 3}, {12, 3},            // 21: spring, summer, autumn, winter
     {3, 3}, {6, 3},  {9, 3}, {12, 3},            // 25: of the northern hemisphere
     {9, 3}, {12, 3}, {3, 3}, {6, 3},             // 29: of the southern hemisphere
     {1, 3}, {4, 3},  {7, 3}, {10, 3},            // 33: quarters
     {1, 4}, {5, 4},  {9, 4}, {1, 6},  {7, 6}});  // 37: thirds; 40: halves

/// Takes a text apart from the left. What is not as it should be is no date; where a sentence can
/// say more than that, it stands in `reason`.
class EndReader {
public:
    explicit EndReader(std::string_view text) : rest_(text) {}

    std::optional<DatedEnd> read() {
        takeDoubt();
        const bool sound = readYear() && readMonth() && readDay() && readClock();
        if (!sound || !rest_.empty()) return std::nullopt;
        return end_;
    }
    std::string reason;

private:
    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// `?`, `~` or `%`, which may stand on either side of every part.
    void takeDoubt() {
        if (rest_.empty() || std::string_view("?~%").find(rest_.front()) == std::string_view::npos)
            return;
        if (rest_.front() != '~') end_.uncertain = true;
        if (rest_.front() != '?') end_.approximate = true;
        doubted_ = true;
        rest_.remove_prefix(1);
    }

    bool faulty(std::string why) {
        reason = std::move(why);
        return false;
    }

    /// Exactly `count` digits.
    std::optional<int> takeNumber(std::size_t count) {
        const std::string_view digits = rest_.substr(0, count);
        if (digits.size() < count || digits.find_first_not_of(kDigits) != std::string_view::npos)
            return std::nullopt;
        int value = 0;
        std::from_chars(digits.data(), digits.data() + count, value);
        rest_.remove_prefix(count);
        return value;
    }

    bool readYear() {
        if (take('Y')) return readFarYear();
        const bool before = take('-');
        const std::string_view text = rest_.substr(0, 4);
        const std::size_t known = std::min(text.find_first_not_of(kDigits), text.size());
        if (text.size() < 4 || text.find_first_not_of('X', known) != std::string_view::npos)
            return false;
        int least = 0, most = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            least = least * 10 + (i < known ? text[i] - '0' : 0);
            most = most * 10 + (i < known ? text[i] - '0' : 9);
        }
        if (before && most == 0) return faulty("there is no year -0000; 0000 is 1 BC");
        rest_.remove_prefix(4);
        end_.unknownDigits = static_cast<std::uint8_t>(4 - known);
        end_.unspecified = known < 4;
        end_.precision = known == 4   ? Precision::year
                         : known == 3 ? Precision::decade
                                      : Precision::century;
        setYears(before ? -most : least, before ? -least : most);
        takeDoubt();
        return true;
    }

    /// `Y17000`, `Y-17E7`: more than four digits, or a number with as many noughts again.
    bool readFarYear() {
        const bool before = take('-');
        const std::size_t digits = std::min(rest_.find_first_not_of(kDigits), rest_.size());
        if (digits == 0 || digits > 9 || rest_.front() == '0') return false;
        std::int64_t year = *takeNumber(digits);
        const bool withNoughts = take('E');
        if (withNoughts) {
            if (rest_.empty() || !isDigit(rest_.front())) return false;
            for (int noughts = *takeNumber(1); noughts > 0; --noughts) year *= 10;
        }
        if (!withNoughts && digits < 5)
            return faulty("after Y a year has five digits or more; write it without");
        if (year > kFarthestYear) return faulty("years go to Y999999999");
        end_.precision = Precision::year;
        setYears(static_cast<int>(before ? -year : year), static_cast<int>(before ? -year : year));
        takeDoubt();
        return rest_.empty();
    }

    void setYears(int first, int last) {
        year_ = first;
        setDays({first, 1, 1}, {last, 12, 31});
    }

    void setDays(const CivilDate& first, const CivilDate& last) {
        end_.from = startOf(toDay(first));
        end_.until = startOf(toDay(last) + 1);
    }

    /// `XX` for a part that nobody knows.
    bool takeUnknown() {
        if (!rest_.starts_with("XX")) return false;
        rest_.remove_prefix(2);
        end_.unspecified = true;
        takeDoubt();
        return true;
    }

    bool readMonth() {
        if (!take('-')) return true;
        takeDoubt();
        if (takeUnknown()) return true;
        const auto month = takeNumber(2);
        if (!month || end_.unknownDigits > 0) return false;
        if (!rest_.empty() && isDigit(rest_.front())) return false;
        takeDoubt();
        if (*month >= kFirstSeason && *month < kFirstSeason + static_cast<int>(kSeasons.size()))
            return readSeason(*month);
        if (*month < 1 || *month > 12) {
            return faulty(fmt::format(
                "there is no month {:02}; months go from 01 to 12, seasons from 21 to 41", *month));
        }
        month_ = *month;
        end_.precision = Precision::month;
        setDays({year_, month_, 1}, {year_, month_, daysInMonth(year_, month_)});
        return true;
    }

    bool readSeason(int code) {
        const SeasonMonths& months = kSeasons.at(static_cast<std::size_t>(code - kFirstSeason));
        const int last = months.first + months.count - 1;
        const int year = last > 12 ? year_ + 1 : year_, month = last > 12 ? last - 12 : last;
        end_.precision = Precision::season;
        end_.season = static_cast<std::uint8_t>(code);
        setDays({year_, months.first, 1}, {year, month, daysInMonth(year, month)});
        return rest_.empty();
    }

    bool readDay() {
        if (!take('-')) return true;
        takeDoubt();
        if (takeUnknown()) return true;
        const auto day = takeNumber(2);
        if (!day || month_ == 0) return false;
        if (*day < 1 || *day > daysInMonth(year_, month_)) {
            return faulty(fmt::format("{}-{:02} has {} days", yearText(year_), month_,
                                      daysInMonth(year_, month_)));
        }
        end_.precision = Precision::day;
        setDays({year_, month_, *day}, {year_, month_, *day});
        takeDoubt();
        return true;
    }

    bool readClock() {
        if (end_.precision != Precision::day || doubted_) return true;
        if (!take('T') && !take(' ')) return true;
        const auto hour = takeNumber(2);
        const auto minute = hour && take(':') ? takeNumber(2) : std::nullopt;
        if (!minute) return false;
        const bool withSeconds = take(':');
        const auto second = withSeconds ? takeNumber(2) : std::optional(0);
        if (!second || (withSeconds && !dropFraction())) return false;
        const bool dayIsOver = *hour == 24 && *minute == 0 && *second == 0;
        if ((*hour > 23 && !dayIsOver) || *minute > 59 || *second > 59) {
            return faulty(
                fmt::format("there is no time {:02}:{:02}:{:02}", *hour, *minute, *second));
        }
        end_.precision = withSeconds ? Precision::second : Precision::minute;
        end_.from = end_.from + (*hour * 3600 + *minute * 60 + *second);
        end_.until = end_.from + (withSeconds ? 1 : 60);
        return readZone() && rest_.empty();
    }

    bool dropFraction() {
        if (!take('.')) return true;
        const std::size_t digits = std::min(rest_.find_first_not_of(kDigits), rest_.size());
        rest_.remove_prefix(digits);
        return digits > 0;
    }

    bool readZone() {
        if (rest_.empty()) return true;
        if (take('Z')) {
            end_.zone = std::int16_t{0};
            return true;
        }
        const bool west = take('-');
        if (!west && !take('+')) return false;
        const auto hours = takeNumber(2);
        const auto minutes = take(':') || !rest_.empty() ? takeNumber(2) : std::optional(0);
        if (!hours || !minutes) return false;
        const int offset = *hours * 60 + *minutes;
        if (*minutes > 59 || offset > (west ? 12 : 14) * 60 || (west && offset == 0))
            return faulty("zones go from -12:00 to +14:00");
        end_.zone = static_cast<std::int16_t>(west ? -offset : offset);
        return true;
    }

    std::string_view rest_;
    DatedEnd end_;
    int year_ = 0, month_ = 0;
    bool doubted_ = false;
};

struct EndOrFault {
    std::optional<DatedEnd> end;
    std::string reason;  ///< where there is more to say than that it is no date
};

EndOrFault parseEnd(std::string_view text) {
    EndReader reader(text);
    if (auto end = reader.read()) return {end, {}};
    const std::string plain = yearOfPeople(text);
    if (plain.empty()) return {std::nullopt, reader.reason};
    EndReader again(plain);
    auto end = again.read();
    return {end, again.reason};
}

bool isOpen(std::string_view end) {
    return end.empty() || end == "..";
}

PeriodOrReason because(std::string reason) {
    return {std::nullopt, std::move(reason)};
}

std::string_view withoutSpaces(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

PeriodOrReason parseInterval(std::string_view left, std::string_view right) {
    Period period;
    period.interval = true;
    period.openBegin = isOpen(left);
    period.openEnd = isOpen(right);
    if (period.openBegin && period.openEnd) return {period, {}};
    const auto begin = parseEnd(period.openBegin ? right : left);
    const auto end = parseEnd(period.openEnd ? left : right);
    if (!begin.end) return because(begin.reason);
    if (!end.end) return because(end.reason);
    period.begin = *begin.end;
    period.end = *end.end;
    // Of two that share their last day the end's own first one decides: `1951-08/1951` is turned
    // round.
    if (period.end.from < period.begin.from) return because("ends before it begins");
    return {period, {}};
}

/// `[1951,1952]`: one of them, nobody knows which; `{1951..1953}`: all of them. A gap between two
/// would be filled with what the source says did not happen.
PeriodOrReason parseSet(std::string_view whole) {
    const bool oneOf = whole.front() == '[';
    if (whole.size() < 3 || whole.back() != (oneOf ? ']' : '}')) return because({});
    std::string_view rest = whole.substr(1, whole.size() - 2);
    std::optional<Period> all;
    for (bool more = true; more;) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string_view item = withoutSpaces(rest.substr(0, comma));
        more = comma < rest.size();
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        const std::size_t dots = item.find("..");
        if (item.empty()) return because({});
        auto next = dots == std::string_view::npos
                        ? parseInterval(item, item)
                        : parseInterval(item.substr(0, dots), item.substr(dots + 2));
        if (!next.period) return next;
        if (all &&
            (all->openEnd || next.period->openBegin || all->end.until != next.period->begin.from)) {
            return because(
                "its dates do not follow one another without a gap; write a row "
                "for each");
        }
        if (!all) all = next.period;
        all->end = next.period->end;
        all->openEnd = next.period->openEnd;
    }
    if (oneOf) all->begin.uncertain = all->end.uncertain = true;
    return {all, {}};
}

}  // namespace

PeriodOrReason readEdtf(std::string_view text) {
    if (text.starts_with('[') || text.starts_with('{')) return parseSet(text);
    const auto slash = text.find('/');
    if (slash != std::string_view::npos) {
        const std::string_view right = text.substr(slash + 1);
        if (right.find('/') != std::string_view::npos) return because({});
        return parseInterval(text.substr(0, slash), right);
    }
    auto [end, reason] = parseEnd(text);
    if (!end) return because(reason);
    Period period;
    period.begin = period.end = *end;
    return {period, {}};
}

}  // namespace ebbflow::core
