#include "raster/ground_shapes.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <span>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace ebbflow::raster {
namespace {

// ---- Areas ----

void appendTriangle(const ViewBlock& view, const std::array<glm::vec4, 3>& clip, std::uint32_t fill,
                    std::vector<GroundTriangle>& out) {
    GroundTriangle triangle;
    for (std::size_t i = 0; i < 3; ++i) triangle.outline[i] = snapped(pixelOf(view, clip[i]));
    triangle.fill = fill;
    const Corners& c = triangle.outline;
    const glm::vec2 size = view.pictureSize;
    if (highestOf(c) < 0 || lowestOf(c) > size.y) return;
    if (std::max({c[0].x, c[1].x, c[2].x}) < 0 || std::min({c[0].x, c[1].x, c[2].x}) > size.x)
        return;
    out.push_back(triangle);
}

/// The part of a triangle that is before the camera: up to two triangles.
void appendClipped(const ViewBlock& view, const std::array<glm::vec4, 3>& clip, std::uint32_t fill,
                   std::vector<GroundTriangle>& out) {
    std::array<glm::vec4, 4> kept{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const glm::vec4 &a = clip[i], &b = clip[(i + 1) % 3];
        const bool before = a.w >= view.nearest, next = b.w >= view.nearest;
        if (before) kept[count++] = a;
        if (before != next) kept[count++] = glm::mix(a, b, (view.nearest - a.w) / (b.w - a.w));
    }
    for (std::size_t i = 2; i < count; ++i)
        appendTriangle(view, {kept[0], kept[i - 1], kept[i]}, fill, out);
}

void appendPatch(const ViewBlock& view, const geo::AreaLayer& layer,
                 std::span<const std::uint32_t> indices, std::uint32_t fill,
                 std::vector<GroundTriangle>& out) {
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        std::array<glm::vec4, 3> clip{};
        float nearest = view.nearest;
        for (std::size_t k = 0; k < 3; ++k) {
            clip[k] = clipOf(view, glm::vec3(layer.vertices[indices[i + k]], 0));
            nearest = std::min(nearest, clip[k].w);
        }
        if (nearest >= view.nearest)
            appendTriangle(view, clip, fill, out);
        else
            appendClipped(view, clip, fill, out);
    }
}

/// Triangles that are placed by one thread.
struct PatchWork {
    const geo::AreaLayer* layer;
    std::span<const std::uint32_t> indices;
    std::uint32_t fill;
};

// ---- Lines ----

constexpr float kMitreLimit = 2.5F;

struct Join {
    glm::vec2 side;
    bool mitred;
};

/// The side that turns from one direction into the next, long enough for the edges to meet; plain
/// where the turn is too sharp for a mitre: there the round ends cover the corner.
Join joinOf(glm::vec2 side, glm::vec2 otherDirection) {
    const glm::vec2 sum = side + glm::vec2(-otherDirection.y, otherDirection.x);
    const float along = glm::dot(sum, side);
    if (along < 0.35F) return {side, false};
    const glm::vec2 mitre = sum / along;
    if (glm::dot(mitre, mitre) > kMitreLimit * kMitreLimit) return {side, false};
    return {mitre, true};
}

/// A line of one style, as far as it is drawn.
struct LineWork {
    const ViewBlock& view;
    const LineStyle& style;
    float drawnKm;
};

glm::vec4 clipOfPoint(const ViewBlock& view, const glm::vec4& point) {
    return clipOf(view, glm::vec3(point.x, point.y, 0));
}

/// Where the neighbour goes on to or comes from; nothing where there is none to be seen.
std::optional<glm::vec2> wayBetween(const ViewBlock& view, const glm::vec4& neighbour, glm::vec2 at,
                                    bool onwards) {
    if (neighbour.z < 0) return std::nullopt;
    const glm::vec4 clip = clipOfPoint(view, neighbour);
    if (clip.w < view.nearest) return std::nullopt;
    const glm::vec2 way = onwards ? pixelOf(view, clip) - at : at - pixelOf(view, clip);
    const float squared = glm::dot(way, way);
    if (!(squared > 1e-6F)) return std::nullopt;
    return way / std::sqrt(squared);
}

