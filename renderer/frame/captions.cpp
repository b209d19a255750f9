#include <algorithm>

#include "frame/easing.hpp"
#include "frame/furniture.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kCaptionFade = 0.5;
constexpr double kCaptionBottom = 900;  // above the foot: year band and source line
constexpr double kTitleBottom = 770;    // a title leaves the captions' place free
constexpr double kTitleSeconds = 4.2;

Overlay::Type captionType() {
    Overlay::Type type;
    type.family = text::Family::serif;
    type.size = 40;
    type.maxWidth = 1060;
    type.halo = 11;
    return type;
}

Overlay::Type titleType(double size) {
    Overlay::Type type;
    type.family = text::Family::serif;
    type.size = size;
    type.halo = 14;
    type.maxWidth = 1400;
    return type;
}

}  // namespace

void describeCaptions(const Moment& moment, Overlay& overlay) {
    for (const PlannedCaption& caption : moment.step.captions) {
        const double opacity = fadeInOut(moment.seconds, caption.start, caption.end, kCaptionFade);
        if (opacity <= 0) continue;
        const Overlay::Type type = captionType();
        const auto words = overlay.paragraph(caption.text.inOrAny(moment.plan.language), type);
        const text::Measure& size = overlay.measure(words);
        overlay.text(words, type, {safeArea(moment.plan.aspect).x, kCaptionBottom - size.height},
                     opacity);
    }
}

void describeTitles(const Moment& moment, Overlay& overlay) {
    if (!pieceOf(moment, &scene::Screen::title, true)) return;
    const double length =
        std::min(kTitleSeconds, moment.chapter.end.seconds() - moment.chapter.start.seconds());
    const double opacity = fadeInOut(moment.sinceChapter, 0.4, length, 0.7);
    if (opacity <= 0) return;
    const double x = safeArea(moment.plan.aspect).x;
    double bottom = kTitleBottom;
    const auto set = [&](const core::LocalText& text, double size, core::Colour colour) {
        if (text.empty()) return;
        Overlay::Type type = titleType(size);
        type.colour = colour;
        const auto words = overlay.paragraph(text.inOrAny(moment.plan.language), type);
        bottom -= overlay.measure(words).height;
        overlay.text(words, type, {x, bottom}, opacity);
    };
    const bool opening = moment.step.chapter == 0;
    set(moment.chapterScript.title, opening ? 42 : 64, opening ? kQuietInk : kInk);
    if (opening) set(moment.plan.film->scene.title, 70, kInk);
}

}  // namespace ebbflow::frame
