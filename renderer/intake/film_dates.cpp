#include "intake/film_dates.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace ebbflow::intake {

namespace {

constexpr std::int64_t kClockDays = 4;  ///< beyond them a clock is no matter

/// What all movements take together, open ends left aside.
struct Extent {
    std::optional<core::Span> span;
    bool clocks = false;
};

Extent extentOf(const Draft& draft) {
    Extent extent;
    for (const DraftMovement& movement : draft.movements) {
        if (!movement.when || movement.when->saysNothing()) continue;
        const core::Span own = movement.when->span();
        extent.clocks = extent.clocks || movement.when->hasClock();
        if (!extent.span) {
            extent.span = own;
        } else {
            extent.span = {std::min(extent.span->from, own.from),
                           std::max(extent.span->until, own.until)};
        }
    }
    return extent;
}

/// What the areas of the map say of its days: the first and the last on which it changes. A map
/// that begins with a year stands for that year at least.
void addDays(const core::Validity& valid, std::optional<core::Span>& span) {
    const auto add = [&](core::Day first, core::Day last) {
        const core::Span own{core::startOf(first), core::startOf(last + 1)};
        span = span ? core::Span{std::min(span->from, own.from), std::max(span->until, own.until)}
                    : own;
    };
    if (valid.to) add(*valid.to, *valid.to);
    if (!valid.from) return;
    const core::CivilDate civil = core::toCivil(*valid.from);
    const bool year = civil.month == 1 && civil.day == 1 && !valid.to;
    add(*valid.from, year ? core::toDay({civil.year, 12, 31}) : *valid.from);
}

std::optional<core::Span> extentOfMaps(const Draft& draft) {
    std::optional<core::Span> span;
    for (const DraftMap& map : draft.maps) {
        addDays(map.valid, span);
        for (const geo::Feature& area : map.areas) addDays(area.valid, span);
    }
    return span;
}

std::string interval(const std::string& from, const std::string& to) {
    return from == to ? from : fmt::format("{}/{}", from, to);
}

std::string byDays(core::Day first, core::Day last) {
    const core::CivilDate from = core::toCivil(first), to = core::toCivil(last);
    if (from.day == 1 && from.month == 1 && to.month == 12 && to.day == 31)
        return interval(core::yearText(from.year), core::yearText(to.year));
    if (from.day == 1 && to.day == core::daysInMonth(to.year, to.month))
        return interval(core::toString(first).substr(0, core::toString(first).size() - 3),
                        core::toString(last).substr(0, core::toString(last).size() - 3));
    return interval(core::toString(first), core::toString(last));
}

/// Whole hours about the span.
std::string byHours(const core::Span& span) {
    constexpr std::int64_t kHour = 3600;
    const auto floored = [](core::Instant at) {
        const std::int64_t rest = core::secondOfDay(at) % kHour;
        return core::Instant{at.second - rest};
    };
    const core::Instant from = floored(span.from);
    const core::Instant last = floored(span.until + -1) + (kHour - 60);
    return fmt::format("{}T{:02}:{:02}/{}T{:02}:{:02}", core::toString(core::dayOf(from)),
                       core::secondOfDay(from) / kHour, 0, core::toString(core::dayOf(last)),
                       core::secondOfDay(last) / kHour, 59);
}

}  // namespace

std::string datesOf(const Draft& draft) {
    Extent extent = extentOf(draft);
    if (draft.movements.empty()) extent.span = extentOfMaps(draft);
    if (!extent.span) return {};
    const core::Day first = core::dayOf(extent.span->from);
    const core::Day last = core::dayOf(extent.span->until + -1);
    if (extent.clocks && last - first < kClockDays) return byHours(*extent.span);
    return byDays(first, last);
}

}  // namespace ebbflow::intake
