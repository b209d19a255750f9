#include "story/stays.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "picture/easing.hpp"

namespace ebbflow::story {

namespace {

constexpr double kSmallest = 9, kLargest = 46;  // reference pixels
constexpr double kWidth = 2.5;                  // reference pixels, of the line
constexpr double kPulseSeconds = 1.8;
constexpr double kSwell = 0.12;  // of the radius
constexpr double kFadeSeconds = 0.8;

std::size_t leftBetween(const Stay& stay, double from, double to) {
    const auto first = std::ranges::lower_bound(stay.departures, static_cast<float>(from));
    const auto last = std::ranges::upper_bound(stay.departures, static_cast<float>(to));
    return first < last ? static_cast<std::size_t>(last - first) : 0;
}

}  // namespace

double stayRadius(double count, double most) {
    return count <= 0 ? 0 : kSmallest + (kLargest - kSmallest) * std::sqrt(count / most);
}

void describeStays(const Moment& m, picture::MapPicture& frame) {
    const LightPlan& plan = m.story.lightPlan;
    const double start = m.story.timeline.clock.at(m.chapter.start.seconds());
    const double fade = std::min(1.0, picture::smooth(m.chapterLeft / kFadeSeconds));
    for (const Stay& stay : plan.stays) {
        const std::size_t lights = leftBetween(stay, start, m.lightSeconds);
        if (lights == 0) continue;
        const Kind& kind = plan.kinds[stay.kind];
        const double count = static_cast<double>(lights) * static_cast<double>(kind.perLight);
        const double since = m.lightSeconds - static_cast<double>(*std::ranges::lower_bound(
                                                  stay.departures, static_cast<float>(start)));
        const double wave = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * since / kPulseSeconds);
        const double there = fade * picture::smooth(since / kFadeSeconds);
        frame.rings.push_back(
            {plan.places[stay.place].at, kind.look.colour,
             static_cast<float>(stayRadius(count, plan.mostAtAPlace) * (1 - kSwell * (1 - wave))),
             static_cast<float>(kWidth),
             static_cast<float>(there * (0.45 + 0.4 * wave) * frame.brightness.at(stay.kind))});
    }
}

bool showsStays(const Story& story, std::size_t step) {
    const PlannedStep& planned = story.timeline.steps[step];
    const LightClock& clock = story.timeline.clock;
    const double start = clock.at(story.timeline.chapters[planned.chapter].start.seconds());
    return std::ranges::any_of(story.lightPlan.stays, [&](const Stay& stay) {
        return leftBetween(stay, start, clock.at(planned.end().seconds())) > 0;
    });
}

}  // namespace ebbflow::story
