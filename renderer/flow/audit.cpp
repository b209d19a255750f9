#include "flow/audit.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ebbflow::flow {

namespace {

/// Lights by kind and year, from the departures alone.
std::map<std::pair<std::string_view, int>, std::int64_t> countLights(
    const Schedule& schedule, std::span<const Movement> movements) {
    std::map<std::pair<std::string_view, int>, std::int64_t> lights;
    for (const Departure& departure : schedule.departures) {
        const core::Day day{static_cast<std::int32_t>(std::floor(departure.day))};
        ++lights[{movements[departure.movement].kind, core::toCivil(day).year}];
    }
    return lights;
}

/// The cells of one chapter. What the departures make of each cell replaces what was promised.
std::vector<AuditCell> auditWindow(std::span<const Movement> movements, const Window& window,
                                   const std::map<std::string, std::int64_t>& perLight,
                                   const Days& film) {
    Schedule schedule = scheduleWindow(movements, window, perLight, film);
    const auto launched = countLights(schedule, movements);
    for (AuditCell& cell : schedule.cells) {
        const auto found = launched.find({cell.kind, cell.year});
        cell.lights = found == launched.end() ? 0 : found->second;
    }
    return std::move(schedule.cells);
}

/// The days of all windows with lights, as few runs as hold them.
std::vector<Days> joinWindows(std::span<const Window> windows) {
    std::vector<Days> runs;
    for (const Window& window : windows) {
        if (window.launches) runs.push_back({window.first, window.last});
    }
    std::ranges::sort(runs, {}, &Days::first);
    std::vector<Days> joined;
    for (const Days& run : runs) {
        if (!joined.empty() && run.first <= joined.back().last + 1) {
            joined.back().last = std::max(joined.back().last, run.last);
        } else {
            joined.push_back(run);
        }
    }
    return joined;
}

/// A row's units on the days shown and, counted as well rather than subtracted, on all others.
void addOnce(const Movement& movement, std::span<const Days> shownDays, const Days& film,
             KindTotal& total) {
    const Days own = daysOf(movement, film);
    total.total += movement.count;
    core::Day next = std::min(own.first, film.first);
    for (const Days& days : shownDays) {
        total.notShown += countWithin(movement, next, days.first + -1, film);
        total.shown += countWithin(movement, days.first, days.last, film);
        next = days.last + 1;
    }
    total.notShown += countWithin(movement, next, std::max(own.last, film.last), film);
}

}  // namespace

bool Audit::balances() const {
    return std::ranges::all_of(cells, [](const auto& cell) { return cell.balances(); }) &&
           std::ranges::all_of(totals, [](const auto& total) { return total.balances(); });
}

Audit audit(std::span<const Movement> movements, std::span<const Window> windows,
            const std::map<std::string, std::int64_t>& perLight) {
    Audit result;
    const Days film = filmDays(windows).value_or(Days{});
    const std::vector<Days> shownDays = joinWindows(windows);
    std::map<std::string, KindTotal> totals;
    for (const Movement& movement : movements) {
        KindTotal& total = totals[movement.kind];
        total.kind = movement.kind;
        addOnce(movement, shownDays, film, total);
        for (const Window& window : windows) {
            if (!window.launches) continue;
            total.again += countWithin(movement, window.first, window.last, film);
        }
    }
    for (const Window& window : windows) {
        for (AuditCell& cell : auditWindow(movements, window, perLight, film)) {
            totals[cell.kind].counted += cell.count;
            totals[cell.kind].lights += cell.lights;
            result.cells.push_back(std::move(cell));
        }
    }
    for (auto& [kind, total] : totals) {
        total.again -= total.shown;
        result.totals.push_back(std::move(total));
    }
    return result;
}

}  // namespace ebbflow::flow
