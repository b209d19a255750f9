#include "raster/outline.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/geometric.hpp>

namespace ebbflow::raster {
namespace {

glm::vec4 rgba(const core::Colour& c) {
    return {c.r, c.g, c.b, c.a};
}

glm::vec2 real(core::PixelPoint p, float scale) {
    return glm::vec2(static_cast<float>(p.x), static_cast<float>(p.y)) * scale;
}

void quad(const MeshVertex& a, const MeshVertex& b, const MeshVertex& c, const MeshVertex& d,
          std::vector<MeshVertex>& out) {
    for (const MeshVertex& vertex : {a, b, c, c, b, d}) out.push_back(vertex);
}

/// One column of a strip: faded out above, full, full, faded out below.
using Column = std::array<MeshVertex, 4>;

Column columnAt(const picture::StripItem& item, std::size_t i, std::size_t count, float scale) {
    const auto slope = [&](const std::vector<core::PixelPoint>& edge) {
        const auto& a = edge[i > 0 ? i - 1 : i];
        const auto& b = edge[i + 1 < count ? i + 1 : i];
        return b.x > a.x ? static_cast<float>((b.y - a.y) / (b.x - a.x)) : 0.0F;
    };
    const glm::vec2 p = real(item.upper[i], scale), q = real(item.lower[i], scale);
    const float top = std::min(p.y, q.y), bottom = std::max(p.y, q.y), middle = (top + bottom) / 2;
    // Half a pixel across the edge is more than that from top to bottom where it is steep.
    const float reach =
        0.5F * std::hypot(1.0F, std::max(std::abs(slope(item.upper)), std::abs(slope(item.lower))));
    const float cover = std::min(1.0F, (bottom - top) / (2 * reach));
    const glm::vec4 colour = rgba(item.colour);
    return {MeshVertex{{p.x, top - reach}, {0, -1}, colour},
            MeshVertex{{p.x, std::min(top + reach, middle)}, {cover, -1}, colour},
            MeshVertex{{q.x, std::max(bottom - reach, middle)}, {cover, -1}, colour},
            MeshVertex{{q.x, bottom + reach}, {0, -1}, colour}};
}

glm::vec2 leftOf(glm::vec2 from, glm::vec2 to) {
    const glm::vec2 way = to - from;
    const float length = glm::length(way);
    return length > 0 ? glm::vec2(-way.y, way.x) / length : glm::vec2(0);
}

/// The side at a joint, so long that the edges of both segments meet, up to twice their width.
glm::vec2 mitre(const std::vector<glm::vec2>& points, std::size_t i) {
    const glm::vec2 before =
        i > 0 ? leftOf(points[i - 1], points[i]) : leftOf(points[i], points[i + 1]);
    const glm::vec2 after = i + 1 < points.size() ? leftOf(points[i], points[i + 1]) : before;
    const glm::vec2 sum = before + after;
    return sum / std::max(glm::dot(sum, after), 0.5F);
}

std::vector<glm::vec2> distinct(const picture::PolylineItem& item, float scale) {
    std::vector<glm::vec2> points;
    for (const auto& point : item.points) {
        const glm::vec2 p = real(point, scale);
        if (points.empty() || glm::distance(points.back(), p) > 0.05F) points.push_back(p);
    }
    return points;
}

}  // namespace

void appendStrip(const picture::StripItem& item, float scale, std::vector<MeshVertex>& out) {
    const std::size_t count = std::min(item.lower.size(), item.upper.size());
    if (count < 2) return;
    Column left = columnAt(item, 0, count, scale);
    for (std::size_t i = 1; i < count; ++i) {
        const Column right = columnAt(item, i, count, scale);
        for (std::size_t row = 0; row < 3; ++row)
            quad(left[row], right[row], left[row + 1], right[row + 1], out);
        left = right;
    }
}

void appendPolyline(const picture::PolylineItem& item, float scale, std::vector<MeshVertex>& out) {
    const std::vector<glm::vec2> points = distinct(item, scale);
    if (points.size() < 2) return;
    const float half = 0.5F * item.width * scale, reach = half + 1;
    const glm::vec4 colour = rgba(item.colour);
    const auto vertex = [&](std::size_t i, float hand) {
        return MeshVertex{
            points[i] + mitre(points, i) * (hand * reach), {hand * reach, half}, colour};
    };
    for (std::size_t i = 1; i < points.size(); ++i) {
        quad(vertex(i - 1, 1), vertex(i, 1), vertex(i - 1, -1), vertex(i, -1), out);
    }
}

}  // namespace ebbflow::raster
