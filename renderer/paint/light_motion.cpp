#include "paint/light_motion.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/packing.hpp>

#include "flow/paths.hpp"

namespace ebbflow::paint {
namespace {

constexpr int kSamples = flow::kPathSamples;
constexpr float kLanePerLength = 0.021F;  // half width, of the path's length
constexpr int kSmoothing = 3;  // samples either way: a railway's bends do not shake its lights

float lengthOf(std::span<const glm::vec3> path) {
    float sum = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        sum += glm::distance(glm::vec2(path[i - 1]), glm::vec2(path[i]));
    return sum;
}

/// Full width but for the ends, where the stream draws together: 0 at both.
float laneProfile(float s) {
    const float fromMiddle = 2 * s - 1;
    const float squared = fromMiddle * fromMiddle;
    return 1 - squared * squared;
}

glm::vec2 rightOf(std::span<const glm::vec3> path, int i) {
    const int before = std::max(i - kSmoothing, 0), after = std::min(i + kSmoothing, kSamples - 1);
    const glm::vec2 way = glm::vec2(path[static_cast<std::size_t>(after)]) -
                          glm::vec2(path[static_cast<std::size_t>(before)]);
    const float length = glm::length(way);
    return length > 0 ? glm::vec2(way.y, -way.x) / length : glm::vec2(0);
}

/// Catmull and Rom 1974: a curve through its samples; from `a` to `b` as t goes from 0 to 1.
glm::vec3 catmullRom(glm::vec3 before, glm::vec3 a, glm::vec3 b, glm::vec3 after, float t) {
    const glm::vec3 square = 2.0F * before - 5.0F * a + 4.0F * b - after;
    const glm::vec3 cube = 3.0F * (a - b) + after - before;
    return a + 0.5F * t * ((b - before) + t * (square + t * cube));
}

}  // namespace

float eased(float u) {
    return glm::mix(u, u * u * (3 - 2 * u), 0.75F);
}

std::vector<glm::vec4> packPaths(std::span<const glm::vec3> samples) {
    std::vector<glm::vec4> packed;
    packed.reserve(samples.size());
    for (std::size_t first = 0; first + kSamples <= samples.size(); first += kSamples) {
        const auto path = samples.subspan(first, kSamples);
        const float half = std::min(kLanePerLength * lengthOf(path), kWidestLaneKm);
        for (int i = 0; i < kSamples; ++i) {
            const float s = static_cast<float>(i) / (kSamples - 1);
            const glm::vec2 side = rightOf(path, i) * (half * laneProfile(s));
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

glm::vec3 pathPoint(std::span<const glm::vec4> packed, std::uint32_t path, float s, float lane,
                    float scale) {
    const float f = std::clamp(s, 0.0F, 1.0F) * (kSamples - 1);
    const int i = std::min(static_cast<int>(f), kSamples - 2);
    const auto own = packed.subspan(path * std::size_t{kSamples}, kSamples);
    const auto sample = [&](int n) {
        return own[static_cast<std::size_t>(std::clamp(n, 0, kSamples - 1))];
    };
    const glm::vec4 a = sample(i), b = sample(i + 1);
    const float t = f - static_cast<float>(i);
    const auto side = [](float w) { return glm::unpackHalf2x16(std::bit_cast<std::uint32_t>(w)); };
    const glm::vec2 shift = glm::mix(side(a.w), side(b.w), t) * ((kLaneCentre + lane) * scale);
    return catmullRom(glm::vec3(sample(i - 1)), glm::vec3(a), glm::vec3(b),
                      glm::vec3(sample(i + 2)), t) +
           glm::vec3(shift, 0);
}

}  // namespace ebbflow::paint
