#include "flow/doubtful_points.hpp"

#include <cmath>

#include <fmt/format.h>
#include <glm/geometric.hpp>

#include "geo/great_circle.hpp"
#include "geo/sphere.hpp"

namespace ebbflow::flow {

namespace {

constexpr double kFar = 2000;     ///< km from where it should be: another part of the world
constexpr double kNearer = 0.25;  ///< of that, when it is swapped

core::LonLat swapped(core::LonLat point) {
    return {point.lat, point.lon};
}

bool canSwap(core::LonLat point) {
    return std::abs(point.lon) <= 90;
}

/// Whether points whose unit vectors add up so are within one part of the world.
bool areTogether(const glm::dvec3& sum, std::size_t count) {
    constexpr double kTogether = 0.95;
    return glm::length(sum) > kTogether * static_cast<double>(count);
}

/// Whether `found` is nowhere near `expected`, and would be much nearer the other way round.
bool looksSwapped(core::LonLat found, core::LonLat expected) {
    if (!canSwap(found)) return false;
    const double away = geo::greatCircleKm(found, expected);
    return away > kFar && geo::greatCircleKm(swapped(found), expected) < kNearer * away;
}

std::string named(const std::string& name) {
    return name.empty() ? "this point" : fmt::format("`{}`", name);
}

}  // namespace

bool isSwapped(core::LonLat found, core::LonLat known) {
    constexpr double kElsewhere = 200, kThere = 50;  // km
    return canSwap(found) && geo::greatCircleKm(found, known) > kElsewhere &&
           geo::greatCircleKm(swapped(found), known) < kThere;
}

void DoubtfulPoints::add(core::LonLat point, const core::SourcePlace& row, std::string_view name) {
    if (seen_.emplace(point.lon, point.lat).second)
        points_.push_back({point, row, std::string(name)});
}

void DoubtfulPoints::say(core::Diagnostics& diagnostics) const {
    glm::dvec3 sum{0};
    for (const Point& point : points_) sum += geo::unitVector(point.at);
    // Of two points each may be the wrong one.
    constexpr std::size_t kEnough = 4;
    for (const Point& point : points_) {
        const bool nowhere = point.at.lon == 0 && point.at.lat == 0;
        const glm::dvec3 others = sum - geo::unitVector(point.at);
        const bool flipped = !nowhere && points_.size() >= kEnough &&
                             areTogether(others, points_.size() - 1) &&
                             looksSwapped(point.at, geo::lonLatOf(glm::normalize(others)));
        if (!nowhere && !flipped) continue;
        diagnostics.warning(
            point.row,
            nowhere ? fmt::format("{} is at 0, 0, in the sea off Africa; a look-up that found "
                                  "nothing often leaves it there",
                                  named(point.name))
                    : fmt::format("{} is far from the table's other points, and would be among "
                                  "them with `lat` {} and `lon` {}; are they swapped?",
                                  named(point.name), point.at.lon, point.at.lat));
    }
}

}  // namespace ebbflow::flow
