#include "geo/triangulate.hpp"

#include <cmath>
#include <span>

#include "core/error.hpp"
#include "geo/delaunay_flips.hpp"
#include "geo/ear_clipper.hpp"

namespace ebbflow::geo {

namespace {

// A metre: far below what any map of ours shows, far above the rounding that upsets GEOS.
constexpr double kSnap = 0.001;

double coveredArea(const std::vector<glm::dvec2>& points,
                   std::span<const std::uint32_t> triangles) {
    double twice = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        twice += std::abs(twiceSignedArea(
            {points[triangles[i]], points[triangles[i + 1]], points[triangles[i + 2]]}));
    }
    return twice / 2;
}

/// Adds the triangles only if they cover what the polygon bounds: on an invalid polygon they do
/// not.
bool addClipped(const Polygon& polygon, Mesh& mesh) {
    auto triangles = clipEars(polygon);
    if (!triangles) return false;
    std::vector<glm::dvec2> points;
    for (const Ring& ring : polygon.rings) points.insert(points.end(), ring.begin(), ring.end());
    const double wanted = areaOf(polygon), covered = coveredArea(points, *triangles);
    if (std::abs(covered - wanted) > 1e-9 * wanted + 1e-9) return false;
    flipToDelaunay(points, *triangles);
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    mesh.vertices.insert(mesh.vertices.end(), points.begin(), points.end());
    for (const std::uint32_t i : *triangles) mesh.indices.push_back(base + i);
    mesh.area += covered;
    return true;
}

/// GEOS's own triangles, where ours do not add up.
void addByGeos(const Polygon& polygon, Geos& geos, Mesh& mesh) {
    for (auto corners : geos.triangles(polygon)) {
        const double twice = twiceSignedArea({corners[0], corners[1], corners[2]});
        if (twice < 0) std::swap(corners[1], corners[2]);
        for (const glm::dvec2 p : corners) {
            mesh.indices.push_back(static_cast<std::uint32_t>(mesh.vertices.size()));
            mesh.vertices.push_back(p);
        }
        mesh.area += std::abs(twice) / 2;
    }
}

}  // namespace

void triangulate(const Polygon& polygon, Geos& geos, Mesh& mesh) {
    if (addClipped(polygon, mesh)) return;
    for (const Polygon& sound : geos.repaired(polygon)) {
        if (addClipped(sound, mesh)) continue;
        for (const Polygon& coarse : geos.snapped(sound, kSnap)) {
            if (!addClipped(coarse, mesh)) addByGeos(coarse, geos, mesh);
        }
    }
}

}  // namespace ebbflow::geo
