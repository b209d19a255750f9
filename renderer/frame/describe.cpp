#include "frame/describe.hpp"

#include <algorithm>

#include "frame/describe_flow.hpp"
#include "frame/describe_ground.hpp"
#include "picture/easing.hpp"
#include "screen/describe_overlay.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kOpenSeconds = 1.0;
constexpr double kCloseSeconds = 1.2;

double blackAt(const story::Moment& moment) {
    const double left = moment.story.timeline.length.seconds() - moment.seconds;
    return 1 - std::min(picture::smooth(moment.seconds / kOpenSeconds),
                        picture::smooth(left / kCloseSeconds));
}

void describeMap(const Plan& plan, const story::Moment& moment, picture::MapPicture& picture) {
    picture.base = describeGround(moment);
    picture.grade = moment.grade();
    picture.base.sun = picture.grade.sun;
    describeFlow(moment, plan.labels, picture);
}

/// The picture that a cross-fade comes from goes on beneath it: its lights fly, its camera rests.
void describeCrossFade(const Plan& plan, const story::Moment& moment, core::FilmTime time,
                       const picture::Excursion& away, picture::FrameDescription& frame) {
    const story::PlannedStep& step = moment.step;
    if (step.transition != scene::Transition::Kind::crossFade ||
        moment.sinceStep >= step.transitionSeconds)
        return;
    story::Moment before(plan, time, moment.stepIndex - 1);
    before.camera = away.from(before.camera);
    describeMap(plan, before, frame.before.emplace());
    frame.mixed = static_cast<float>(picture::smooth(moment.sinceStep / step.transitionSeconds));
}

/// How dark it is `away` seconds from the middle of a dip.
double dipped(const story::PlannedStep& step, double away) {
    if (step.transition != scene::Transition::Kind::dip || step.transitionSeconds <= 0) return 0;
    // Dark for a moment, so that what changes there changes unseen.
    return picture::smooth(1.12 * (1 - away / (step.transitionSeconds / 2)));
}

double dipAt(const story::Moment& moment) {
    const auto& steps = moment.story.timeline.steps;
    double dark = dipped(moment.step, moment.sinceStep);
    if (moment.stepIndex + 1 < steps.size()) {
        const story::PlannedStep& next = steps[moment.stepIndex + 1];
        dark = std::max(dark, dipped(next, next.start.seconds() - moment.seconds));
    }
    return dark;
}

}  // namespace

picture::FrameDescription describe(const Plan& plan, core::FilmTime time, double waiting,
                                   const picture::Excursion& away) {
    const core::FilmTime last = plan.timeline.length - core::FilmTime::fromTicks(1);
    const core::FilmTime within =
        std::clamp(time, core::FilmTime{}, std::max(core::FilmTime{}, last));
    screen::Moment moment(plan, within);
    moment.camera = away.from(moment.camera);
    picture::FrameDescription frame;
    describeMap(plan, moment, frame);
    describeCrossFade(plan, moment, within, away, frame);
    // What shimmers goes on while lights stand, be it for a speaker or for a hold.
    frame.filmSeconds = moment.lightSeconds;
    frame.waitingSeconds = waiting + (moment.seconds - moment.lightSeconds);
    if (!plan.textless) screen::describeOverlay(plan, moment, frame.overlay);
    frame.dip = static_cast<float>(dipAt(moment));
    frame.black = static_cast<float>(blackAt(moment));
    return frame;
}

}  // namespace ebbflow::frame
