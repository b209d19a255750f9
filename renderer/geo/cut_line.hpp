#pragma once
// Cuts polylines in degrees to a projection's domain and carries them to the map plane.

#include "geo/densify.hpp"
#include "geo/domain.hpp"

namespace ebbflow::geo {

class LineCutter {
public:
    /// Holds references: both must live longer, and belong to one thread.
    LineCutter(const Projection& projection, const Domain& domain)
        : domain_(domain), densifier_(projection) {}

    /// `degrees` must be unwrapped. The result is in km; each piece has at least two points.
    [[nodiscard]] std::vector<Polyline> cut(const Polyline& degrees) const;

private:
    void cutOnOneTurn(const Polyline& degrees, std::vector<Polyline>& into) const;
    void keep(std::vector<glm::dvec2>& degrees, bool closed, std::vector<Polyline>& into) const;

    const Domain& domain_;
    Densifier densifier_;
};

}  // namespace ebbflow::geo
