#include "live/at_rest.hpp"

#include <algorithm>
#include <span>

namespace ebbflow::live {

namespace {

/// The ranges of a description hold every light that is under way, and some that are not.
bool anyUnderWay(const picture::MapPicture& map, const picture::Lights& lights, double seconds) {
    return std::ranges::any_of(map.lights, [&](const picture::LightRange& range) {
        const auto some = std::span(lights.vertices).subspan(range.first, range.count);
        return std::ranges::any_of(some, [&](const picture::LightVertex& light) {
            const double since = seconds - static_cast<double>(light.departure);
            // What a float makes of its times is not to hide a light's first and last moment.
            return since > -0.01 && since < static_cast<double>(light.duration) + 0.01;
        });
    });
}

bool livesByAClock(const picture::MapPicture& map, const picture::Lights& lights, double seconds) {
    return std::ranges::any_of(map.ribbons, &picture::Ribbon::drifts) ||
           anyUnderWay(map, lights, seconds);
}

}  // namespace

bool livesByItsClock(const picture::FrameDescription& frame, const picture::Lights& lights) {
    return livesByAClock(frame, lights, frame.filmSeconds) ||
           (frame.before && livesByAClock(*frame.before, lights, frame.filmSeconds));
}

bool samePicture(const picture::FrameDescription& a, const picture::FrameDescription& b,
                 const picture::Lights& lights) {
    const bool sameClocks = a.filmSeconds == b.filmSeconds && a.waitingSeconds == b.waitingSeconds;
    if (!sameClocks && (livesByItsClock(a, lights) || livesByItsClock(b, lights))) return false;
    picture::FrameDescription later = b;
    later.filmSeconds = a.filmSeconds;
    later.waitingSeconds = a.waitingSeconds;
    // Which lights might be under way is another question once none is.
    if (!sameClocks) {
        later.lights = a.lights;
        if (later.before && a.before) later.before->lights = a.before->lights;
    }
    return a == later;
}

}  // namespace ebbflow::live
