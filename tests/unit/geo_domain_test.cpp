// How far a place may move before it comes to the edge of what a projection shows.

#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "geo/domain.hpp"
#include "geo/sphere.hpp"

namespace ebbflow::geo {
namespace {

/// Evenly over the sphere.
core::LonLat anywhere(std::mt19937& random) {
    std::uniform_real_distribution<double> one(-1, 1);
    return {180 * one(random), std::asin(one(random)) / kDegree};
}

/// From `start` by `arc` degrees, whichever way.
core::LonLat moved(core::LonLat start, double arc, std::mt19937& random) {
    const glm::dvec3 a = unitVector(start);
    const glm::dvec3 across = glm::normalize(glm::cross(a, unitVector(anywhere(random))));
    return lonLatOf(std::cos(arc * kDegree) * a + std::sin(arc * kDegree) * across);
}

/// Both on the map, and the way between them does not cross the cut.
bool togetherOn(const Domain& domain, core::LonLat a, core::LonLat b) {
    if (!domain.onMap(a) || !domain.onMap(b)) return false;
    if (domain.shape == Domain::Shape::cap) return true;
    const double x = nearLongitude(a.lon, domain.centre.lon);
    return std::abs(nearLongitude(b.lon, domain.centre.lon) - nearLongitude(b.lon, x)) < 1e-9;
}

TEST(DomainMargin, LeadsToNoEdgeAndIsNotMuchTooSmall) {
    std::mt19937 random(11);
    for (const char* definition :
         {"+proj=eqc", "+proj=eqc +lon_0=150", "+proj=merc", "+proj=robin +lon_0=-60",
          "+proj=lcc +lat_1=30 +lat_2=60 +lon_0=95", "+proj=laea +lat_0=50 +lon_0=90",
          "+proj=ortho +lat_0=-30 +lon_0=170", "+proj=utm +zone=33"}) {
        const Domain domain = domainOf(Projection(definition));
        int reached = 0, inside = 0;
        for (int i = 0; i < 2000; ++i) {
            const core::LonLat place = anywhere(random);
            const double margin = domain.margin(place);
            if (!domain.onMap(place)) {
                EXPECT_EQ(margin, 0) << definition << ' ' << place.lon << ' ' << place.lat;
                continue;
            }
            ++inside;
            for (int j = 0; j < 20; ++j) {
                const core::LonLat near = moved(place, 0.999 * margin, random);
                ASSERT_TRUE(togetherOn(domain, place, near))
                    << definition << ' ' << place.lon << ' ' << place.lat << ' ' << margin;
            }
            bool beyond = false;
            for (int j = 0; j < 200 && !beyond; ++j)
                beyond = !togetherOn(domain, place, moved(place, 1.2 * margin + 0.5, random));
            reached += beyond;
        }
        // Round a cap's far side it may be that few directions lead out.
        if (domain.shape == Domain::Shape::window) {
            EXPECT_GT(reached, inside * 9 / 10) << definition;
        }
    }
}

}  // namespace
}  // namespace ebbflow::geo
