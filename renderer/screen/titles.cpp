#include <algorithm>

#include "picture/easing.hpp"
#include "screen/furniture.hpp"
#include "screen/sides.hpp"
#include "story/pieces.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kTitleSeconds = 4.2;
constexpr double kShortestTitle = 1.9;  // with its coming and going
constexpr double kHandOver = 0.2;       // of the title to the first caption
constexpr double kFilmTitle = 72;
constexpr double kChapterTitle = 64;
constexpr double kUnderFilmTitle = 54;  // 5 % of the picture's height, the least for a title
constexpr double kTitleRule = 64;       // the short line over a title

Type titleType(double size, core::Colour colour, double width) {
    Type type;
    type.family = text::Family::serif;
    type.size = size;
    type.colour = colour;
    type.halo = 14;
    type.maxWidth = width;
    return type;
}

struct TitleLine {
    text::Paragraph words;
    Type type;
};

/// From the top: the film's title over its first chapter's, or the chapter's alone.
std::vector<TitleLine> titleLines(const Moment& moment, const Overlay& pen, double scale) {
    std::vector<TitleLine> lines;
    const double width = std::min(1400.0, safeArea(moment.page.aspect).width);
    const auto add = [&](const core::LocalText& text, double size, core::Colour colour) {
        if (text.empty()) return;
        const Type type = titleType(size * scale, colour, width);
        lines.push_back({pen.paragraph(text.inOrAny(moment.page.shownLanguage), type), type});
    };
    const bool opening = moment.step.chapter == 0;
    if (opening) add(moment.page.film->scene.title, kFilmTitle, kInk);
    add(moment.chapterScript.title, opening ? kUnderFilmTitle : kChapterTitle,
        opening ? kQuietInk : kInk);
    return lines;
}

/// Until the chapter's first caption comes, where that leaves time to read the title: two lines of
/// words at once are read by nobody.
double titleSeconds(const Moment& moment) {
    const double start = moment.chapter.start.seconds();
    const double length = std::min(kTitleSeconds, moment.chapter.end.seconds() - start);
    for (std::size_t i = 0; i < moment.chapter.stepCount; ++i) {
        const auto& captions = moment.page.timeline.steps[moment.chapter.firstStep + i].captions;
        if (captions.empty()) continue;
        const double until = captions.front().start - start + kHandOver;
        return until < kShortestTitle ? length : std::min(length, until);
    }
    return length;
}

/// A card says what the title would say.
bool opensWithCard(const Moment& moment) {
    return moment.chapterScript.steps.front().card.has_value();
}

}  // namespace

std::vector<Block> titleBlocks(const Moment& moment) {
    const auto piece = story::pieceOf(moment.page, moment.stepIndex, "title");
    if (!piece || opensWithCard(moment)) return {};
    const double length = titleSeconds(moment);
    const double opacity = picture::fadeInOut(moment.sinceChapter, 0.4, length, 0.7);
    if (opacity <= 0) return {};
    Block block{.name = "title",
                .position = placeOf(moment.page, piece->position, "bottom left"),
                .box = {},
                .items = {}};
    Overlay pen(moment.page, block.items);
    const auto lines = titleLines(moment, pen, story::isLarge(*piece) ? 1.25 : 1);
    if (lines.empty()) return {};
    for (const TitleLine& line : lines)
        block.box.width = std::max(block.box.width, pen.measure(line.words).width);
    const bool right = block.position.ends_with("right");
    const double drawn = kTitleRule * picture::easeInOut((moment.sinceChapter - 0.4) / 1.2);
    const double from = right ? block.box.width - drawn : 0;
    pen.line({{from, 2}, {from + drawn, 2}}, 3, kInk, 0.8 * opacity);
    double y = 14;
    for (const TitleLine& line : lines) {
        const text::Measure& size = pen.measure(line.words);
        pen.text(line.words, line.type, {right ? block.box.width - size.width : 0, y}, opacity);
        y += size.height;
    }
    block.box.height = y;
    return {std::move(block)};
}

}  // namespace ebbflow::screen
