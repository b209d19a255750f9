// Cameras that stay with a kind: the middle of its lights under way, over time.

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "flow/paths.hpp"
#include "picture/easing.hpp"
#include "story/camera_way.hpp"
#include "story/light_plan.hpp"
#include "story/timeline.hpp"

namespace ebbflow::story {

namespace {

constexpr double kSeconds = 0.1;  // between two looks at the lights
constexpr double kNear = 1.2;     // seconds: what the camera is smoothed over
constexpr double kFar = 5;        // seconds: what it goes by where next to nothing is under way
constexpr double kFarWeight = 1e-4;
constexpr double kReach = 15;  // seconds before and after the step that are looked at

/// The lights of one kind under way at a moment: how many, and the sum of their places.
struct Gathering {
    double x = 0, y = 0, count = 0;
};

/// 0…1 of the light's path; nothing while it is on another part of its way.
std::optional<double> shareOfPath(const picture::Lights& lights, const picture::LightVertex& light,
                                  double seconds) {
    const picture::PathPart part = lights.part(light.path);
    const double ofWay = picture::travelled((seconds - light.departure) / light.duration);
    const double share = (ofWay - part.begin) * part.scale();
    return share < 0 || share > 1 ? std::nullopt : std::optional(share);
}

glm::vec3 placeOf(const picture::Lights& lights, const picture::LightVertex& light, double share) {
    const double at = share * (flow::kPathSamples - 1);
    const auto i = std::min(static_cast<std::size_t>(at), std::size_t{flow::kPathSamples - 2});
    const glm::vec3* path = &lights.paths[light.path * std::size_t{flow::kPathSamples}];
    const auto t = static_cast<float>(at - static_cast<double>(i));
    return path[i] + (path[i + 1] - path[i]) * t;
}

/// Where the map's edge divides them, those on the side where most are: their common middle would
/// be half a world away from all of them.
Gathering gatheringAt(const picture::Lights& lights, std::uint32_t kind, double seconds) {
    std::map<std::uint32_t, Gathering> byPart;
    for (const picture::LightRange& range : lightsUnderWay(lights, seconds)) {
        for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
            const picture::LightVertex& light = lights.vertices[i];
            if ((light.look & 0xFFU) != kind || seconds < light.departure ||
                seconds > light.departure + light.duration)
                continue;
            const auto share = shareOfPath(lights, light, seconds);
            if (!share) continue;
            const glm::vec3 at = placeOf(lights, light, *share);
            Gathering& sum = byPart[lights.part(light.path).rank];
            sum.x += at.x;
            sum.y += at.y;
            sum.count += 1;
        }
    }
    Gathering most;
    for (const auto& [rank, gathering] : byPart) {
        if (gathering.count > most.count) most = gathering;
    }
    return most;
}

/// The middle around `seconds`, by bell curves over time: no light that comes or goes shakes it.
core::MapPoint middleAt(const std::vector<Gathering>& gathered, double first, double seconds,
                        core::MapPoint otherwise) {
    double x = 0, y = 0, weight = 0;
    for (std::size_t i = 0; i < gathered.size(); ++i) {
        const double away = first + kSeconds * static_cast<double>(i) - seconds;
        const double bell = std::exp(-away * away / (2 * kNear * kNear)) +
                            kFarWeight * std::exp(-away * away / (2 * kFar * kFar));
        x += bell * gathered[i].x;
        y += bell * gathered[i].y;
        weight += bell * gathered[i].count;
    }
    return weight > 1e-12 ? core::MapPoint{x / weight, y / weight} : otherwise;
}

std::vector<core::MapPoint> crowdOf(const LightPlan& plan, const std::string& name,
                                    const PlannedStep& step, const LightClock& clock) {
    const Kind* kind = plan.findKind(name);
    const auto index =
        kind == nullptr ? picture::kMaxKinds : static_cast<std::size_t>(kind - plan.kinds.data());
    const double start = step.start.seconds(), length = step.length.seconds();
    std::vector<Gathering> gathered;
    const double first = start - kReach;
    for (double at = first; at <= start + length + kReach; at += kSeconds)
        gathered.push_back(
            gatheringAt(plan.lights, static_cast<std::uint32_t>(index), clock.at(at)));
    const auto count = static_cast<std::size_t>(std::ceil(length * kViewsPerSecond));
    std::vector<core::MapPoint> middles;
    for (std::size_t i = 0; i <= count; ++i) {
        const double at = start + length * static_cast<double>(i) / static_cast<double>(count);
        middles.push_back(middleAt(gathered, first, at, step.to.center));
    }
    return middles;
}

}  // namespace

void planFollowing(const film::Film& film, Timeline& timeline, const LightPlan& lights) {
    const bool any =
        std::ranges::any_of(timeline.steps, [](const auto& step) { return !step.follows.empty(); });
    if (!any) return;
    core::Diagnostics toldBefore;
    CameraPlanner cameras(film, toldBefore);
    for (PlannedStep& step : timeline.steps) {
        const scene::Step& script = film.scene.chapters[step.chapter].steps[step.step];
        const PlannedStep known = step;
        static_cast<Shot&>(step) = cameras.again(
            script, known.moveSeconds, known.length.seconds(),
            [&](const std::string& kind) { return crowdOf(lights, kind, known, timeline.clock); });
        step.moveSeconds = std::min(step.moveSeconds, step.length.seconds());
    }
}

}  // namespace ebbflow::story
