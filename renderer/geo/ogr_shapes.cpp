#include "geo/ogr_shapes.hpp"

#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <ogr_geometry.h>

#include "geo/unwrap.hpp"

namespace ebbflow::geo {

namespace {

/// Sources cross the antimeridian by up to a turn, and rounding passes the pole by a hair; metres
/// and feet are far beyond both.
constexpr double kFarthestLongitude = 540.0, kFarthestLatitude = 90.0 + 1e-6;

/// What is wrong with a point that should be in degrees, or nothing.
std::string pointFault(glm::dvec2 p) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return "a coordinate is not a number";
    if (std::abs(p.x) <= kFarthestLongitude && std::abs(p.y) <= kFarthestLatitude) return {};
    return fmt::format("its coordinates are not degrees ({:.10g}, {:.10g}); is the .prj missing?",
                       p.x, p.y);
}

/// Points in order, consecutive equals once; or the fault of the first that has one.
std::string takePoints(const OGRSimpleCurve& curve, std::vector<glm::dvec2>& into) {
    const int count = curve.getNumPoints();
    into.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const glm::dvec2 p{curve.getX(i), curve.getY(i)};
        if (std::string fault = pointFault(p); !fault.empty()) return fault;
        if (into.empty() || into.back() != p) into.push_back(p);
    }
    return {};
}

std::string addPolygon(const OGRPolygon& source, Feature& feature) {
    Polygon polygon;
    for (int i = -1; i < source.getNumInteriorRings(); ++i) {
        const OGRLinearRing* from = i < 0 ? source.getExteriorRing() : source.getInteriorRing(i);
        if (!from || from->IsEmpty()) continue;
        Ring ring;
        if (std::string fault = takePoints(*from, ring); !fault.empty()) return fault;
        if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
        if (ring.size() < 3) {
            return fmt::format("a ring has {} different point{}, and needs three", ring.size(),
                               ring.size() == 1 ? "" : "s");
        }
        polygon.rings.push_back(std::move(ring));
    }
    if (polygon.rings.empty()) return "a polygon is empty";
    unwrapPolygon(polygon);
    feature.polygons.push_back(std::move(polygon));
    return {};
}

std::string addLine(const OGRSimpleCurve& source, Feature& feature) {
    Polyline line;
    if (std::string fault = takePoints(source, line.points); !fault.empty()) return fault;
    if (line.points.size() < 2) return "a line has fewer than two different points";
    if (line.points.size() > 3 && line.points.front() == line.points.back()) {
        line.points.pop_back();
        line.closed = true;
    }
    unwrapLine(line);
    feature.lines.push_back(std::move(line));
    return {};
}

std::string addOutlines(const OGRPolygon& source, Feature& feature) {
    Feature areas;
    std::string fault = addPolygon(source, areas);
    for (const Polygon& polygon : areas.polygons) {
        for (Polyline& line : outlines(polygon)) feature.lines.push_back(std::move(line));
    }
    return fault;
}

std::string addPoint(const OGRPoint& source, Feature& feature) {
    if (source.IsEmpty()) return "a point is empty";
    const glm::dvec2 p{source.getX(), source.getY()};
    if (std::string fault = pointFault(p); !fault.empty()) return fault;
    feature.points.push_back(p);
    return {};
}

std::string addPlain(const OGRGeometry& geometry, ShapeKind kind, Feature& feature) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (kind == ShapeKind::polygons && (type == wkbPolygon || type == wkbTriangle)) {
        return addPolygon(*geometry.toPolygon(), feature);
    }
    if (kind == ShapeKind::lines && type == wkbLineString) {
        return addLine(*geometry.toLineString(), feature);
    }
    if (kind == ShapeKind::lines && type == wkbPolygon) {
        return addOutlines(*geometry.toPolygon(), feature);
    }
    if (kind == ShapeKind::points && type == wkbPoint)
        return addPoint(*geometry.toPoint(), feature);
    return {};
}

}  // namespace

std::string addShapes(const OGRGeometry& geometry, ShapeKind kind, Feature& feature) {
    if (geometry.hasCurveGeometry()) {
        const std::unique_ptr<OGRGeometry> chords(geometry.getLinearGeometry());
        return chords ? addShapes(*chords, kind, feature) : "its curves cannot be read";
    }
    if (!OGR_GT_IsSubClassOf(wkbFlatten(geometry.getGeometryType()), wkbGeometryCollection)) {
        return addPlain(geometry, kind, feature);
    }
    std::string fault;
    for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
        std::string found = addShapes(*part, kind, feature);
        if (fault.empty()) fault = std::move(found);
    }
    return fault;
}

bool canHold(int wkbType, ShapeKind kind) {
    const OGRwkbGeometryType type = wkbFlatten(static_cast<OGRwkbGeometryType>(wkbType));
    if (type == wkbUnknown || type == wkbGeometryCollection) return true;
    const int dimension =
        OGR_GT_IsSubClassOf(type, wkbCurve) || type == wkbMultiLineString || type == wkbMultiCurve
            ? 1
        : type == wkbPoint || type == wkbMultiPoint ? 0
                                                    : 2;
    switch (kind) {
        case ShapeKind::polygons:
            return dimension == 2;
        case ShapeKind::lines:
            return dimension >= 1;
        case ShapeKind::points:
            return dimension == 0;
        case ShapeKind::none:
            return true;
    }
    return false;
}

}  // namespace ebbflow::geo
