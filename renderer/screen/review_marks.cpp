#include "screen/review_marks.hpp"

#include <algorithm>

#include "screen/overlay.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kMarkType = 26;
constexpr double kBetween = 34;
constexpr double kTop = 5;
constexpr core::Colour kDraft{1.0F, 0.72F, 0.30F, 1};

Type typeOf(core::Colour colour) {
    Type type;
    type.size = kMarkType;
    type.weight = 600;
    type.colour = colour;
    type.halo = 0;
    return type;
}

const std::string& titleAt(const Lettering& letters, core::FilmTime time) {
    const story::PlannedStep& step = letters.timeline.steps[letters.timeline.stepAt(time)];
    return letters.film->scene.chapters[step.chapter].title.inOrAny(letters.shownLanguage);
}

}  // namespace

void addReviewMarks(const Lettering& letters, core::FilmTime time, const core::TimecodeClock& clock,
                    picture::FrameDescription& description) {
    Overlay pen(letters, description.overlay);
    const double width = core::kReferenceHeight * letters.aspect;
    const Type draft = typeOf(kDraft), code = typeOf(kInk), quiet = typeOf(kQuietInk);
    const std::string word = letters.words.word("draft", letters.shownLanguage);
    const std::string timecode = clock.at(time);
    // Room for the widest digits, so that the row does not tremble.
    const double wordWidth = pen.widthOf(word, draft), codeWidth = pen.widthOf("00:00:00:00", code);
    const double room = width - wordWidth - codeWidth - 4 * kBetween;
    const std::string title = pen.shortened(titleAt(letters, time), quiet, std::max(room, 0.0));
    const double titleWidth = title.empty() ? 0 : pen.widthOf(title, quiet) + kBetween;
    const double height = pen.measure(pen.paragraph(timecode, code)).height;
    const double all = wordWidth + kBetween + codeWidth + titleWidth;
    double x = (width - all) / 2;
    pen.box({x - kBetween / 2, kTop, all + kBetween, height + 6}, kGround, 0.8, 6);
    const auto write = [&](const std::string& words, const Type& type, double room_) {
        pen.text(pen.paragraph(words, type), type, {x, kTop + 3}, 1);
        x += room_ + kBetween;
    };
    write(word, draft, wordWidth);
    write(timecode, code, codeWidth);
    if (!title.empty()) write(title, quiet, titleWidth);
}

}  // namespace ebbflow::screen
