#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "flow/figure_at.hpp"
#include "screen/furniture.hpp"
#include "screen/sides.hpp"
#include "story/figures_shown.hpp"
#include "story/kind_counter.hpp"
#include "story/kind_name.hpp"
#include "story/pieces.hpp"
#include "text/format.hpp"
#include "text/punctuation.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kNumberSize = 52;
constexpr double kLabelSize = 22;
constexpr double kGap = 14;
constexpr double kHeroScale = 3.4;  // a number that is read across a hall

std::string numberText(const Moment& moment, double value) {
    return text::formatNumber(std::llround(value), moment.page.shownLanguage, moment.page.words);
}

/// The label and, unless the figure is documented, how sure it is.
std::string labelText(const Moment& moment, const flow::Figure& figure) {
    std::string label =
        figure.label.empty() ? figure.id : figure.label.inOrAny(moment.page.shownLanguage);
    if (figure.confidence == core::Confidence::documented) return label;
    const std::string& language = moment.page.shownLanguage;
    return text::bracketed(label, moment.page.words.confidence(figure.confidence, language),
                           language);
}

std::string labelText(const Moment& moment, const story::Kind& kind, core::Confidence confidence) {
    const std::string& language = moment.page.shownLanguage;
    std::string label = story::kindName(moment.page, kind, language);
    if (confidence == core::Confidence::documented) return label;
    return text::bracketed(label, moment.page.words.confidence(confidence, language), language);
}

/// The screen that says which counters a step has; null when there are none.
const scene::Screen* countersIn(const story::Story& story, std::size_t step) {
    const scene::Screen* screen = story::screenWith(
        story, step, [](const scene::Screen& s) { return s.counters.has_value(); });
    return screen == nullptr || (screen->counters->empty() && screen->counterKinds.empty())
               ? nullptr
               : screen;
}

struct Counter {
    text::Paragraph value, label;
    double opacity = 1;
};

struct Types {
    Type number, label;
};

/// `place`: where the counters stand, before all is turned.
Types typesOf(const scene::Piece& piece, std::string_view place) {
    const bool hero = story::isHero(piece);
    const double scale = hero ? kHeroScale : story::isLarge(piece) ? 1.35 : 1;
    Types types;
    types.number.family = text::Family::serif;
    types.number.size = kNumberSize * scale;
    types.number.halo = 11;
    types.label.size = kLabelSize * (hero ? 1.5 : story::isLarge(piece) ? 1.15 : 1);
    types.label.colour = kQuietInk;
    types.label.maxWidth = hero ? 760 : 460;
    types.label.align = place.ends_with("left") ? text::Align::left : text::Align::right;
    return types;
}

/// 1, less shortly before the figure is too old to be shown.
double shareLeft(const Moment& moment, const flow::Figure& figure) {
    const core::Instant gone = flow::goneFrom(figure);
    if (gone <= moment.now()) return 0;
    if (moment.chapter.span.until <= gone) return 1;
    return picture::smooth((moment.reached(gone) - moment.seconds) / story::kPieceFade);
}

std::vector<Counter> countersOf(const Moment& moment, const Overlay& pen, const Types& types,
                                const std::vector<std::string>& ids) {
    std::vector<Counter> counters;
    for (const std::string& name : story::counterKinds(moment.page, moment.stepIndex)) {
        const story::Kind* kind = moment.page.lightPlan.findKind(name);
        if (kind == nullptr) continue;
        const story::KindCount count = story::countedAt(moment, name);
        counters.push_back(
            {pen.paragraph(numberText(moment, static_cast<double>(count.left)), types.number),
             pen.paragraph(labelText(moment, *kind, count.confidence), types.label), 1});
    }
    for (const std::string& id : ids) {
        const flow::Figure* figure =
            flow::figureAt(moment.page.film->tables.figures, id, moment.now());
        if (figure == nullptr) continue;
        const double opacity = shareLeft(moment, *figure);
        if (opacity <= 0) continue;
        counters.push_back({pen.paragraph(numberText(moment, figure->value), types.number),
                            pen.paragraph(labelText(moment, *figure), types.label), opacity});
    }
    return counters;
}

}  // namespace

std::vector<Block> countersBlocks(const Moment& moment) {
    const auto setIn = [&](std::size_t step) {
        const scene::Screen* screen = countersIn(moment.page, step);
        using Ids = std::vector<std::string>;
        return screen == nullptr
                   ? std::tuple<Ids, Ids, scene::Piece>{}
                   : std::tuple{*screen->counters, screen->counterKinds, screen->countersPiece};
    };
    const auto [ids, kinds, piece] = setIn(moment.stepIndex);
    Block block{.name = "counters",
                .position = placeOf(moment.page, piece.position,
                                    story::isHero(piece) ? "left" : "top right"),
                .box = {},
                .items = {}};
    Overlay pen(moment.page, block.items);
    const Types types = typesOf(piece, block.position);
    const auto counters = countersOf(moment, pen, types, ids);
    if (counters.empty()) return {};
    for (const Counter& counter : counters)
        block.box.width = std::max(
            {block.box.width, pen.measure(counter.value).width, pen.measure(counter.label).width});
    const double opacity = 0.95 * story::presence(moment, setIn);
    const bool left = types.label.align == text::Align::left;
    const auto put = [&](const text::Paragraph& words, const Type& type, double y, double share) {
        const text::Measure& size = pen.measure(words);
        pen.text(words, type, {left ? 0 : block.box.width - size.width, y}, share * opacity);
        return y + size.height;
    };
    double y = 0;
    for (const Counter& counter : counters) {
        y = put(counter.value, types.number, y, counter.opacity) - 6;
        y = put(counter.label, types.label, y, counter.opacity) + kGap;
    }
    block.box.height = y - kGap;
    return {std::move(block)};
}

}  // namespace ebbflow::screen
