#include "raster/ribbon_strips.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "flow/paths.hpp"
#include "raster/light_motion.hpp"
#include "raster/look.hpp"
#include "raster/splats.hpp"

namespace ebbflow::raster {
namespace {

constexpr float kVeilShare = 0.30F;  // of a light's colour, at full strength

/// How close a ribbon's chords stay to its curve, reference pixels; the camera's tilt can bring
/// what is near half as near again.
constexpr double kChordPixels = 0.07;
// Threads that lie side by side draw together at their ends in a curve of its own.
constexpr double kFewestSteps = 32;
constexpr double kMostSteps = 3.0 * (flow::kPathSamples - 1);

/// One side of a ribbon at one part of its path.
struct Corner {
    glm::vec2 at;
    float across, towards, shown, share;
};

/// Both sides, right and left.
using Rung = std::array<Corner, 2>;

float between(glm::vec2 ends, float part) {
    return ends.x * (1 - part) + ends.y * part;
}

std::optional<Rung> rungOf(const RibbonView& own, const picture::Ribbon& ribbon,
                           const ShownPart& ends, float part) {
    const ViewBlock& view = *own.view;
    const float s = between(ends.ofWay, part), shown = between(ends.shown, part);
    const Spot spot =
        pathSpot(own.paths, ribbon.path, between(ends.onPath, part), {}, own.laneScale);
    const glm::vec4 here = clipOf(view, spot.point);
    const glm::vec4 before = clipOf(view, spot.point - 0.004F * spot.way);
    const glm::vec4 after = clipOf(view, spot.point + 0.004F * spot.way);
    if (std::min({here.w, before.w, after.w}) < view.nearest) return std::nullopt;
    const glm::vec2 way = pixelOf(view, after) - pixelOf(view, before);
    const float length = std::sqrt(way.x * way.x + way.y * way.y);
    const glm::vec2 side = length > 1e-5F ? glm::vec2(way.y, -way.x) / length : glm::vec2(0);
    const float thin = (0.5F * ribbon.width * (1.5F - s) + 1) * view.scale;
    const float reach = std::max(thin, 1.0F);
    const float fromMiddle = 2 * s - 1, squared = fromMiddle * fromMiddle;
    const float fourth = squared * squared, eighth = fourth * fourth;
    const float aside = ribbon.aside * view.scale * (1 - eighth * eighth);
    const glm::vec2 middle = pixelOf(view, here) + side * aside;
    const auto corner = [&](float hand) {
        return Corner{middle + side * (hand * reach), hand, s, shown, thin / reach};
    };
    return Rung{corner(-1), corner(1)};
}

void appendPiece(const std::array<Corner, 3>& corners, std::uint32_t ribbon, RibbonStrips& out) {
    const Corners at{corners[0].at, corners[1].at, corners[2].at};
    const auto area = static_cast<float>(twiceArea(at));
    if (!(std::abs(area) > 1e-6F)) return;
    const auto gradient = [&](float Corner::*number) {
        return gradientOf(at, {corners[0].*number, corners[1].*number, corners[2].*number},
                          1 / area);
    };
    out.pieces.push_back({at, gradient(&Corner::across), gradient(&Corner::towards),
                          gradient(&Corner::shown), gradient(&Corner::share), ribbon});
}

void appendRibbon(const RibbonView& own, const picture::Ribbon& ribbon, const ShownPart& ends,
                  RibbonStrips& out) {
    const auto number = static_cast<std::uint32_t>(out.looks.size() - 1);
    const int steps = stepsOf(ends, own.bends[ribbon.path] * own.pixelsPerKm);
    std::optional<Rung> last;
    for (int i = 0; i <= steps; ++i) {
        const auto next =
            rungOf(own, ribbon, ends, static_cast<float>(i) / static_cast<float>(steps));
        if (last && next) {
            appendPiece({(*last)[0], (*last)[1], (*next)[0]}, number, out);
            appendPiece({(*next)[0], (*last)[1], (*next)[1]}, number, out);
        }
        last = next;
    }
}

}  // namespace

std::optional<ShownPart> shownPart(const picture::Ribbon& ribbon, const picture::PathPart& part) {
    const glm::vec2 ofWay{std::max(ribbon.from, part.begin), std::min(ribbon.to, part.end)};
    if (!(ofWay.y > ofWay.x)) return std::nullopt;
    const float whole = ribbon.to - ribbon.from;
    return ShownPart{ofWay,
                     {part.local(ofWay.x), part.local(ofWay.y)},
                     {(ofWay.x - ribbon.from) / whole, (ofWay.y - ribbon.from) / whole}};
}

int stepsOf(const ShownPart& part, double bendPixels) {
    const double chord = std::sqrt(8 * kChordPixels / std::max(bendPixels, 1e-6));
    const double whole = std::clamp((flow::kPathSamples - 1) / chord, kFewestSteps, kMostSteps);
    return static_cast<int>(std::ceil(whole * (part.onPath.y - part.onPath.x))) + 1;
}

glm::vec3 ribbonLight(const picture::LightLook& look, float strength, bool drifts) {
    constexpr glm::vec3 kLuma{0.2126F, 0.7152F, 0.0722F};
    const glm::vec3 light = lightOf(look);
    if (drifts) return light * (strength * kVeilShare);
    return light * (strength * kThread / std::max(glm::dot(light, kLuma), 1e-3F));
}

void makeStrips(const RibbonView& own, RibbonStrips& strips) {
    strips.looks.clear();
    strips.pieces.clear();
    for (const picture::Ribbon& ribbon : own.map->ribbons) {
        const float strength = ribbon.strength * own.map->brightness.at(ribbon.kind);
        if (ribbon.path >= own.bends.size() || strength <= 0) continue;
        const auto ends = shownPart(ribbon, own.lights->part(ribbon.path));
        if (!ends) continue;
        strips.looks.push_back(
            {ribbonLight(own.lights->looks.at(ribbon.kind), strength, ribbon.drifts),
             ribbon.softness, ribbon.drifts});
        appendRibbon(own, ribbon, *ends, strips);
    }
}

}  // namespace ebbflow::raster
