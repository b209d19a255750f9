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

void describeOverlay(const Moment& moment, FrameDescription& frame) {
    if (moment.plan.textless) return;
    Overlay overlay(moment, frame.overlay);
    describeLabels(moment, overlay);
    describeYearBand(moment, overlay);
    describeSourceLine(moment, overlay);
    describeLegend(moment, overlay);
    describeCounters(moment, overlay);
    describeDate(moment, overlay);
    describeTitles(moment, overlay);
    describeCaptions(moment, overlay);
}

}  // namespace

FrameDescription describe(const Plan& plan, core::FilmTime time, double waiting) {
    const core::FilmTime last = plan.timeline.length - core::FilmTime::fromTicks(1);
    const core::FilmTime within =
        std::clamp(time, core::FilmTime{}, std::max(core::FilmTime{}, last));
    const Moment moment(plan, within);
    FrameDescription frame;
    frame.base = describeGround(moment);
    frame.filmSeconds = moment.seconds;
    frame.waitingSeconds = waiting;
    describeFlow(moment, frame);
    describeOverlay(moment, frame);
    frame.black = static_cast<float>(blackAt(moment));
    return frame;
}

}  // namespace ebbflow::frame
