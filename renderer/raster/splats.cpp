#include "raster/splats.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include <glm/common.hpp>
#include <glm/packing.hpp>

#include "core/colour.hpp"
#include "flow/paths.hpp"
#include "raster/look.hpp"

namespace ebbflow::raster {
namespace {

constexpr float kPale = 0.85F;  // linear, what a look's paleness goes towards

// Corners from the head: forwards, sideways.

Corners comet(const SplatLook& look, float tail) {
    const float kept = look.atEnd * (look.flank + look.edge);
    const float halo = std::max(look.halo, 1.6F * kept);
    const float back = std::max(tail / (1 - kept / halo), 1.6F * halo);
    const float half = (back + halo) * halo / std::sqrt(back * back - halo * halo);
    return {glm::vec2(-back, 0), glm::vec2(halo, half), glm::vec2(halo, -half)};
}

Corners swallow(const SplatLook& look, float tail) {
    const float front = look.halo * std::sqrt(1 + look.spread * look.spread) / look.spread;
    const float back = tail + look.halo;
    const float half = (front + back) * look.spread;
    return {glm::vec2(front, 0), glm::vec2(-back, half), glm::vec2(-back, -half)};
}

}  // namespace

glm::vec3 lightOf(const picture::LightLook& look) {
    return glm::mix(core::linear(look.colour), glm::vec3(kPale), look.paleness) * look.strength;
}

Corners outlineOf(const Splat& splat, const SplatLook& look) {
    Corners corners = look.spread > 0 ? swallow(look, splat.length) : comet(look, splat.length);
    const glm::vec2 forward = splat.forward, side(forward.y, -forward.x);
    for (glm::vec2& corner : corners) corner = splat.head + forward * corner.x + side * corner.y;
    return corners;
}

PathTable::PathTable(const picture::Lights& lights, std::span<const glm::vec4> packed) {
    for (const glm::vec4& sample : packed) {
        const glm::vec2 side = glm::unpackHalf2x16(std::bit_cast<std::uint32_t>(sample.w));
        x.push_back(sample.x);
        y.push_back(sample.y);
        height.push_back(sample.z);
        sideX.push_back(side.x);
        sideY.push_back(side.y);
    }
    count = static_cast<std::uint32_t>(packed.size() / flow::kPathSamples);
    for (std::uint32_t path = 0; path < count; ++path) {
        begin.push_back(lights.part(path).begin);
        scale.push_back(lights.part(path).scale());
    }
}

std::vector<SplatLook> splatLooks(std::span<const picture::LightLook> looks,
                                  std::span<const float> brightness, float scale, float headShare) {
    std::vector<SplatLook> all;
    for (std::size_t kind = 0; kind < looks.size(); ++kind) {
        const picture::LightLook& from = looks[kind];
        const float size = from.size * scale;
        for (const float softness : kSoftness) {
            SplatLook look;
            look.colour =
                lightOf(from) * (kPeak * brightness[kind] * glm::mix(1.0F, 0.62F, softness));
            const float radius = from.head.radius * size * headShare;
            look.core = std::max(kHeadEdge * radius, kLeastHead);
            // A crisp light needs no room round its head: its halo is the bloom's.
            look.halo = glm::mix(look.core, kSoftHead * look.core, softness);
            look.perCore = 1 / (look.core * look.core);
            look.perHalo = 1 / (look.halo * look.halo);
            // What is not quite sure has its peak still; only what nobody verified has none.
            look.softness = softness * softness;
            look.shortest = from.tail.shortest * size;
            look.longest = from.tail.longest * size;
            look.flank = glm::mix(from.tail.crispWidth, from.tail.softWidth, softness) * radius;
            look.edge = from.tail.edge;
            look.atEnd = from.tail.widthAtEnd;
            look.spread = from.tail.spread;
            look.perSlant = 1 / std::sqrt(1 + look.spread * look.spread);
            const float kept = kHeadEdge * radius / look.core;
            look.crisp = from.head.crisp * kept * kept;
            look.soft = from.head.soft;
            look.tail = from.tail.strength;
            all.push_back(look);
        }
    }
    return all;
}

}  // namespace ebbflow::raster
