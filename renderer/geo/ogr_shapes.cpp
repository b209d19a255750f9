#include "geo/ogr_shapes.hpp"

#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <ogr_geometry.h>

#include "geo/unwrap.hpp"

namespace ebbflow::geo {

namespace {

bool isNumber(glm::dvec2 p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

/// Points in order, consecutive equals once. Nothing when a coordinate is no number.
std::optional<std::vector<glm::dvec2>> pointsOf(const OGRSimpleCurve& curve) {
    std::vector<glm::dvec2> points;
    const int count = curve.getNumPoints();
    points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const glm::dvec2 p{curve.getX(i), curve.getY(i)};
        if (!isNumber(p)) return std::nullopt;
        if (points.empty() || points.back() != p) points.push_back(p);
    }
    return points;
}

std::string addPolygon(const OGRPolygon& source, Feature& feature) {
    Polygon polygon;
    for (int i = -1; i < source.getNumInteriorRings(); ++i) {
        const OGRLinearRing* from = i < 0 ? source.getExteriorRing() : source.getInteriorRing(i);
        if (!from || from->IsEmpty()) continue;
        auto ring = pointsOf(*from);
        if (!ring) return "a coordinate is not a number";
        if (ring->size() > 1 && ring->front() == ring->back()) ring->pop_back();
        if (ring->size() < 3) {
            return fmt::format("a ring has {} different point{}, and needs three", ring->size(),
                               ring->size() == 1 ? "" : "s");
        }
        polygon.rings.push_back(std::move(*ring));
    }
    if (polygon.rings.empty()) return "a polygon is empty";
    unwrapPolygon(polygon);
    feature.polygons.push_back(std::move(polygon));
    return {};
}

std::string addLine(const OGRSimpleCurve& source, Feature& feature) {
    auto points = pointsOf(source);
    if (!points) return "a coordinate is not a number";
    if (points->size() < 2) return "a line has fewer than two different points";
    Polyline line{std::move(*points), false};
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
    if (!isNumber(p)) return "a coordinate is not a number";
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