void setPattern(const LineWork& work, GroundSegment& segment) {
    if (work.style.period <= 0) return;
    // Dots stand at multiples of a power of two of kilometres, so that they never slide along the
    // line as the camera nears: between two powers every second one fades in.
    const auto steps = static_cast<float>(std::log2(
        static_cast<double>(work.style.period * work.view.scale / work.view.pixelsPerKm)));
    const float whole = std::floor(steps);
    segment.period = std::exp2(whole);
    segment.oddDots = 1 - (steps - whole);
    segment.dot = work.style.on;
}

/// `points`: the segment's ends between their neighbours.
void appendSegment(const LineWork& work, const glm::vec4* points, std::vector<GroundSegment>& out) {
    const ViewBlock& view = work.view;
    const glm::vec4 from = points[1];
    glm::vec4 to = points[2];
    if (from.z > work.drawnKm) return;
    // What has not been drawn yet ends the segment early.
    const float part =
        to.z > work.drawnKm ? (work.drawnKm - from.z) / std::max(to.z - from.z, 1e-6F) : 1.0F;
    if (part < 1) to = glm::vec4(glm::mix(glm::vec3(from), glm::vec3(to), part), to.w);
    glm::vec4 a = clipOfPoint(view, from), b = clipOfPoint(view, to);
    const bool cutStart = a.w < view.nearest, cutEnd = b.w < view.nearest;
    if (cutStart && cutEnd) return;
    float alongA = from.z, alongB = to.z;
    if (cutStart) {
        const float t = (view.nearest - a.w) / (b.w - a.w);
        a = glm::mix(a, b, t);
        alongA = glm::mix(alongA, alongB, t);
    }
    if (cutEnd) {
        const float t = (view.nearest - b.w) / (a.w - b.w);
        b = glm::mix(b, a, t);
        alongB = glm::mix(alongB, alongA, t);
    }
    const glm::vec2 pa = pixelOf(view, a), pb = pixelOf(view, b), way = pb - pa;
    GroundSegment segment;
    segment.length = std::sqrt(way.x * way.x + way.y * way.y);
    segment.from = pa;
    segment.direction = segment.length > 1e-4F ? way / segment.length : glm::vec2(1, 0);
    segment.halfWidth = 0.5F * work.style.width * view.scale;
    const float reach = segment.halfWidth + 1;  // a pixel of room for the smooth edge
    const glm::vec2 size = view.pictureSize, room(3 * reach + 2);
    const glm::vec2 least = glm::min(pa, pb) - room, most = glm::max(pa, pb) + room;
    if (most.x < 0 || most.y < 0 || least.x > size.x || least.y > size.y) return;
    const glm::vec2 side(-segment.direction.y, segment.direction.x);
    Join joinA{side, false}, joinB{side, false};
    if (const auto before = cutStart ? std::nullopt : wayBetween(view, points[0], pa, false))
        joinA = joinOf(side, *before);
    if (const auto after =
            cutEnd || part < 1 ? std::nullopt : wayBetween(view, points[3], pb, true))
        joinB = joinOf(side, *after);
    segment.openStart = joinA.mitred ? 0.0F : 1.0F;
    segment.openEnd = joinB.mitred ? 0.0F : 1.0F;
    segment.kmAtStart = alongA;
    segment.kmPerPixel = segment.length > 1e-4F ? (alongB - alongA) / segment.length : 0;
    segment.colour = work.style.colour;
    setPattern(work, segment);
    const auto corner = [&](bool end, float hand) {
        const Join& join = end ? joinB : joinA;
        glm::vec2 at = (end ? pb : pa) + hand * reach * join.side;
        if (!join.mitred) at += segment.direction * (end ? reach : -reach);
        return snapped(at);
    };
    const glm::vec2 first = corner(false, -1), second = corner(true, -1), third = corner(false, 1),
                    fourth = corner(true, 1);
    segment.outline = {first, second, third};
    out.push_back(segment);
    segment.outline = {third, second, fourth};
    out.push_back(segment);
}

