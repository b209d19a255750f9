#include "raster/light_motion.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/packing.hpp>

#include "flow/paths.hpp"

namespace ebbflow::raster {
namespace {

constexpr int kSamples = flow::kPathSamples;
constexpr float kLanePerLength = 0.021F;  // half width, of the path's length
constexpr int kSmoothing = 3;  // samples either way: a railway's bends do not shake its lights

std::span<const glm::vec3> samplesOf(const picture::Lights& lights, std::uint32_t path) {
    return std::span(lights.paths).subspan(path * std::size_t{kSamples}, kSamples);
}

/// Of the way whose first path that is.
float lengthOf(const picture::Lights& lights, std::uint32_t first) {
    float sum = 0;
    for (std::uint32_t path = first; path < first + lights.part(first).count; ++path) {
        const auto samples = samplesOf(lights, path);
        for (std::size_t i = 1; i < samples.size(); ++i)
            sum += glm::distance(glm::vec2(samples[i - 1]), glm::vec2(samples[i]));
    }
    return sum;
}

/// Full width but for the ends, where the stream draws together: 0 at both.
float laneProfile(float s) {
    const float fromMiddle = 2 * s - 1;
    const float squared = fromMiddle * fromMiddle, fourth = squared * squared;
    const float eighth = fourth * fourth;
    return 1 - eighth * eighth;
}

glm::vec2 rightOf(std::span<const glm::vec3> path, int i) {
    const int before = std::max(i - kSmoothing, 0), after = std::min(i + kSmoothing, kSamples - 1);
    const glm::vec2 way = glm::vec2(path[static_cast<std::size_t>(after)]) -
                          glm::vec2(path[static_cast<std::size_t>(before)]);
    const float length = glm::length(way);
    return length > 0 ? glm::vec2(way.y, -way.x) / length : glm::vec2(0);
}

}  // namespace

float eased(float u) {
    return glm::mix(u, u * u * (3 - 2 * u), 0.5F);
}

Lane laneOf(const picture::LightVertex& light, float way) {
    constexpr float kTurn = 6.2831853F;
    const float strand = static_cast<float>((light.look >> 16U) & 255U) / 256.0F;
    const float winds = static_cast<float>(light.look >> 24U) / 255.0F;
    const float slow = kTurn * (1.3F * way + strand), quick = kTurn * (3.1F * way - 3 * strand);
    return {light.lane + winds * (0.6F * std::sin(slow) + 0.4F * std::sin(quick)),
            winds * kTurn * (0.6F * 1.3F * std::cos(slow) + 0.4F * 3.1F * std::cos(quick))};
}

std::vector<glm::vec4> packPaths(const picture::Lights& lights) {
    std::vector<glm::vec4> packed;
    packed.reserve(lights.paths.size());
    const auto count = static_cast<std::uint32_t>(lights.paths.size() / kSamples);
    float half = 0;
    for (std::uint32_t number = 0; number < count; ++number) {
        const picture::PathPart part = lights.part(number);
        const auto path = samplesOf(lights, number);
        if (part.rank == 0)
            half = std::min(kLanePerLength * lengthOf(lights, number), kWidestLaneKm);
        for (int i = 0; i < kSamples; ++i) {
            const float s = static_cast<float>(i) / (kSamples - 1);
            const float ofWay = part.begin + (part.end - part.begin) * s;
            const glm::vec2 side = rightOf(path, i) * (half * laneProfile(ofWay));
            packed.emplace_back(path[static_cast<std::size_t>(i)],
                                std::bit_cast<float>(glm::packHalf2x16(side)));
        }
    }
    return packed;
}

float bendOf(std::span<const glm::vec4> path) {
    const auto middle = [&](std::size_t i) {
        const auto side = glm::unpackHalf2x16(std::bit_cast<std::uint32_t>(path[i].w));
        return glm::vec3(path[i]) + glm::vec3(side * kLaneCentre, 0);
    };
    float most = 0;
    for (std::size_t i = 1; i + 1 < path.size(); ++i)
        most = std::max(most, glm::length(middle(i - 1) - 2.0F * middle(i) + middle(i + 1)));
    return most;
}

float laneScale(double pixelsPerKm) {
    return std::min(1.0F, kWidestLanePixels / (kWidestLaneKm * static_cast<float>(pixelsPerKm)));
}

Spot pathSpot(std::span<const glm::vec4> packed, std::uint32_t path, float s, Lane lane,
              float scale) {
    constexpr float kSegments = kSamples - 1;
    const float f = std::clamp(s, 0.0F, 1.0F) * kSegments;
    const int i = std::min(static_cast<int>(f), kSamples - 2);
    const glm::vec4* own = packed.data() + path * std::size_t{kSamples};
    const glm::vec4 a = own[i], b = own[i + 1];
    const glm::vec3 before(own[std::max(i - 1, 0)]), after(own[std::min(i + 2, kSamples - 1)]);
    const float t = f - static_cast<float>(i);
    const glm::vec2 sideA = glm::unpackHalf2x16(std::bit_cast<std::uint32_t>(a.w));
    const glm::vec2 sideB = glm::unpackHalf2x16(std::bit_cast<std::uint32_t>(b.w));
    // A curve through its samples (Catmull and Rom 1974).
    const glm::vec3 from(a), to(b);
    const glm::vec3 line = to - before;
    const glm::vec3 square = 2.0F * before - 5.0F * from + 4.0F * to - after;
    const glm::vec3 cube = 3.0F * (from - to) + after - before;
    const float aside = (kLaneCentre + lane.at) * scale;
    const glm::vec2 side = glm::mix(sideA, sideB, t), shift = side * aside;
    const glm::vec2 turn = kSegments * aside * (sideB - sideA) + lane.turn * scale * side;
    return {from + 0.5F * t * (line + t * (square + t * cube)) + glm::vec3(shift, 0),
            0.5F * kSegments * (line + t * (2.0F * square + 3.0F * t * cube)) + glm::vec3(turn, 0)};
}

}  // namespace ebbflow::raster
