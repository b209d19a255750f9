#include "geo/geos.hpp"

#include <memory>
#include <new>
#include <optional>

#include <geos_c.h>

#include "core/error.hpp"
#include "geo/edge_bands.hpp"

namespace ebbflow::geo {

namespace {

using Context = GEOSContextHandle_t;

struct GeometryEnds {
    Context context;
    void operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(context, g); }
};
using GeometryPtr = std::unique_ptr<GEOSGeometry, GeometryEnds>;

void keepMessage(const char* message, void* into) {
    *static_cast<std::string*>(into) = message;
}

/// GEOS turns every exception into words. Want of memory is no fault of the shape, so that one is
/// turned back.
[[noreturn]] void refuse(const std::string& reason) {
    if (reason.find("bad_alloc") != std::string::npos) throw std::bad_alloc();
    throw core::Failure("a shape cannot be cut: " + reason);
}

GeometryPtr checked(Context context, GEOSGeometry* geometry, const std::string& reason) {
    if (!geometry) refuse(reason);
    return GeometryPtr(geometry, GeometryEnds{context});
}

GEOSGeometry* makeRing(Context context, const Ring& ring, const std::string& reason) {
    std::vector<double> xy;
    xy.reserve(2 * ring.size() + 2);
    for (const glm::dvec2 p : ring) xy.insert(xy.end(), {p.x, p.y});
    xy.insert(xy.end(), {ring.front().x, ring.front().y});
    const auto count = static_cast<unsigned>(ring.size() + 1);
    GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(context, xy.data(), count, 0, 0);
    if (!points) refuse(reason);
    GEOSGeometry* made = GEOSGeom_createLinearRing_r(context, points);
    if (!made) refuse(reason);
    return made;
}

/// Rings of under three points bound nothing and are left out.
GeometryPtr toGeos(Context context, const Polygon& polygon, const std::string& reason) {
    GEOSGeometry* outline = nullptr;
    std::vector<GEOSGeometry*> holes;
    for (const Ring& ring : polygon.rings) {
        if (ring.size() < 3) {
            if (!outline) break;
            continue;
        }
        GEOSGeometry* made = makeRing(context, ring, reason);
        if (!outline) {
            outline = made;
        } else {
            holes.push_back(made);
        }
    }
    if (!outline) return GeometryPtr(GEOSGeom_createEmptyPolygon_r(context), GeometryEnds{context});
    return checked(context,
                   GEOSGeom_createPolygon_r(context, outline, holes.data(),
                                            static_cast<unsigned>(holes.size())),
                   reason);
}

GeometryPtr toGeos(Context context, const std::vector<Polygon>& polygons,
                   const std::string& reason) {
    if (polygons.size() == 1) return toGeos(context, polygons.front(), reason);
    std::vector<GEOSGeometry*> parts;
    parts.reserve(polygons.size());
    for (const Polygon& p : polygons) parts.push_back(toGeos(context, p, reason).release());
    return checked(context,
                   GEOSGeom_createCollection_r(context, GEOS_MULTIPOLYGON, parts.data(),
                                               static_cast<unsigned>(parts.size())),
                   reason);
}

Ring fromGeos(Context context, const GEOSGeometry* ring) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(context, ring);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(context, sequence, &count);
    Ring points(count);
    for (unsigned i = 0; i < count; ++i) {
        GEOSCoordSeq_getXY_r(context, sequence, i, &points[i].x, &points[i].y);
    }
    if (!points.empty()) points.pop_back();
    return points;
}

/// Collections may nest: every polygon in them counts.
void collectPolygons(Context context, const GEOSGeometry* geometry, std::vector<Polygon>& into) {
    const int type = GEOSGeomTypeId_r(context, geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(context, geometry) == 1) return;
        Polygon polygon;
        polygon.rings.push_back(fromGeos(context, GEOSGetExteriorRing_r(context, geometry)));
        const int holes = GEOSGetNumInteriorRings_r(context, geometry);
        for (int i = 0; i < holes; ++i) {
            polygon.rings.push_back(
                fromGeos(context, GEOSGetInteriorRingN_r(context, geometry, i)));
        }
        into.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(context, geometry);
        for (int i = 0; i < parts; ++i) {
            collectPolygons(context, GEOSGetGeometryN_r(context, geometry, i), into);
        }
    }
}

