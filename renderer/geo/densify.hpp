#pragma once
// Carries lines from degrees to the map plane, adding points where the map bends them. It adds the
// same points to an edge from either end, so that neighbours stay joined; it cuts nothing.

#include "geo/projection.hpp"
#include "geo/shapes.hpp"

namespace ebbflow::geo {

struct DensifyLimits {
    double toleranceKm = 0.25;  ///< how far the drawn chord may lie from the true line
    double longestKm = 400;     ///< no edge longer than this on the map plane
};

class Densifier {
public:
    explicit Densifier(const Projection& projection, DensifyLimits limits = {})
        : projection_(projection), limits_(limits) {}

    /// How an edge of more than 180 degrees of longitude is meant.
    enum class LongEdge { asWritten, theOtherWayRound };

    /// Points in degrees to points in km. Those that the projection cannot show are left out.
    [[nodiscard]] std::vector<glm::dvec2> carry(const std::vector<glm::dvec2>& degrees, bool closed,
                                                LongEdge meant = LongEdge::asWritten) const;
    [[nodiscard]] Polygon carry(const Polygon& degrees, LongEdge meant = LongEdge::asWritten) const;

private:
    struct Spot {
        glm::dvec2 degrees;
        glm::dvec2 km;
    };
    void between(const Spot& a, const Spot& b, int depth, std::vector<glm::dvec2>& out) const;

    const Projection& projection_;
    DensifyLimits limits_;
};

}  // namespace ebbflow::geo
