#include "frame/moment.hpp"

#include <cmath>

#include "frame/easing.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kLongAgo = -1e6;
constexpr double kChangeSeconds = 1.2;
constexpr double kPlayheadSeconds = 0.9;

const scene::Step* scriptBefore(const Plan& plan, std::size_t step) {
    if (step == 0) return nullptr;
    const PlannedStep& before = plan.timeline.steps[step - 1];
    return &plan.film->scene.chapters[before.chapter].steps[before.step];
}

}  // namespace

Moment::Moment(const Plan& p, core::FilmTime time) : Moment(p, time, p.timeline.stepAt(time)) {}

Moment::Moment(const Plan& p, core::FilmTime time, std::size_t ofStep)
    : plan(p),
      seconds(time.seconds()),
      stepIndex(ofStep),
      step(p.timeline.steps[stepIndex]),
      chapter(p.timeline.chapters[step.chapter]),
      script(p.film->scene.chapters[step.chapter].steps[step.step]),
      chapterScript(p.film->scene.chapters[step.chapter]),
      before(scriptBefore(p, ofStep)),
      day(chapter.dates.dayAt(seconds)),
      sinceStep(seconds - step.start.seconds()),
      sinceChapter(seconds - chapter.start.seconds()),
      chapterLeft(chapter.end.seconds() - seconds),
      camera(viewAt(step, sinceStep)) {}

core::Day Moment::today() const {
    // The track's end is the day after the last one: still the last one's evening.
    const auto whole = static_cast<int>(std::floor(day));
    return {std::min(whole, chapter.lastDay.number)};
}

double Moment::entered(double over) const {
    return before == nullptr || !step.goesOn() ? 1 : smooth(sinceStep / over);
}

const PlannedChapter* Moment::leaving() const {
    if (step.step > 0 || step.chapter == 0 || !step.goesOn() || sinceChapter >= kChangeSeconds)
        return nullptr;
    return &plan.timeline.chapters[step.chapter - 1];
}

double Moment::playheadDay() const {
    const PlannedChapter* last = leaving();
    if (last == nullptr) return day;
    return mix(last->dates.lastDay(), day, smooth(sinceChapter / kPlayheadSeconds));
}

double Moment::reached(core::Day date) const {
    return reachedIn(chapter, date);
}

double Moment::presence(const core::Validity& valid) const {
    const double now = presenceIn(chapter, valid);
    const PlannedChapter* last = leaving();
    if (last == nullptr) return now;
    return mix(presenceIn(*last, valid), now, smooth(sinceChapter / kChangeSeconds));
}

double Moment::reachedIn(const PlannedChapter& in, core::Day date) const {
    if (date <= in.firstDay) return kLongAgo;
    if (in.lastDay < date) return -kLongAgo;
    return in.dates.secondsAt(date.number);
}

double Moment::presenceIn(const PlannedChapter& in, const core::Validity& valid) const {
    const auto since = [&](core::Day date) {
        return smooth((seconds - reachedIn(in, date)) / kChangeSeconds);
    };
    return std::max(0.0,
                    (valid.from ? since(*valid.from) : 1) - (valid.to ? since(*valid.to + 1) : 0));
}

}  // namespace ebbflow::frame
