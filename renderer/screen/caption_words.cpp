#include "screen/caption_words.hpp"

#include <algorithm>

namespace ebbflow::screen {

namespace {

constexpr double kColumn = 1060;

}  // namespace

double captionColumn(const story::Story& story) {
    return std::min(kColumn, safeArea(story.aspect).width);
}

Type captionType(const story::Story& story) {
    Type type;
    type.family = text::Family::serif;
    type.size = 40;
    type.maxWidth = captionColumn(story);
    type.halo = 11;
    type.marked = true;
    return type;
}

text::Paragraph captionWords(const Lettering& letters, const story::PlannedCaption& caption) {
    std::vector<picture::OverlayItem> none;
    return Overlay(letters, none)
        .paragraph(caption.text.inOrAny(letters.shownLanguage), captionType(letters));
}

}  // namespace ebbflow::screen
