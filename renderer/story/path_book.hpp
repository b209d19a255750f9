#pragma once
// Paths shared by all movements with the same ends and route, and the places where they end. It
// fills the plan's paths and places; it launches nothing.

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "core/diagnostic.hpp"
#include "flow/paths.hpp"
#include "flow/tables.hpp"
#include "geo/domain.hpp"
#include "story/light_plan.hpp"

namespace ebbflow::story {

struct PathEntry {
    std::uint32_t path = 0;  ///< index into Lights::paths, in paths, of the way's first
    double groundKm = 0;
    std::uint32_t from = 0, to = 0;  ///< indices into LightPlan::places
    std::string line;  ///< of the route that it follows, and which way along it; empty: none
    bool drawable = false;
    bool ownWay = false;  ///< a recorded one, which may come back to where it began
    [[nodiscard]] bool stays() const { return from == to && !ownWay; }
};

class PathBook {
public:
    PathBook(const film::Film& film, core::Diagnostics& diagnostics)
        : film_(film), diagnostics_(diagnostics), domain_(geo::domainOf(film.world->projection)) {}

    /// The path of a row, by its own route or else its kind's; an unknown route is reported once.
    const PathEntry& entryFor(const flow::Movement& movement, const Kind& kind, LightPlan& plan);

private:
    PathEntry makeEntry(const flow::Movement& movement, const std::string& route, LightPlan& plan);
    [[nodiscard]] flow::Path pathOf(const flow::Movement& movement, const std::string& route);
    const geo::Route* routeNamed(const std::string& name, const flow::Movement& movement);
    std::uint32_t placeIndex(const flow::Location& location, LightPlan& plan);

    const film::Film& film_;
    core::Diagnostics& diagnostics_;
    geo::Domain domain_;
    std::map<std::tuple<double, double, double, double, std::string>, PathEntry> entries_;
    std::map<const flow::OwnWay*, PathEntry> ownEntries_;
    std::map<std::pair<double, double>, std::uint32_t> places_;
    std::set<std::string> reported_;
};

}  // namespace ebbflow::story