/// Lists that several threads fill, put one after the other.
template <class Thing, class Work, class Place>
void placeAll(const std::vector<Work>& works, Crew& crew, Place place, std::vector<Thing>& out) {
    constexpr std::size_t kShares = 64;
    std::vector<std::vector<Thing>> shares(std::min(kShares, works.size()));
    crew.share(static_cast<int>(shares.size()), [&](int number) {
        const auto n = static_cast<std::size_t>(number);
        const std::size_t from = works.size() * n / shares.size();
        const std::size_t to = works.size() * (n + 1) / shares.size();
        for (std::size_t i = from; i < to; ++i) place(works[i], shares[n]);
    });
    out.clear();
    for (const std::vector<Thing>& share : shares)
        out.insert(out.end(), share.begin(), share.end());
}

struct PieceWork {
    const LineLevel* level;
    const LinePiece* piece;
    const StyledLine* styled;
};

}  // namespace

void ShapeSource::makeReady(const GroundPlan& plan, int areaDetail, int lineDetail, Crew& crew) {
    std::vector<std::function<void()>> missing;
    for (const AreaFill& fill : plan.fills) {
        const auto [level, fresh] = areas_.try_emplace({fill.role, areaDetail});
        if (!fresh) continue;
        missing.emplace_back([&to = level->second, &layer = layerOf(world_, fill.role),
                              areaDetail] { to = clusterAreas(layer, cellOfLevel(areaDetail)); });
    }
    for (const LineStroke& stroke : plan.strokes) {
        const auto [level, fresh] = lines_.try_emplace({stroke.role, lineDetail});
        if (!fresh) continue;
        missing.emplace_back([&to = level->second, &layer = layerOf(world_, stroke.role),
                              lineDetail] { to = lineLevel(layer, lineDetail); });
    }
    crew.share(static_cast<int>(missing.size()),
               [&](int number) { missing[static_cast<std::size_t>(number)](); });
}

void ShapeSource::place(const GroundPlan& plan, const picture::CameraView& camera,
                        const ViewBlock& view, Crew& crew, GroundShapes& out) {
    const double aspect =
        static_cast<double>(view.pictureSize.x) / static_cast<double>(view.pictureSize.y);
    const Seen seen{visibleBox(camera, aspect), detailLevel(static_cast<double>(view.pixelsPerKm))};
    // A line hides more than an edge does: half the points of the areas will do.
    const int lineDetail = seen.detail < 0 ? seen.detail : seen.detail + 1;
    makeReady(plan, seen.detail, lineDetail, crew);
    std::vector<PatchWork> patches;
    for (std::uint32_t number = 0; number < plan.fills.size(); ++number) {
        const AreaFill& fill = plan.fills[number];
        if (fill.colour.a <= 0) continue;
        const geo::AreaLayer& layer = layerOf(world_, fill.role);
        const SimplifiedAreas& shapes = areas_.at({fill.role, seen.detail});
        for (const std::uint32_t index : fill.areas) {
            if (!touches(layer.areas.at(index).bounds, seen.box)) continue;
            for (const Patch& patch : shapes.patches[index]) {
                if (!touches(patch.bounds, seen.box)) continue;
                patches.push_back(
                    {&layer,
                     std::span(shapes.indices).subspan(patch.range.first, patch.range.count),
                     number});
            }
        }
    }
    placeAll(
        patches, crew,
        [&](const PatchWork& work, std::vector<GroundTriangle>& to) {
            appendPatch(view, *work.layer, work.indices, work.fill, to);
        },
        out.triangles);
    std::vector<PieceWork> pieces;
    for (const LineStroke& stroke : plan.strokes) {
        const geo::LineLayer& layer = layerOf(world_, stroke.role);
        const LineLevel& level = lines_.at({stroke.role, lineDetail});
        for (const StyledLine& styled : stroke.lines) {
            const bool hidden = styled.style.colour.a <= 0 || styled.style.drawn <= 0;
            if (hidden || !touches(layer.lines.at(styled.line).bounds, seen.box)) continue;
            for (const LinePiece& piece : level.lines[styled.line])
                if (touches(piece.bounds, seen.box)) pieces.push_back({&level, &piece, &styled});
        }
    }
    placeAll(
        pieces, crew,
        [&](const PieceWork& work, std::vector<GroundSegment>& to) {
            const LineStyle& style = work.styled->style;
            const LineWork line{view, style, style.drawn * work.level->lengths[work.styled->line]};
            for (std::int32_t i = 0; i < work.piece->segments; ++i)
                appendSegment(line, work.level->points.data() + work.piece->firstPoint + i, to);
        },
        out.segments);
}

}  // namespace ebbflow::raster
