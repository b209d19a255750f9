#pragma once
// Cuts polygons in degrees to a projection's domain and carries them to the map plane. What lies
// wholly inside is only carried over; GEOS is asked for the rest.

#include "geo/densify.hpp"
#include "geo/domain.hpp"
#include "geo/geos.hpp"

namespace ebbflow::geo {

class PolygonCutter {
public:
    /// Holds references: all three must live longer, and belong to one thread.
    PolygonCutter(const Projection& projection, const Domain& domain, Geos& geos)
        : domain_(domain), geos_(geos), densifier_(projection) {}

    /// `degrees` must be unwrapped. The result is in km on the map plane; empty when all lies
    /// outside. Throws core::Failure when a shape is beyond repair.
    [[nodiscard]] std::vector<Polygon> cut(const Polygon& degrees);

private:
    [[nodiscard]] std::vector<Polygon> cutToWindow(const Polygon& degrees);
    [[nodiscard]] std::vector<Polygon> cutToCap(const Polygon& degrees);
    [[nodiscard]] bool insideCap(const Polygon& degrees) const;

    const Domain& domain_;
    Geos& geos_;
    Densifier densifier_;
};

}  // namespace ebbflow::geo
