#include "live/playback.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace ebbflow::live {

namespace {

constexpr double kBackAgainSeconds = 1.0;
// After a machine slept, the film goes on from where it was. A slow picture takes seconds at worst,
// and never slows the film's time.
constexpr double kLongestFrame = 10.0;
// Of film seconds, off another's clock; and how much faster or slower it then goes.
constexpr double kOffToJump = 0.25, kEasing = 0.1;

}  // namespace

std::vector<Segment> segmentsOf(const story::Timeline& timeline, const scene::Scene& scene) {
    std::vector<Segment> segments;
    for (const auto& step : timeline.steps) {
        const auto& chapter = scene.chapters[step.chapter];
        const bool lastOfChapter = step.step + 1 == chapter.steps.size();
        segments.push_back({step.start, step.end(),
                            lastOfChapter || chapter.steps[step.step].waitForClick,
                            step.step == 0});
    }
    return segments;
}

Playback::Playback(std::vector<Segment> segments, core::FrameRate rate, Mode mode)
    : segments_(std::move(segments)), rate_(rate), mode_(mode) {
    assert(!segments_.empty());
}

core::FilmTime Playback::lastOf(const Segment& segment) const {
    return segment.end - core::FilmTime::fromTicks(1);
}

std::size_t Playback::segmentIndex() const {
    const auto next = std::ranges::upper_bound(segments_, time_, {}, &Segment::start);
    return next == segments_.begin() ? 0 : static_cast<std::size_t>(next - segments_.begin()) - 1;
}

bool Playback::isOver() const {
    return mode_ != Mode::kiosk && time_ >= lastOf(segments_.back());
}

void Playback::seekTo(core::FilmTime time) {
    time_ = std::clamp(time, core::FilmTime{}, lastOf(segments_.back()));
    held_ = false;
    waiting_ = 0;
}

void Playback::advance(double seconds) {
    if (!(seconds >= 0 && seconds <= kLongestFrame)) seconds = core::frameStart(1, rate_).seconds();
    sinceBack_ += seconds;
    if (black_ || paused_) return;
    if (held_ || isOver()) {
        waiting_ += seconds;
        return;
    }
    run(core::FilmTime::fromSeconds(seconds * speed_));
}

void Playback::run(core::FilmTime by) {
    const Segment& segment = segments_[segmentIndex()];
    const core::FilmTime target = time_ + by;
    if (mode_ == Mode::presenter && segment.cue && target >= segment.end) {
        time_ = lastOf(segment);
        held_ = true;
        return;
    }
    if (target >= length()) {
        time_ = mode_ == Mode::kiosk
                    ? core::FilmTime::fromTicks((target.ticks()) % length().ticks())
                    : lastOf(segments_.back());
        return;
    }
    time_ = target;
}

void Playback::togglePause() {
    // Space at the end starts over: nobody wants a key that does nothing.
    if (isOver()) {
        seekTo({});
        paused_ = false;
        return;
    }
    paused_ = !paused_;
}

void Playback::seekBy(double seconds) {
    seekTo(time_ + core::FilmTime::fromSeconds(seconds));
}

void Playback::stepFrames(std::int64_t frames) {
    paused_ = true;
    seekTo(
        core::frameStart(std::max<std::int64_t>(0, core::frameAt(time_, rate_) + frames), rate_));
}

void Playback::toChapter(int direction) {
    const auto now = static_cast<std::ptrdiff_t>(segmentIndex());
    const auto count = static_cast<std::ptrdiff_t>(segments_.size());
    std::ptrdiff_t at = now;
    if (direction > 0) {
        for (++at; at < count && !segments_[static_cast<std::size_t>(at)].chapterStart;) ++at;
        if (at == count) return;
    } else {
        // A moment after a chapter's start, "back" means the one before.
        const bool atStart = segments_[static_cast<std::size_t>(now)].chapterStart &&
                             (time_ - segments_[static_cast<std::size_t>(now)].start).seconds() < 1;
        if (atStart) --at;
        while (at > 0 && !segments_[static_cast<std::size_t>(at)].chapterStart) --at;
        at = std::max<std::ptrdiff_t>(0, at);
    }
    seekTo(segments_[static_cast<std::size_t>(at)].start);
}

void Playback::toStart() {
    seekTo({});
}

void Playback::toEnd() {
    seekTo(length());
}

void Playback::next() {
    // A show that stands begins with its first click.
    if (std::exchange(paused_, false)) return;
    const std::size_t index = segmentIndex();
    const bool last = index + 1 == segments_.size();
    if (!held_) {
        seekTo(lastOf(segments_[index]));
        held_ = true;
        return;
    }
    if (!last) seekTo(segments_[index + 1].start);
}

void Playback::back() {
    const std::size_t index = segmentIndex();
    const bool again = sinceBack_ < kBackAgainSeconds;
    sinceBack_ = 0;
    seekTo(segments_[again && index > 0 ? index - 1 : index].start);
}

void Playback::toggleBlack() {
    black_ = !black_;
}

void Playback::follow(core::FilmTime time, double waiting, bool runs, bool black, double lap) {
    black_ = black;
    if (mode_ == Mode::kiosk) time = core::FilmTime::fromTicks(time.ticks() % length().ticks());
    double off = (time - time_).seconds();
    const double all = length().seconds();
    // A film that begins again is never off by more than half of it.
    if (mode_ == Mode::kiosk) off -= all * std::round(off / all);
    if (!runs || paused_ || held_ || std::abs(off) > kOffToJump) {
        seekTo(time);
        paused_ = !runs;
        waiting_ = runs ? 0 : waiting;
        return;
    }
    const double most = kEasing * std::max(lap, 0.0) * speed_;
    run(core::FilmTime::fromSeconds(std::clamp(off, -most, most)));
}

void Playback::replace(std::vector<Segment> segments, core::FrameRate rate) {
    assert(!segments.empty());
    segments_ = std::move(segments);
    rate_ = rate;
    const bool held = held_;
    seekTo(time_);
    held_ = held;
}

}  // namespace ebbflow::live
