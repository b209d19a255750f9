#include "screen/labels.hpp"

#include "picture/easing.hpp"
#include "screen/label_type.hpp"
#include "story/pieces.hpp"

namespace ebbflow::screen {

namespace {

/// 0…1: how far a piece of the screen is switched on.
double shareOf(const Moment& moment, std::string_view piece) {
    const auto onIn = [&](std::size_t step) {
        return story::pieceOf(moment.page, step, piece).has_value();
    };
    return onIn(moment.stepIndex) ? story::presence(moment, onIn) : 0;
}

}  // namespace

void describeLabels(const std::vector<PlannedLabel>& labels, const Moment& moment,
                    Overlay& overlay) {
    const double places = shareOf(moment, "labels");
    const double names = shareOf(moment, "names");
    for (const PlannedLabel& label : labels) {
        if (label.start > moment.seconds) break;
        const double opacity =
            (label.look == LabelLook::place ? places : names) *
            picture::fadeInOut(moment.seconds, label.start, label.end, kLabelFade);
        if (opacity <= 0) continue;
        const auto anchor = picture::project(moment.camera, moment.page.aspect, label.at);
        if (!anchor) continue;
        const core::PixelBox box = labelBox(label, *anchor);
        picture::TextItem item;
        item.paragraph = label.paragraph;
        item.at = {box.x, box.y};
        item.colour = labelColour(label);
        item.halo = kHalo;
        item.opacity = static_cast<float>(opacity * labelStrength(label));
        item.glides = moment.sinceStep < moment.step.moveSeconds;
        overlay.add(std::move(item));
    }
}

}  // namespace ebbflow::screen
