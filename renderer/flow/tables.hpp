#pragma once
// The tables of a film as plain rows: who moved, what was counted, what was built, on whose word.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/access.hpp"
#include "core/confidence.hpp"
#include "core/coordinates.hpp"
#include "core/date.hpp"
#include "core/departure_shape.hpp"
#include "core/diagnostic.hpp"
#include "core/source_spec.hpp"
#include "core/text_value.hpp"
#include "flow/own_way.hpp"
#include "geo/place_use.hpp"

namespace ebbflow::flow {

/// One end of a movement or the place of a site.
struct Location {
    std::string placeId;  ///< of the gazetteer; empty when given by coordinates
    core::LonLat position;
    friend bool operator==(const Location&, const Location&) = default;
};

struct Movement {
    std::string
        id;  ///< the table's own, or made from file and row: stable under re-ordering of other rows
    std::string kind;
    Location from, to;
    core::Period when;  ///< see isUndated()
    std::int64_t count = 0;
    /// Of its kind, by the script; no table says it.
    core::DepartureShape departures = core::DepartureShape::even;
    std::string unit;                     ///< empty = people
    std::string route;                    ///< named route, or empty: great circle
    std::shared_ptr<const OwnWay> way{};  ///< in place of a route, that of a recorded journey
    core::Confidence confidence = core::Confidence::unverified;
    std::vector<std::string> sources;
    core::SourcePlace row;
    friend bool operator==(const Movement&, const Movement&) = default;
};

/// Whether the table gives no dates at all (kepler.gl's and flowmap.blue's need not): `when` is
/// then open at both ends, its days mean nothing, and the row is spread over the whole film.
[[nodiscard]] inline bool isUndated(const Movement& movement) {
    return movement.when.saysNothing();
}

/// How sure a row looks: no surer than its own date, of which `~`, `?`, digits left open and
/// seasons make an estimate.
[[nodiscard]] inline core::Confidence drawnAs(const Movement& movement) {
    if (isUndated(movement) || !movement.when.isSoft()) return movement.confidence;
    return std::max(movement.confidence, core::Confidence::estimate);
}

/// A counted value: a stock, a total, an agreement. Never derived from movements.
struct Figure {
    std::string id;
    core::Period date;
    double value = 0;
    std::string unit;
    core::LocalText label;
    core::Confidence confidence = core::Confidence::unverified;
    std::vector<std::string> sources;
    core::SourcePlace row;
    friend bool operator==(const Figure&, const Figure&) = default;
};

struct Site {
    std::string id;
    Location at;
    core::LocalText name;
    std::string industry;
    std::optional<core::Period> begun, done, halted;
    core::Confidence confidence = core::Confidence::unverified;
    std::vector<std::string> sources;
    core::SourcePlace row;
    friend bool operator==(const Site&, const Site&) = default;
};

struct Source {
    std::string id;
    core::LocalText citation;
    std::string page, url;
    core::SourcePlace row;
    friend bool operator==(const Source&, const Source&) = default;
};

struct Tables {
    std::vector<Movement> movements;
    std::vector<Figure> figures;
    std::vector<Site> sites;
    std::vector<Source> sources;
    friend bool operator==(const Tables&, const Tables&) = default;
};

struct TableSpecs {
    core::TableSpec places, movements, figures, sites, sources;
    core::TableSpec locations, flowRows;  ///< flowmap.blue
    /// What else of places the film shows, by which names that several have are told apart.
    std::vector<geo::PlaceUse> shown;
    std::vector<core::LonLat> shownPoints;
    bool filmHasSource = false;  ///< words for the whole film document rows that name none
    core::Access access{};       ///< what may be opened
};

}  // namespace ebbflow::flow
