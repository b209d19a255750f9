#include "flow/figure_at.hpp"

#include <limits>

namespace ebbflow::flow {

core::Instant shownFrom(const Figure& figure) {
    const core::Period& date = figure.date;
    if (!date.interval || date.openEnd) return date.begin.from;
    // Of a total over days, the last one's morning.
    return date.end.hasClock() ? date.end.from : core::startOf(date.last());
}

core::Instant goneFrom(const Figure& figure) {
    constexpr int kDaysOfAYear = 366;
    if (figure.date.openEnd) return {std::numeric_limits<std::int64_t>::max()};
    return core::startOf(figure.date.last() + kDaysOfAYear);
}

const Figure* figureAt(std::span<const Figure> figures, std::string_view id,
                       core::Instant instant) {
    const Figure* shown = nullptr;
    for (const Figure& figure : figures) {
        if (figure.id != id || instant < shownFrom(figure)) continue;
        if (shown == nullptr || shownFrom(*shown) <= shownFrom(figure)) shown = &figure;
    }
    return shown;
}

}  // namespace ebbflow::flow
