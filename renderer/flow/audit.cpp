#include "flow/audit.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ebbflow::flow {

namespace {

using LightsOfYears = std::map<std::pair<std::string_view, std::optional<int>>, std::int64_t>;

/// Lights by kind and year, from the departures alone.
LightsOfYears countLights(const Schedule& schedule, std::span<const Movement> movements,
                          bool dated) {
    LightsOfYears lights;
    for (const Departure& departure : schedule.departures) {
        const core::Day day{static_cast<std::int64_t>(std::floor(departure.day))};
        const auto year = dated ? std::optional(core::toCivil(day).year) : std::nullopt;
        ++lights[{movements[departure.movement].kind, year}];
    }
    return lights;
}

/// The cells of one chapter. What the departures make of each cell replaces what was promised.
std::vector<AuditCell> auditWindow(std::span<const Movement> movements, const Window& window,
                                   const std::map<std::string, std::int64_t>& perLight,
                                   const core::Span& film) {
    Schedule schedule = scheduleWindow(movements, window, perLight, film);
    const auto launched = countLights(schedule, movements, window.dated);
    for (AuditCell& cell : schedule.cells) {
        const auto found = launched.find({cell.kind, cell.year});
        cell.lights = found == launched.end() ? 0 : found->second;
    }
    return std::move(schedule.cells);
}

/// The time of all windows with lights, as few runs as hold it.
std::vector<core::Span> joinWindows(std::span<const Window> windows) {
    std::vector<core::Span> runs;
    for (const Window& window : windows) {
        if (window.launches) runs.push_back(window.span);
    }
    std::ranges::sort(runs, {}, &core::Span::from);
    std::vector<core::Span> joined;
    for (const core::Span& run : runs) {
        if (!joined.empty() && run.from <= joined.back().until) {
            joined.back().until = std::max(joined.back().until, run.until);
        } else {
            joined.push_back(run);
        }
    }
    return joined;
}

/// A row's units in the time shown and, counted as well rather than subtracted, in all other.
void addOnce(const Movement& movement, std::span<const core::Span> shown, const core::Span& film,
             KindTotal& total) {
    const core::Span own = spanOf(movement, film);
    total.total += movement.count;
    core::Instant next = std::min(own.from, film.from);
    for (const core::Span& span : shown) {
        total.notShown += countWithin(movement, {next, span.from}, film);
        total.shown += countWithin(movement, span, film);
        next = span.until;
    }
    total.notShown += countWithin(movement, {next, std::max(own.until, film.until)}, film);
}

}  // namespace

bool CrowdCount::balances() const {
    if (dots != lights) return false;
    if (!spare) return true;
    const double left = units - static_cast<double>(dots) * static_cast<double>(perDot);
    return -static_cast<double>(spare->second) <= left && left <= static_cast<double>(spare->first);
}

bool Audit::balances() const {
    return std::ranges::all_of(cells, [](const auto& cell) { return cell.balances(); }) &&
           std::ranges::all_of(totals, [](const auto& total) { return total.balances(); }) &&
           std::ranges::all_of(crowds, [](const auto& crowd) { return crowd.balances(); });
}

Audit audit(std::span<const Movement> movements, std::span<const Window> windows,
            const std::map<std::string, std::int64_t>& perLight) {
    Audit result;
    const core::Span film = filmSpan(windows).value_or(core::Span{});
    const std::vector<core::Span> shown = joinWindows(windows);
    std::map<std::string, KindTotal> totals;
    for (const Movement& movement : movements) {
        KindTotal& total = totals[movement.kind];
        total.kind = movement.kind;
        addOnce(movement, shown, film, total);
        for (const Window& window : windows) {
            if (!window.launches) continue;
            total.again += countWithin(movement, window.span, film);
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
