#include "frame/easing.hpp"
#include "frame/furniture.hpp"
#include "frame/pieces.hpp"

namespace ebbflow::frame {

void describeLabels(const Moment& moment, Overlay& overlay) {
    const auto onIn = [&](std::size_t step) {
        return pieceOf(moment.plan, step, &scene::Screen::labels, true);
    };
    if (!onIn(moment.stepIndex)) return;
    const double share = presence(moment, onIn);
    for (const PlannedLabel& label : moment.plan.labels) {
        if (label.start > moment.seconds) break;
        const double opacity =
            share * fadeInOut(moment.seconds, label.start, label.end, kLabelFade);
        if (opacity <= 0) continue;
        const auto anchor = project(moment.camera, moment.plan.aspect, label.at);
        if (!anchor) continue;
        const core::PixelBox box = labelBox(label, *anchor);
        TextItem item;
        item.paragraph = label.paragraph;
        item.at = {box.x, box.y};
        item.colour = label.important ? kInk : core::Colour{0.82F, 0.84F, 0.87F, 1};
        item.halo = kHalo;
        item.opacity = static_cast<float>(opacity * (label.important ? 1.0 : 0.92));
        item.glides = moment.sinceStep < moment.step.moveSeconds;
        overlay.add(std::move(item));
    }
}

}  // namespace ebbflow::frame
