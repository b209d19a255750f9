#include "screen/map_names.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

namespace ebbflow::screen {

namespace {

/// Kilometres across the picture within which names of one kind and rank are written: states not
/// over a single province, rivers not on half a continent.
struct Scale {
    std::string_view kind;
    int rank;
    double from, to;
};
constexpr std::array kScales{
    Scale{"state", 0, 1800, 30000}, Scale{"state", 1, 1200, 11000}, Scale{"state", 2, 800, 6500},
    Scale{"sea", 1, 800, 12500},    Scale{"sea", 2, 500, 7500},     Scale{"lake", 1, 200, 7000},
    Scale{"lake", 2, 100, 4500},    Scale{"river", 1, 200, 6500},   Scale{"river", 2, 100, 4200},
};
constexpr std::array<std::string_view, 4> kOrder{"state", "sea", "lake", "river"};

bool suits(const geo::MapName& name, double widthKm) {
    return std::ranges::any_of(kScales, [&](const Scale& scale) {
        return scale.kind == name.kind && scale.rank == name.rank && scale.from <= widthKm &&
               widthKm <= scale.to;
    });
}

/// Rows at one point, which follow each other in time.
using Rows = std::vector<const geo::MapName*>;

std::string nameOn(const Rows& rows, core::Day day, const std::string& language) {
    for (const geo::MapName* row : rows) {
        if (row->valid.covers(day)) return row->name.inOrAny(language);
    }
    return {};
}

/// The name on the step's first day, and each that takes its place while the step lasts.
std::vector<DatedName> namesDuring(const Rows& rows, const story::PlannedStep& step,
                                   const story::DateTrack& dates, const std::string& language) {
    const double start = step.start.seconds();
    const core::Day first{static_cast<std::int64_t>(dates.dayAt(start))};
    const core::Day last{static_cast<std::int64_t>(dates.dayAt(step.end().seconds()))};
    std::set<core::Day> changes;
    for (const geo::MapName* row : rows) {
        if (row->valid.from) changes.insert(*row->valid.from);
        if (row->valid.to) changes.insert(*row->valid.to + 1);
    }
    std::vector<DatedName> names{{nameOn(rows, first, language), start}};
    for (const core::Day day : changes) {
        if (!(first < day) || last < day) continue;
        const std::string name = nameOn(rows, day, language);
        if (name != names.back().name)
            names.push_back(
                {name, std::max(start, dates.secondsAt(static_cast<double>(day.number)))});
    }
    return names;
}

std::vector<Rows> rowsByPoint(const std::vector<geo::MapName>& names, double widthKm) {
    std::vector<Rows> groups;
    for (const geo::MapName& name : names) {
        if (!suits(name, widthKm)) continue;
        const auto same = std::ranges::find_if(groups, [&](const Rows& rows) {
            return rows.front()->kind == name.kind && rows.front()->position == name.position;
        });
        if (same == groups.end())
            groups.push_back({&name});
        else
            same->push_back(&name);
    }
    std::ranges::stable_sort(groups, {}, [](const Rows& rows) {
        return std::pair(rows.front()->rank, std::ranges::find(kOrder, rows.front()->kind));
    });
    return groups;
}

}  // namespace

std::vector<NamedPlace> namesToWrite(const film::Film& film, const story::Timeline& timeline,
                                     std::size_t step, const std::string& language) {
    const story::PlannedStep& planned = timeline.steps[step];
    const story::DateTrack& dates = timeline.chapters[planned.chapter].dates;
    std::vector<NamedPlace> found;
    for (const Rows& rows : rowsByPoint(film.world->names, planned.to.widthKm)) {
        const geo::MapName& row = *rows.front();
        const auto at = film.world->projection.forward(row.position);
        if (!at) continue;
        NamedPlace name;
        // No id of the gazetteer has an @.
        name.id = fmt::format("{}@{},{}", row.kind, row.position.lon, row.position.lat);
        name.at = *at;
        name.names = namesDuring(rows, planned, dates, language);
        name.look = row.kind == "state" ? LabelLook::state : LabelLook::water;
        name.rank = row.rank;
        name.isLine = row.kind == "river";
        const bool everNamed = std::ranges::any_of(
            name.names, [](const DatedName& dated) { return !dated.name.empty(); });
        if (everNamed) found.push_back(std::move(name));
    }
    return found;
}

}  // namespace ebbflow::screen
