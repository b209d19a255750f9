#include "frame/describe.hpp"

#include <algorithm>

#include "frame/describe_flow.hpp"
#include "frame/describe_ground.hpp"
#include "frame/easing.hpp"
#include "frame/furniture.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kOpenSeconds = 1.0;
constexpr double kCloseSeconds = 1.2;

double blackAt(const Moment& moment) {
    const double left = moment.plan.timeline.length.seconds() - moment.seconds;
    return 1 - std::min(smooth(moment.seconds / kOpenSeconds), smooth(left / kCloseSeconds));
}

void describeMap(const Moment& moment, MapPicture& picture) {
    picture.base = describeGround(moment);
    describeFlow(moment, picture);
}

/// The picture that a cross-fade comes from goes on beneath it: its lights fly, its camera rests.
void describeCrossFade(const Moment& moment, core::FilmTime time, FrameDescription& frame) {
    const PlannedStep& step = moment.step;
    if (step.transition != scene::Transition::Kind::crossFade ||
        moment.sinceStep >= step.transitionSeconds)
        return;
    describeMap(Moment(moment.plan, time, moment.stepIndex - 1), frame.before.emplace());
    frame.mixed = static_cast<float>(smooth(moment.sinceStep / step.transitionSeconds));
}

/// How dark it is `away` seconds from the middle of a dip.
double dipped(const PlannedStep& step, double away) {
    if (step.transition != scene::Transition::Kind::dip || step.transitionSeconds <= 0) return 0;
    // Dark for a moment, so that what changes there changes unseen.
    return smooth(1.12 * (1 - away / (step.transitionSeconds / 2)));
}

double dipAt(const Moment& moment) {
    const auto& steps = moment.plan.timeline.steps;
    double dark = dipped(moment.step, moment.sinceStep);
    if (moment.stepIndex + 1 < steps.size()) {
        const PlannedStep& next = steps[moment.stepIndex + 1];
        dark = std::max(dark, dipped(next, next.start.seconds() - moment.seconds));
    }
    return dark;
}

}  // namespace

FrameDescription describe(const Plan& plan, core::FilmTime time, double waiting) {
    const core::FilmTime last = plan.timeline.length - core::FilmTime::fromTicks(1);
    const core::FilmTime within =
        std::clamp(time, core::FilmTime{}, std::max(core::FilmTime{}, last));
    const Moment moment(plan, within);
    FrameDescription frame;
    describeMap(moment, frame);
    describeCrossFade(moment, within, frame);
    frame.filmSeconds = moment.seconds;
    frame.waitingSeconds = waiting;
    if (!plan.textless) describeOverlay(moment, frame.overlay);
    frame.dip = static_cast<float>(dipAt(moment));
    frame.black = static_cast<float>(blackAt(moment));
    return frame;
}

}  // namespace ebbflow::frame