/// Even-odd crossings of a ray to the east.
bool contains(const EdgeBands& bands, glm::dvec2 p) {
    bool inside = false;
    for (const PlaneEdge* edge : bands[bands.at(p.y)]) {
        const glm::dvec2 a = edge->a, b = edge->b;
        if ((a.y > p.y) == (b.y > p.y)) continue;
        if (p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
    }
    return inside;
}

/// The rings as lines, split where they meet.
GeometryPtr splitRings(Context context, const Polygon& polygon, const std::string& reason) {
    std::vector<GEOSGeometry*> rings;
    for (const Ring& ring : polygon.rings) {
        if (ring.size() >= 3) rings.push_back(makeRing(context, ring, reason));
    }
    const GeometryPtr lines =
        checked(context,
                GEOSGeom_createCollection_r(context, GEOS_MULTILINESTRING, rings.data(),
                                            static_cast<unsigned>(rings.size())),
                reason);
    return checked(context, GEOSUnaryUnion_r(context, lines.get()), reason);
}

/// A point inside of a face, off its edges.
std::optional<glm::dvec2> pointIn(Context context, const GEOSGeometry* face) {
    const GeometryPtr point(GEOSPointOnSurface_r(context, face), GeometryEnds{context});
    glm::dvec2 p{};
    if (!point || GEOSGeomGetX_r(context, point.get(), &p.x) != 1 ||
        GEOSGeomGetY_r(context, point.get(), &p.y) != 1)
        return std::nullopt;
    return p;
}

std::vector<Polygon> polygonsOf(Context context, const GeometryPtr& geometry) {
    std::vector<Polygon> result;
    collectPolygons(context, geometry.get(), result);
    return result;
}

}  // namespace

Geos::Geos() : context_(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(context_, keepMessage, &lastMessage_);
}

Geos::~Geos() {
    GEOS_finish_r(context_);
}

std::vector<Polygon> Geos::repaired(const Polygon& polygon) {
    const GeometryPtr shape = toGeos(context_, polygon, lastMessage_);
    if (GEOSisEmpty_r(context_, shape.get()) == 1) return {};
    if (GEOSisValid_r(context_, shape.get()) == 1) return {polygon};
    const GeometryPtr lines = splitRings(context_, polygon, lastMessage_);
    const GEOSGeometry* all = lines.get();
    const auto faces = checked(context_, GEOSPolygonize_r(context_, &all, 1), lastMessage_);
    const EdgeBands bands(polygon);
    std::vector<Polygon> inside;
    for (int i = 0; i < GEOSGetNumGeometries_r(context_, faces.get()); ++i) {
        const GEOSGeometry* face = GEOSGetGeometryN_r(context_, faces.get(), i);
        const auto point = pointIn(context_, face);
        if (point && contains(bands, *point)) collectPolygons(context_, face, inside);
    }
    return inside;
}

std::vector<Polygon> Geos::snapped(const Polygon& polygon, double step) {
    const GeometryPtr shape = toGeos(context_, polygon, lastMessage_);
    return polygonsOf(
        context_,
        checked(context_, GEOSGeom_setPrecision_r(context_, shape.get(), step, 0), lastMessage_));
}

std::vector<Polygon> Geos::intersection(const std::vector<Polygon>& a, const Polygon& b) {
    const GeometryPtr shape = toGeos(context_, a, lastMessage_);
    const GeometryPtr window = toGeos(context_, b, lastMessage_);
    return polygonsOf(
        context_,
        checked(context_, GEOSIntersection_r(context_, shape.get(), window.get()), lastMessage_));
}

std::vector<Polygon> Geos::difference(const Polygon& a, const std::vector<Polygon>& b) {
    const GeometryPtr whole = toGeos(context_, a, lastMessage_);
    const GeometryPtr less = toGeos(context_, b, lastMessage_);
    return polygonsOf(
        context_,
        checked(context_, GEOSDifference_r(context_, whole.get(), less.get()), lastMessage_));
}

std::vector<Polygon> Geos::united(const std::vector<Polygon>& polygons) {
    const GeometryPtr parts = toGeos(context_, polygons, lastMessage_);
    return polygonsOf(context_,
                      checked(context_, GEOSUnaryUnion_r(context_, parts.get()), lastMessage_));
}

std::vector<std::array<glm::dvec2, 3>> Geos::triangles(const Polygon& polygon) {
    const GeometryPtr shape = toGeos(context_, polygon, lastMessage_);
    const auto mesh = checked(
        context_, GEOSConstrainedDelaunayTriangulation_r(context_, shape.get()), lastMessage_);
    std::vector<std::array<glm::dvec2, 3>> result;
    for (const Polygon& triangle : polygonsOf(context_, mesh)) {
        const Ring& ring = triangle.rings.front();
        if (ring.size() == 3) result.push_back({ring[0], ring[1], ring[2]});
    }
    return result;
}

}  // namespace ebbflow::geo
