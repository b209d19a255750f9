#include "story/site_plan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace ebbflow::story {

namespace {

constexpr std::size_t kColumns = 5;

core::PixelPoint slot(std::size_t index, std::size_t count) {
    const std::size_t columns = std::min(kColumns, count);
    const std::size_t column = index % columns, row = index / columns;
    return {(static_cast<double>(column) - static_cast<double>(columns - 1) / 2) * kSquareSpacing,
            kSquaresBelowDot + static_cast<double>(row) * kSquareSpacing};
}

core::PixelBox blockBox(std::size_t count) {
    const std::size_t columns = std::min(kColumns, count);
    const std::size_t rows = (count + kColumns - 1) / kColumns;
    const double width = (static_cast<double>(columns) - 1) * kSquareSpacing + kSquareSide;
    const double height = (static_cast<double>(rows) - 1) * kSquareSpacing + kSquareSide;
    return {-width / 2, kSquaresBelowDot - kSquareSide / 2, width, height};
}

/// Earlier works first, undated ones last, then by the table's order: slots fill from left to
/// right.
std::pair<int, std::int64_t> orderKey(const flow::Site& site) {
    return site.begun ? std::pair(0, site.begun->span().from.second)
                      : std::pair(1, std::int64_t{0});
}

core::Day firstBegun(const std::vector<flow::Site>& sites) {
    std::optional<core::Day> first;
    for (const flow::Site& site : sites) {
        if (site.begun && (!first || site.begun->first() < *first)) first = site.begun->first();
    }
    return first.value_or(core::Day{std::numeric_limits<int>::min()});
}

}  // namespace

SitePlan planSites(const film::Film& film) {
    std::map<std::pair<double, double>, std::vector<std::size_t>> byPlace;
    for (std::size_t i = 0; i < film.tables.sites.size(); ++i) {
        const auto& position = film.tables.sites[i].at.position;
        byPlace[{position.lon, position.lat}].push_back(i);
    }
    SitePlan plan;
    plan.first = firstBegun(film.tables.sites);
    for (auto& [position, indices] : byPlace) {
        const auto point = film.world->projection.forward({position.first, position.second});
        if (!point) continue;
        std::ranges::stable_sort(indices, {},
                                 [&](std::size_t i) { return orderKey(film.tables.sites[i]); });
        for (std::size_t i = 0; i < indices.size(); ++i) {
            plan.sites.push_back({indices[i], *point, slot(i, indices.size())});
        }
        const flow::Site& earliest = film.tables.sites[indices[0]];
        const bool allDated = film.tables.sites[indices.back()].begun.has_value();
        plan.blocks.push_back({*point, earliest.at.placeId, blockBox(indices.size()),
                               allDated ? earliest.begun->first() : plan.first});
    }
    return plan;
}

SiteState siteStateOn(const flow::Site& site, double day) {
    SiteState state;
    state.dated = site.begun.has_value();
    if (!site.begun) return state;
    const double begun = core::inDays(site.begun->span().from);
    state.begun = day >= begun;
    const double halted = site.halted ? core::inDays(site.halted->span().from) : 0;
    state.halted = site.halted && day >= halted;
    if (!site.done) return state;
    // A year's work counts as done when the year is over: the earliest day at which that is surely
    // so.
    const double done = core::inDays(site.done->span().until);
    const double until = state.halted ? halted : day;
    state.done = day >= done && !state.halted;
    state.progress = done > begun ? std::clamp((until - begun) / (done - begun), 0.0, 1.0)
                                  : (state.done ? 1 : 0);
    return state;
}

}  // namespace ebbflow::story
