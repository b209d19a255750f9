#include "geo/fitting_projection.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "geo/projection_words.hpp"
#include "geo/sphere.hpp"

namespace ebbflow::geo {

namespace {

constexpr double kWidestCap = 75;  ///< degrees: an azimuthal map of more bends its rim out of shape
constexpr double kPolarMiddle = 80;  ///< degrees of latitude
constexpr double kSmallCap = 5;      ///< degrees: below it a centre is told to the hundredth
// A band for a cone: so many times as broad as high, at least and at most so many degrees, its
// middle between these latitudes.
constexpr double kBroadness = 2.5, kConeAcross = 20, kConeMostAcross = 150, kConeUp = 40;
constexpr double kConeFrom = 20, kConeTo = 70;
constexpr int kSteps = 400;
/// Through the Bering Strait, and through the Atlantic between Greenland and Iceland.
constexpr std::array kOceanSeams{-169.0, -28.0};
constexpr double kFew = 0.1;     ///< of all who pass
constexpr double kSeamStep = 5;  ///< degrees between the seams that are tried

struct CapOf {
    glm::dvec3 centre{0, 0, 1};
    double radius = 180;  ///< degrees
};

glm::dvec3 farthest(std::span<const glm::dvec3> places, const glm::dvec3& from) {
    glm::dvec3 found = from;
    for (const glm::dvec3& place : places) {
        if (glm::dot(place, from) < glm::dot(found, from)) found = place;
    }
    return found;
}

/// The least cap round the places, nearly: its middle goes towards the farthest one, ever less
/// (Badoiu and Clarkson 2003).
CapOf capRound(std::span<const glm::dvec3> places) {
    glm::dvec3 middle{0, 0, 0};
    for (const glm::dvec3& place : places) middle += place / static_cast<double>(places.size());
    for (int i = 1; i <= kSteps && glm::length(middle) > 1e-3; ++i)
        middle += (farthest(places, glm::normalize(middle)) - middle) / (i + 1.0);
    if (glm::length(middle) < 1e-3) return {};
    const glm::dvec3 centre = glm::normalize(middle);
    return {centre, angleBetween(centre, farthest(places, centre)) / kDegree};
}

/// Degrees west and east of `middle`, south and north of the equator.
struct Extent {
    double west = 0, east = 0, south = 90, north = -90;
};

Extent extentOf(std::span<const core::LonLat> places, double middle) {
    Extent extent;
    for (const core::LonLat& place : places) {
        const double lon = nearLongitude(place.lon, middle) - middle;
        extent.west = std::min(extent.west, lon);
        extent.east = std::max(extent.east, lon);
        extent.south = std::min(extent.south, place.lat);
        extent.north = std::max(extent.north, place.lat);
    }
    return extent;
}

double roundTo(double value, double step) {
    const double rounded = std::round(value / step) * step;
    return rounded == 0 ? 0 : rounded;
}

std::string azimuthal(const CapOf& cap) {
    const core::LonLat middle = lonLatOf(cap.centre);
    const double step = cap.radius < kSmallCap ? 0.01 : 1;
    // By a pole every meridian is the middle one.
    if (std::abs(middle.lat) > kPolarMiddle && cap.radius > kSmallCap)
        return fmt::format("+proj=laea +lat_0={} +lon_0=0", middle.lat > 0 ? 90 : -90);
    return fmt::format("+proj=laea +lat_0={:.6g} +lon_0={:.6g}", roundTo(middle.lat, step),
                       roundTo(middle.lon, step));
}

bool asksForACone(const Extent& extent) {
    const double across = extent.east - extent.west, up = extent.north - extent.south;
    const double middle = std::abs(extent.north + extent.south) / 2;
    return across > kConeAcross && across < kConeMostAcross && up > 0 && up < kConeUp &&
           across > kBroadness * up && middle > kConeFrom && middle < kConeTo &&
           extent.south * extent.north > 0;
}

/// Standard parallels a sixth of the extent from its ends (Snyder 1987, p. 99).
std::string conic(const Extent& extent, double middle) {
    const double up = extent.north - extent.south;
    return fmt::format("+proj=aea +lat_1={:.6g} +lat_2={:.6g} +lat_0={:.6g} +lon_0={:.6g}",
                       roundTo(extent.south + up / 6, 0.5), roundTo(extent.north - up / 6, 0.5),
                       roundTo((extent.south + extent.north) / 2, 0.5),
                       roundTo(nearLongitude(middle + (extent.west + extent.east) / 2, 0), 1));
}

/// Of all who pass, those that the seam divides.
double acrossSeam(std::span<const Passage> passages, double seam) {
    double count = 0;
    for (const Passage& passage : passages) {
        const double from = nearLongitude(passage.from.lon, seam) - seam;
        const double to = nearLongitude(passage.to.lon, seam) - seam;
        if (from * to < 0 && std::abs(from - to) < 180) count += passage.count;
    }
    return count;
}

/// Over an ocean where few pass there; else where the fewest do.
double bestSeam(std::span<const Passage> passages) {
    double all = 0;
    for (const Passage& passage : passages) all += passage.count;
    for (const double seam : kOceanSeams) {
        if (acrossSeam(passages, seam) <= kFew * all) return seam;
    }
    double best = kOceanSeams.front(), least = acrossSeam(passages, best);
    for (double seam = -180; seam < 180; seam += kSeamStep) {
        const double count = acrossSeam(passages, seam);
        if (count >= least) continue;
        least = count;
        best = seam;
    }
    return best;
}

std::string world(std::span<const Passage> passages) {
    return fmt::format("+proj=eqearth +lon_0={:.6g}", nearLongitude(bestSeam(passages) + 180, 0));
}

}  // namespace

std::string fittingProjection(std::span<const core::LonLat> places,
                              std::span<const Passage> passages) {
    std::vector<core::LonLat> all(places.begin(), places.end());
    for (const Passage& passage : passages) all.insert(all.end(), {passage.from, passage.to});
    if (all.empty()) return projectionOfWords("world");
    const auto byBoth = [](const core::LonLat& place) { return std::pair(place.lon, place.lat); };
    std::ranges::sort(all, {}, byBoth);
    all.erase(std::ranges::unique(all, {}, byBoth).begin(), all.end());
    std::vector<glm::dvec3> vectors;
    for (const core::LonLat& place : all) vectors.push_back(unitVector(place));
    const CapOf cap = capRound(vectors);
    if (cap.radius > kWidestCap) return world(passages);
    const double middle = lonLatOf(cap.centre).lon;
    const Extent extent = extentOf(all, middle);
    return asksForACone(extent) ? conic(extent, middle) : azimuthal(cap);
}

}  // namespace ebbflow::geo
