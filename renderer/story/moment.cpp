#include "story/moment.hpp"

#include <cmath>

#include "picture/easing.hpp"

namespace ebbflow::story {

namespace {

constexpr double kLongAgo = -1e6;
constexpr double kChangeSeconds = 1.2;
constexpr double kPlayheadSeconds = 0.9;

const scene::Step* scriptBefore(const Story& story, std::size_t step) {
    if (step == 0) return nullptr;
    const PlannedStep& before = story.timeline.steps[step - 1];
    return &story.film->scene.chapters[before.chapter].steps[before.step];
}

}  // namespace

Moment::Moment(const Story& s, core::FilmTime time) : Moment(s, time, s.timeline.stepAt(time)) {}

Moment::Moment(const Story& s, core::FilmTime time, std::size_t ofStep)
    : story(s),
      seconds(time.seconds()),
      lightSeconds(s.timeline.clock.at(seconds)),
      stepIndex(ofStep),
      step(s.timeline.steps[stepIndex]),
      chapter(s.timeline.chapters[step.chapter]),
      script(s.film->scene.chapters[step.chapter].steps[step.step]),
      chapterScript(s.film->scene.chapters[step.chapter]),
      before(scriptBefore(s, ofStep)),
      day(chapter.dates.dayAt(seconds)),
      sinceStep(seconds - step.start.seconds()),
      sinceChapter(seconds - chapter.start.seconds()),
      chapterLeft(chapter.end.seconds() - seconds),
      camera(viewAt(step, sinceStep)) {}

core::Day Moment::today() const {
    // The track's end is the day after the last one: still the last one's evening.
    return std::min(core::Day{static_cast<std::int64_t>(std::floor(day))}, chapter.lastDay);
}

core::Instant Moment::now() const {
    const core::Day whole = today();
    const double second =
        (day - static_cast<double>(whole.number)) * static_cast<double>(core::kSecondsOfDay);
    const core::Instant instant = core::startOf(whole) + static_cast<std::int64_t>(second);
    return std::min(instant, chapter.span.until + -1);
}

double Moment::entered(double over) const {
    return before == nullptr || !step.goesOn() ? 1 : picture::smooth(sinceStep / over);
}

picture::Grade Moment::grade() const {
    if (stepIndex == 0 || step.gradeSeconds <= 0) return step.grade;
    return picture::mixed(story.timeline.steps[stepIndex - 1].grade, step.grade,
                          entered(step.gradeSeconds));
}

const PlannedChapter* Moment::leaving() const {
    if (step.step > 0 || step.chapter == 0 || !step.goesOn() || sinceChapter >= kChangeSeconds)
        return nullptr;
    return &story.timeline.chapters[step.chapter - 1];
}

double Moment::playheadDay() const {
    const PlannedChapter* last = leaving();
    if (last == nullptr) return day;
    return picture::mix(last->dates.lastDay(), day,
                        picture::smooth(sinceChapter / kPlayheadSeconds));
}

double Moment::reached(core::Instant instant) const {
    return reachedIn(chapter, instant);
}

double Moment::presence(const core::Validity& valid) const {
    const double now = presenceIn(chapter, valid);
    const PlannedChapter* last = leaving();
    if (last == nullptr) return now;
    return picture::mix(presenceIn(*last, valid), now,
                        picture::smooth(sinceChapter / kChangeSeconds));
}

double Moment::reachedIn(const PlannedChapter& in, core::Instant instant) const {
    if (instant <= in.span.from) return kLongAgo;
    if (in.span.until <= instant) return -kLongAgo;
    return in.dates.secondsAt(core::inDays(instant));
}

double Moment::presenceIn(const PlannedChapter& in, const core::Validity& valid) const {
    // Of what has dates nobody knows whether it was so when a film does not say when it plays.
    if (!story.timeline.dated) return valid.from || valid.to ? 0 : 1;
    const auto since = [&](core::Day date) {
        return picture::smooth((seconds - reachedIn(in, core::startOf(date))) / kChangeSeconds);
    };
    return std::max(0.0,
                    (valid.from ? since(*valid.from) : 1) - (valid.to ? since(*valid.to + 1) : 0));
}

}  // namespace ebbflow::story
