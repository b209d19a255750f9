#pragma once
// Lights for benchmarks: any number loaded, ten thousand or more of them under way at one moment,
// durations a thousandfold apart, grouped as story::planLights groups them. The same on every
// machine.

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/hash.hpp"
#include "flow/paths.hpp"
#include "picture/description.hpp"

namespace ebbflow::bench {

inline constexpr double kShortestSeconds = 1.0 / 32;
inline constexpr double kLongestSeconds = 32;  // 2^10 of the shortest
inline constexpr double kMomentSeconds = 1000;

class Crowd {
public:
    /// `looks` kinds in turn, on `paths` paths that the lights already hold.
    Crowd(picture::Lights paths, std::size_t loaded, std::size_t underWay)
        : lights_(std::move(paths)),
          pathCount_(lights_.paths.size() / static_cast<std::size_t>(flow::kPathSamples)) {
        lights_.vertices.clear();
        lights_.groups.clear();
        lights_.vertices.reserve(loaded);
        while (lights_.vertices.size() < std::min(underWay, loaded)) addUnderWay();
        // As dense before and after as at the moment itself.
        const double perSecond = static_cast<double>(underWay) / meanDuration();
        const double reach = static_cast<double>(loaded - lights_.vertices.size()) / perSecond;
        while (lights_.vertices.size() < loaded) addElsewhere(reach);
        group();
    }

    [[nodiscard]] picture::Lights take() { return std::move(lights_); }

private:
    static double meanDuration() {
        return (kLongestSeconds - kShortestSeconds) / std::log(kLongestSeconds / kShortestSeconds);
    }

    double random() { return core::unitInterval(core::mixBits(++drawn_)); }

    /// Each duration's share of those under way grows with the duration itself.
    void addUnderWay() {
        const double duration = kShortestSeconds + random() * (kLongestSeconds - kShortestSeconds);
        add(kMomentSeconds - random() * duration, duration);
    }

    void addElsewhere(double reach) {
        const double duration =
            kShortestSeconds * std::pow(kLongestSeconds / kShortestSeconds, random());
        const double before = random() * reach;
        // Half have arrived, half are to leave.
        add(random() < 0.5 ? kMomentSeconds - duration - before / 2 : kMomentSeconds + before / 2,
            duration);
    }

    void add(double departure, double duration) {
        picture::LightVertex light;
        light.departure = static_cast<float>(departure);
        light.duration = static_cast<float>(duration);
        light.path = static_cast<std::uint32_t>(random() * static_cast<double>(pathCount_));
        light.look = static_cast<std::uint32_t>(
            random() * static_cast<double>(std::max<std::size_t>(1, lights_.looks.size())));
        light.lane = static_cast<float>(random() + random() - 1);
        light.shimmer = static_cast<float>(random());
        lights_.vertices.push_back(light);
    }

    static int groupOf(float duration) { return static_cast<int>(std::ceil(std::log2(duration))); }

    void group() {
        std::ranges::sort(lights_.vertices, {}, [](const picture::LightVertex& light) {
            return std::tuple(groupOf(light.duration), light.departure);
        });
        std::uint32_t first = 0;
        const auto total = static_cast<std::uint32_t>(lights_.vertices.size());
        while (first < total) {
            const int own = groupOf(lights_.vertices[first].duration);
            std::uint32_t end = first;
            while (end < total && groupOf(lights_.vertices[end].duration) == own) ++end;
            lights_.groups.push_back({std::exp2(own), first, end - first});
            first = end;
        }
    }

    picture::Lights lights_;
    std::size_t pathCount_;
    std::uint64_t drawn_ = 0;
};

}  // namespace ebbflow::bench
