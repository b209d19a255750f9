#include "frame/moment.hpp"

#include <cmath>

#include "frame/easing.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kLongAgo = -1e6;
constexpr double kChangeSeconds = 1.2;

}  // namespace

Moment::Moment(const Plan& p, core::FilmTime time)
    : plan(p),
      seconds(time.seconds()),
      stepIndex(p.timeline.stepAt(time)),
      step(p.timeline.steps[stepIndex]),
      chapter(p.timeline.chapters[step.chapter]),
      script(p.film->scene.chapters[step.chapter].steps[step.step]),
      chapterScript(p.film->scene.chapters[step.chapter]),
      day(chapter.dates.dayAt(seconds)),
      sinceStep(seconds - step.start.seconds()),
      sinceChapter(seconds - chapter.start.seconds()),
      chapterLeft(chapter.end.seconds() - seconds),
      camera(cameraAt(p.timeline, time)) {}

core::Day Moment::today() const {
    // The track's end is the day after the last one: still the last one's evening.
    const auto whole = static_cast<int>(std::floor(day));
    return {std::min(whole, chapter.lastDay.number)};
}

double Moment::reached(core::Day date) const {
    if (date <= chapter.firstDay) return kLongAgo;
    if (chapter.lastDay < date) return -kLongAgo;
    return chapter.dates.secondsAt(date.number);
}

double Moment::presence(const core::Validity& valid) const {
    const double in = valid.from ? smooth((seconds - reached(*valid.from)) / kChangeSeconds) : 1;
    const double out = valid.to ? smooth((seconds - reached(*valid.to + 1)) / kChangeSeconds) : 0;
    return std::max(0.0, in - out);
}

}  // namespace ebbflow::frame
