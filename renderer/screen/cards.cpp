// Title cards: a kicker, a large title and a subtitle in the middle of the picture, over a map that
// has stepped back.

#include <algorithm>
#include <cmath>

#include "picture/easing.hpp"
#include "screen/furniture.hpp"
#include "story/citations.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kCardFade = 0.8;
constexpr double kTitle = 96;
constexpr double kSubtitle = 44;
constexpr double kKicker = 26;
constexpr double kRule = 120;
constexpr double kDimmed = 0.66;
constexpr double kPrintRow = 29;  // of the list of sources
constexpr double kPrintGap = 44;  // over it, and between its columns
constexpr double kMostDimmed = 0.86;

double cardSeconds(const Moment& moment) {
    return moment.sinceStep - moment.script.card->start.seconds();
}

double cardLength(const Moment& moment) {
    const scene::Card& card = *moment.script.card;
    const double rest = moment.step.length.seconds() - card.start.seconds();
    return card.length ? std::min(rest, card.length->seconds()) : rest;
}

Type centred(const Moment& moment, double size) {
    Type type;
    type.family = text::Family::serif;
    type.size = size;
    type.align = text::Align::centre;
    type.maxWidth = safeArea(moment.page.aspect).width * 0.86;
    type.halo = 14;
    type.marked = true;
    return type;
}

Type kickerType(const Moment& moment) {
    Type type = centred(moment, kKicker);
    type.family = text::Family::sans;
    type.colour = kQuietInk;
    type.letterSpacing = 0.12;
    type.halo = 8;
    return type;
}

struct Line {
    text::Paragraph words;
    Type type;
    double above = 0;  ///< space over it
};

std::vector<Line> linesOf(const Moment& moment, const Overlay& pen) {
    std::vector<Line> lines;
    const scene::Card& card = *moment.script.card;
    const auto add = [&](const core::LocalText& text, const Type& type, double above) {
        if (text.empty()) return;
        lines.push_back(
            {pen.paragraph(text.inOrAny(moment.page.shownLanguage), type), type, above});
    };
    Type subtitle = centred(moment, kSubtitle);
    subtitle.colour = {0.82F, 0.84F, 0.87F, 1};
    add(card.kicker, kickerType(moment), 0);
    add(card.title, centred(moment, kTitle), 10);
    add(card.subtitle, subtitle, 44);
    return lines;
}

/// Small print: what the film rests on, in two columns, to be paused on rather than read along.
struct Print {
    std::vector<std::string> lines;
    double height = 0;
    [[nodiscard]] std::size_t rows() const { return (lines.size() + 1) / 2; }
};

Print printOf(const Moment& moment, double room) {
    Print print;
    if (!moment.script.card->sources) return print;
    print.lines = story::citationsOf(moment.page);
    if (print.lines.empty()) return print;
    const auto most =
        2 * static_cast<std::size_t>(std::max(1.0, std::floor((room - kPrintGap) / kPrintRow) - 1));
    if (print.lines.size() > most) {
        print.lines.resize(most);
        print.lines.back() = "…";
    }
    print.height = kPrintGap + kPrintRow * static_cast<double>(print.rows() + 1);
    return print;
}

void drawPrint(const Moment& moment, const Print& print, double y, double opacity,
               Overlay& overlay) {
    Type type;
    type.size = kSmallType;
    type.colour = kQuietInk;
    const core::PixelBox safe = safeArea(moment.page.aspect);
    const double column = (safe.width - kPrintGap) / 2;
    if (print.lines.empty()) return;
    y += kPrintGap;
    const story::Story& story = moment.page;
    Type heading = type;
    heading.colour = kInk;
    overlay.text(overlay.paragraph(story.words.word("sources", story.shownLanguage), heading),
                 heading, {safe.x, y}, opacity);
    y += kPrintRow;
    for (std::size_t i = 0; i < print.lines.size(); ++i) {
        const double x = safe.x + (i < print.rows() ? 0 : column + kPrintGap);
        const double row = static_cast<double>(i % print.rows());
        const auto words = overlay.paragraph(overlay.shortened(print.lines[i], type, column), type);
        overlay.text(words, type, {x, y + row * kPrintRow}, opacity);
    }
}

void drawRule(Overlay& overlay, double middle, double y, double share, double opacity) {
    const double half = kRule / 2 * share;
    overlay.line({{middle - half, y}, {middle + half, y}}, 2.5, kInk, 0.75 * opacity);
}

}  // namespace

double cardPresence(const Moment& moment) {
    if (!moment.script.card) return 0;
    return picture::fadeInOut(cardSeconds(moment), 0, cardLength(moment), kCardFade);
}

void describeCard(const Moment& moment, Overlay& overlay) {
    const double opacity = cardPresence(moment);
    if (opacity <= 0) return;
    const double width = core::kReferenceHeight * moment.page.aspect;
    overlay.box({0, 0, width, core::kReferenceHeight}, {0.012F, 0.016F, 0.026F, 1},
                (moment.script.card->sources ? kMostDimmed : kDimmed) * opacity);
    const auto lines = linesOf(moment, overlay);
    double height = 0;
    for (const Line& line : lines) height += line.above + overlay.measure(line.words).height;
    const Print print = printOf(moment, safeArea(moment.page.aspect).height - height);
    height += print.height;
    // The optical middle lies a little over the true one.
    double y = core::kReferenceHeight * 0.48 - height / 2;
    // Words come a little after the map has stepped back, and the rule is drawn after them.
    const double words = opacity * picture::smooth((cardSeconds(moment) - 0.25) / kCardFade);
    for (const Line& line : lines) {
        const text::Measure& size = overlay.measure(line.words);
        y += line.above;
        if (line.above > 40)
            drawRule(overlay, width / 2, y - 24,
                     picture::easeInOut((cardSeconds(moment) - 0.6) / 1.2), words);
        overlay.text(line.words, line.type, {(width - size.width) / 2, y}, words);
        y += size.height;
    }
    drawPrint(moment, print, y, words, overlay);
}

}  // namespace ebbflow::screen
