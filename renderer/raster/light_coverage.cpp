#include "raster/light_coverage.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>

#include <glm/geometric.hpp>

#include "flow/paths.hpp"
#include "raster/light_motion.hpp"
#include "raster/look.hpp"
#include "raster/ribbon_strips.hpp"

namespace ebbflow::raster {
namespace {

constexpr int kSegments = flow::kPathSamples - 1;
static_assert(kSegments <= 64);

// Reference pixels: a little more than what a look draws.
constexpr float kTailRoom = 1;
constexpr float kBesideRoom = 2;
constexpr float kHalo = kHeadEdge * kSoftHead;  // of a head's radius
// Real pixels: smooth edges, and what three points of a segment's curve do not tell of it.
constexpr float kRoom = 5;

/// Real pixels from the bottom left; nothing close to the camera or behind it.
std::optional<glm::vec2> pixelAt(const ViewBlock& view, const glm::vec3& km) {
    const glm::vec4 clip = clipOf(view, km);
    if (clip.w < view.nearest) return std::nullopt;
    return pixelOf(view, clip);
}

struct Bounds {
    glm::vec2 least{std::numeric_limits<float>::max()};
    glm::vec2 most{std::numeric_limits<float>::lowest()};

    void add(glm::vec2 at) {
        least = glm::min(least, at);
        most = glm::max(most, at);
    }
    [[nodiscard]] PixelRect grown(float by) const {
        return PixelRect{least.x, least.y, most.x, most.y}.grown(by);
    }
};

/// What lies round a light's head and beside its tails, reference pixels for size 1.
float besideOf(const picture::LightLook& look) {
    const float flank = std::max(look.tail.crispWidth, look.tail.softWidth) * look.head.radius;
    return std::max(kHalo * look.head.radius, look.tail.spread * look.tail.longest + flank) +
           kBesideRoom;
}

/// Beginning, middle and end of a segment in one lane.
std::optional<std::array<glm::vec2, 3>> pointsOf(std::span<const glm::vec4> packed,
                                                 std::uint32_t path, int segment, float lane,
                                                 const ViewBlock& view, float laneScale) {
    std::array<glm::vec2, 3> points{};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const float s = (static_cast<float>(segment) + 0.5F * static_cast<float>(i)) / kSegments;
        const auto at = pixelAt(view, pathPoint(packed, path, s, lane, laneScale));
        if (!at) return std::nullopt;
        points[i] = *at;
    }
    return points;
}

/// Adds where tails of lights at these points may lie.
void addTails(const std::array<glm::vec2, 3>& points, float tail, Bounds& bounds) {
    for (std::size_t i = 0; i < 2; ++i) {
        const glm::vec2 way = points[i + 1] - points[i];
        const float length = glm::length(way);
        for (const glm::vec2 point : points) {
            if (length > 0.25F) {
                bounds.add(point - way * (tail / length));
            } else {
                // Too short to tell its direction.
                bounds.add(point - tail);
                bounds.add(point + tail);
            }
        }
    }
}

}  // namespace

LightCoverage::LightCoverage(std::shared_ptr<const picture::Lights> lights,
                             std::vector<glm::vec4> packed)
    : lights_(std::move(lights)),
      packed_(std::move(packed)),
      taken_(packed_.size() / flow::kPathSamples) {
    makeRoomFor(picture::lookNamed(""));
    for (const picture::LightLook& look : lights_->looks) makeRoomFor(look);
}

void LightCoverage::makeRoomFor(const picture::LightLook& look) {
    tail_ = std::max(tail_, look.size * (look.tail.longest + kTailRoom));
    beside_ = std::max(beside_, look.size * besideOf(look));
}

void LightCoverage::findUnderWay(const picture::MapPicture& picture, float now) {
    std::ranges::fill(taken_, 0);
    const auto count = static_cast<std::uint32_t>(lights_->vertices.size());
    const auto take = [&](std::uint32_t path, float ofWay) {
        if (path >= taken_.size()) return;
        // The shader may round a light across a sample.
        const float at = lights_->part(path).local(ofWay) * kSegments;
        if (at < -0.01F || at > kSegments + 0.01F) return;
        const int first = std::max(static_cast<int>(at - 0.01F), 0);
        const int last = std::min(static_cast<int>(at + 0.01F), kSegments - 1);
        taken_[path] |= std::uint64_t{1} << first | std::uint64_t{1} << last;
    };
    const auto standing = static_cast<std::uint32_t>(lights_->standing.size());
    for (const picture::LightRange& range : picture.standing) {
        const std::uint32_t end = std::min(range.first + range.count, standing);
        for (std::uint32_t i = range.first; i < end; ++i)
            take(lights_->standing[i].path, lights_->standing[i].departure);
    }
    for (const picture::LightRange& range : picture.lights) {
        const std::uint32_t end = std::min(range.first + range.count, count);
        for (std::uint32_t i = range.first; i < end; ++i) {
            const picture::LightVertex& light = lights_->vertices[i];
            const float u = (now - light.departure) / light.duration;
            if (u > 0 && u < 1) take(light.path, eased(u));
        }
    }
}

void LightCoverage::markStretch(std::uint32_t path, int segment, const ViewBlock& view,
                                float laneScale, LightTiles& tiles) const {
    Bounds bounds;
    for (const float lane : {-1.0F, 1.0F}) {
        const auto points = pointsOf(packed_, path, segment, lane, view, laneScale);
        if (!points) return tiles.markAll();
        for (const glm::vec2 point : *points) bounds.add(point);
        addTails(*points, tail_ * view.scale, bounds);
    }
    tiles.mark(bounds.grown(beside_ * view.scale + kRoom));
}

void LightCoverage::markRibbon(const picture::Ribbon& ribbon, const ViewBlock& view,
                               float laneScale, LightTiles& tiles) const {
    if (ribbon.path >= taken_.size() || ribbon.strength <= 0) return;
    const auto shown = shownPart(ribbon, lights_->part(ribbon.path));
    if (!shown) return;
    const int first = std::max(static_cast<int>(shown->onPath.x * kSegments), 0);
    const int last = std::min(static_cast<int>(shown->onPath.y * kSegments), kSegments - 1);
    for (int segment = first; segment <= last; ++segment) {
        const auto points = pointsOf(packed_, ribbon.path, segment, 0, view, laneScale);
        if (!points) return tiles.markAll();
        Bounds bounds;
        for (const glm::vec2 point : *points) bounds.add(point);
        tiles.mark(
            bounds.grown((0.75F * ribbon.width + 1 + std::abs(ribbon.aside)) * view.scale + kRoom));
    }
}

void LightCoverage::mark(const picture::MapPicture& picture, const ViewBlock& view, float laneScale,
                         LightTiles& tiles) {
    findUnderWay(picture, view.filmSeconds);
    for (std::uint32_t path = 0; path < taken_.size(); ++path) {
        for (std::uint64_t left = taken_[path]; left != 0; left &= left - 1)
            markStretch(path, std::countr_zero(left), view, laneScale, tiles);
    }
    for (const picture::Ribbon& ribbon : picture.ribbons)
        markRibbon(ribbon, view, laneScale, tiles);
}

}  // namespace ebbflow::raster
