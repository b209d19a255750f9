#include "raster/ground_raster.hpp"

#include <cmath>
#include <utility>

#include "picture/palette.hpp"
#include "raster/bins.hpp"

namespace ebbflow::raster {
namespace {

std::uint8_t levelOf(float share) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0F, 1.0F) * 255));
}

FlatColour flatColour(const core::Colour& colour, float relief) {
    const glm::vec3 root = picture::palette::flatMap(colour);
    return {levelOf(root.r), levelOf(root.g), levelOf(root.b), levelOf(relief)};
}

}  // namespace

bool GroundRaster::draw(const picture::BaseMap& base, GroundLight& ground) {
    if (drawn_ && *drawn_ == base) return false;
    const int width = ground.width(), height = ground.height();
    flat_.resize(width, height, false);
    const ViewBlock view = makeViewBlock(base.camera, width, height);
    const GroundPlan plan = planner_.plan(base);
    shapes_.place(plan, base.camera, view, crew_, placed_);
    std::vector<FlatFill> fills;
    for (const AreaFill& fill : plan.fills)
        fills.push_back({flatColour(fill.colour, fill.relief), fill.colour.a});
    const FlatColour sea = flatColour(picture::palette::kSea, 0);
    const Bins areas(placed_.triangles, height, true), lines(placed_.segments, height);
    const GroundLighting lighting{terrain_, view,
                                  mapFromNdc(base.camera, static_cast<double>(width) / height),
                                  terrain_.hasRelief ? plan.reliefStrength : 0, plan.slopeLight};
    memories_.resize(static_cast<std::size_t>(bandsOf(height)));
    crew_.share(bandsOf(height), [&](int number) {
        const Band band = bandAt(number, height);
        fillAreas(placed_.triangles, areas.of(number), fills, sea, band,
                  memories_[static_cast<std::size_t>(number)], flat_);
        layLines(placed_.segments, lines.of(number), band, flat_);
        lightGround(lighting, flat_, band, ground);
    });
    drawn_ = base;
    return true;
}

}  // namespace ebbflow::raster
