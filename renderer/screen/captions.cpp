#include "picture/easing.hpp"
#include "screen/caption_words.hpp"
#include "screen/furniture.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kCaptionFade = 0.5;

}  // namespace

void describeCaptions(const Moment& moment, double bottom, Overlay& overlay) {
    for (const story::PlannedCaption& caption : moment.step.captions) {
        const double opacity =
            picture::fadeInOut(moment.seconds, caption.start, caption.end, kCaptionFade);
        if (opacity <= 0) continue;
        const auto words = captionWords(moment.page, caption);
        overlay.text(words, captionType(moment.page),
                     {safeArea(moment.page.aspect).x, bottom - overlay.measure(words).height},
                     opacity);
    }
}

}  // namespace ebbflow::screen
