#include "story/shutter.hpp"

#include <algorithm>

namespace ebbflow::story {

namespace {

constexpr core::FilmTime kTick = core::FilmTime::fromTicks(1);

/// Where the shutter must not look any further: the next cut, if one comes before `end`.
core::FilmTime lastBeforeCut(const Timeline& timeline, core::FilmTime start, core::FilmTime end) {
    for (std::size_t i = timeline.stepAt(start) + 1; i < timeline.steps.size(); ++i) {
        const PlannedStep& step = timeline.steps[i];
        if (step.start >= end) break;
        if (step.transition == scene::Transition::Kind::cut) return step.start - kTick;
    }
    return end - kTick;
}

}  // namespace

std::vector<core::FilmTime> openMoments(const Timeline& timeline, core::FilmTime frameStart,
                                        const core::FrameRate& rate, const Shutter& shutter) {
    if (shutter.angle <= 0) return {frameStart};
    const std::int64_t frame = core::frameStart(1, rate).ticks();
    const core::FilmTime last =
        lastBeforeCut(timeline, frameStart, frameStart + core::FilmTime::fromTicks(frame));
    std::vector<core::FilmTime> moments;
    for (std::int64_t i = 0; i < shutter.moments; ++i) {
        const std::int64_t since =
            frame * shutter.angle * (2 * i + 1) / (std::int64_t{360} * 2 * shutter.moments);
        moments.push_back(std::min(last, frameStart + core::FilmTime::fromTicks(since)));
    }
    return moments;
}

}  // namespace ebbflow::story
