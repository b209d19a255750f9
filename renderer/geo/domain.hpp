#pragma once
// The part of the globe that a projection can show, and whether a place lies in it. It knows
// families of projections by their PROJ names; cutting shapes to it is cut_polygon.hpp's and
// cut_line.hpp's work.

#include <optional>

#include "core/coordinates.hpp"
#include "geo/projection.hpp"

namespace ebbflow::geo {

/// Either a window of longitude and latitude (cylinders, cones and the like, cut at the meridian
/// opposite the central one), or a cap round a centre (azimuthal and transverse projections).
struct Domain {
    enum class Shape { window, cap };
    Shape shape = Shape::window;
    core::LonLat centre;             ///< of a window only the longitude counts
    double radius = 180;             ///< of a cap, degrees
    double south = -90, north = 90;  ///< of a window

    [[nodiscard]] double west() const { return centre.lon - kHalfTurn; }
    [[nodiscard]] double east() const { return centre.lon + kHalfTurn; }
    /// Positive inside, zero on the edge, negative outside; continuous. A window takes `position`
    /// as it stands: try it with whole turns added.
    [[nodiscard]] double insideness(core::LonLat position) const;
    /// The place, if the map shows it on any turn; one on the cut meridian as its point at the
    /// map's east edge.
    [[nodiscard]] std::optional<core::LonLat> onMap(core::LonLat position) const;

    /// Degrees of arc that a place inside may move, whichever way, and is still inside, without
    /// crossing the cut; 0 outside. What there is to be at least: it may be more.
    [[nodiscard]] double margin(core::LonLat position) const;

    /// Just under 180 degrees: on the cut itself PROJ may put a point on either side.
    static constexpr double kHalfTurn = 180.0 - 1e-7;
};

/// Throws core::Failure for interrupted projections, which no single cut makes whole.
[[nodiscard]] Domain domainOf(const Projection& projection);

}  // namespace ebbflow::geo
