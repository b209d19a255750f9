#include "quality/intent.hpp"

#include <algorithm>
#include <span>

namespace ebbflow::quality {

namespace {

bool underWay(const picture::LightVertex& light, double seconds) {
    const double since = seconds - static_cast<double>(light.departure);
    return since >= 0 && since < static_cast<double>(light.duration);
}

/// The ranges of a description hold every light that is under way, and some that are not.
bool hasLights(const picture::MapPicture& map, const picture::Lights& lights, double seconds) {
    return std::ranges::any_of(map.lights, [&](const picture::LightRange& range) {
        const auto some = std::span(lights.vertices).subspan(range.first, range.count);
        return std::ranges::any_of(
            some, [&](const picture::LightVertex& light) { return underWay(light, seconds); });
    });
}

/// The same but for the clock and for what the clock selects.
bool looksAlike(picture::FrameDescription a, const picture::FrameDescription& b) {
    a.filmSeconds = b.filmSeconds;
    a.waitingSeconds = b.waitingSeconds;
    a.lights = b.lights;
    return a == b;
}

}  // namespace

Intent IntentReader::next(picture::FrameDescription description) {
    Intent intent;
    intent.dark = description.black > 0 || description.dip > 0;
    intent.moves = hasLights(description, *lights_, description.filmSeconds) ||
                   (last_ && !looksAlike(std::move(*last_), description));
    last_ = std::move(description);
    return intent;
}

}  // namespace ebbflow::quality
