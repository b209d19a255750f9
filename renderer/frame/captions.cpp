#include "frame/captions.hpp"

#include <algorithm>

#include "frame/easing.hpp"
#include "frame/furniture.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kCaptionFade = 0.5;
constexpr double kColumn = 1060;

Type captionType(const Plan& plan) {
    Type type;
    type.family = text::Family::serif;
    type.size = 40;
    type.maxWidth = captionColumn(plan);
    type.halo = 11;
    type.marked = true;
    return type;
}

}  // namespace

double captionColumn(const Plan& plan) {
    return std::min(kColumn, safeArea(plan.aspect).width);
}

text::Paragraph captionWords(const Plan& plan, const PlannedCaption& caption) {
    std::vector<OverlayItem> none;
    return Overlay(plan, none).paragraph(caption.text.inOrAny(plan.language), captionType(plan));
}

void describeCaptions(const Moment& moment, double bottom, Overlay& overlay) {
    for (const PlannedCaption& caption : moment.step.captions) {
        const double opacity = fadeInOut(moment.seconds, caption.start, caption.end, kCaptionFade);
        if (opacity <= 0) continue;
        const auto words = captionWords(moment.plan, caption);
        overlay.text(words, captionType(moment.plan),
                     {safeArea(moment.plan.aspect).x, bottom - overlay.measure(words).height},
                     opacity);
    }
}

}  // namespace ebbflow::frame
