#include "frame/easing.hpp"
#include "frame/furniture.hpp"

namespace ebbflow::frame {

void describeLabels(const Moment& moment, Overlay& overlay) {
    if (!pieceOf(moment, &scene::Screen::labels, true)) return;
    for (const PlannedLabel& label : moment.plan.labels) {
        if (label.start > moment.seconds) break;
        const double opacity = fadeInOut(moment.seconds, label.start, label.end, kLabelFade);
        if (opacity <= 0) continue;
        const auto anchor = project(moment.camera, moment.plan.aspect, label.at);
        if (!anchor) continue;
        const core::PixelBox box = labelBox(label, *anchor);
        Overlay::Type type;
        type.colour = label.important ? kInk : core::Colour{0.82F, 0.84F, 0.87F, 1};
        overlay.text(label.paragraph, type, {box.x, box.y},
                     opacity * (label.important ? 1.0 : 0.92));
    }
}

}  // namespace ebbflow::frame
