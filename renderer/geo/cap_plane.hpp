#pragma once
// A working plane for cutting to a cap: azimuthal equidistant round the cap's centre, in degrees,
// on the sphere. Every point but the antipode has one place on it, and the cap is a true disc.

#include <glm/vec2.hpp>

#include "core/coordinates.hpp"
#include "geo/sphere.hpp"

namespace ebbflow::geo {

class CapPlane {
public:
    explicit CapPlane(core::LonLat centre)
        : out_(unitVector(centre)),
          east_(-std::sin(centre.lon * kDegree), std::cos(centre.lon * kDegree), 0),
          north_(glm::cross(out_, east_)) {}

    [[nodiscard]] glm::dvec2 fromLonLat(core::LonLat position) const {
        const glm::dvec3 v = unitVector(position);
        const glm::dvec2 across{glm::dot(v, east_), glm::dot(v, north_)};
        const double sine = glm::length(across);
        if (sine == 0.0) return {0, 0};
        return across * (std::atan2(sine, glm::dot(v, out_)) / kDegree / sine);
    }

    [[nodiscard]] core::LonLat toLonLat(glm::dvec2 p) const {
        const double angle = glm::length(p) * kDegree;
        if (angle == 0.0) return lonLatOf(out_);
        const glm::dvec2 side = glm::normalize(p) * std::sin(angle);
        return lonLatOf(std::cos(angle) * out_ + side.x * east_ + side.y * north_);
    }

private:
    glm::dvec3 out_, east_, north_;
};

}  // namespace ebbflow::geo
