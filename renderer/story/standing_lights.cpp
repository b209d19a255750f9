#include "story/standing_lights.hpp"

#include <algorithm>
#include <cmath>

#include "core/hash.hpp"

namespace ebbflow::story {

std::vector<picture::LightVertex> standingLights(const picture::Lights& lights, std::uint32_t path,
                                                 std::uint32_t kind, std::int64_t count) {
    constexpr double kGoldenStep = 0.61803398874989485;
    constexpr std::uint32_t kStrands = 5;
    constexpr double kWinds = 0.62;  // of a stream's width, as lights under way have it
    constexpr double kWidest = 200;  // lights in the widest stream
    constexpr double kFew = 20;      // so many of a way stand at kBrightest
    constexpr double kBrightest = 0.45;
    std::vector<picture::LightVertex> standing;
    standing.reserve(static_cast<std::size_t>(count));
    const std::uint64_t own = core::mixBits(path * 64ULL + kind);
    const double brightness =
        kBrightest * std::pow(std::min(1.0, kFew / static_cast<double>(count)), 0.42);
    for (std::int64_t k = 0; k < count; ++k) {
        const std::uint64_t bits = core::mixBits(own + static_cast<std::uint64_t>(k));
        // Steps of the golden ratio: however many they are, they lie evenly along the way.
        const double place = core::unitInterval(own) + static_cast<double>(k) * kGoldenStep +
                             0.3 * core::unitInterval(bits) / static_cast<double>(count);
        const double width = std::sqrt(std::min(1.0, static_cast<double>(k + 1) / kWidest));
        const std::uint64_t strand = core::mixBits(own + bits % kStrands);
        picture::LightVertex light;
        light.departure = static_cast<float>(0.01 + 0.98 * (place - std::floor(place)));
        light.duration = static_cast<float>(-brightness);
        light.path = path;
        while (light.path + 1 < lights.endOfWay(path) &&
               light.departure > lights.part(light.path).end)
            ++light.path;
        light.look = kind | static_cast<std::uint32_t>(strand >> 56U) << 16U |
                     static_cast<std::uint32_t>(255 * kWinds * width) << 24U;
        light.lane = static_cast<float>((core::unitInterval(core::mixBits(bits)) +
                                         core::unitInterval(core::mixBits(~bits)) - 1) *
                                        (1 - kWinds) * width);
        standing.push_back(light);
    }
    return standing;
}

}  // namespace ebbflow::story
