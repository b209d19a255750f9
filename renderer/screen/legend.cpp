#include <algorithm>
#include <cmath>
#include <optional>

#include "screen/furniture.hpp"
#include "screen/sides.hpp"
#include "story/kind_name.hpp"
#include "story/pieces.hpp"
#include "story/standing_notes.hpp"
#include "text/punctuation.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kTypeSize = 22;
constexpr double kRowHeight = 32;
constexpr double kSwatchWidth = 46;
constexpr double kNewSeconds = 4;  // the art direction: long enough to be read and found

enum class Swatch { light, done, unfinished, undated };

struct Row {
    core::Colour colour;
    picture::LegendSign sign;
    Swatch swatch = Swatch::light;
    std::string words;
    friend bool operator==(const Row&, const Row&) = default;
};

/// Kinds of one hue and sign share a row: the eye cannot tell them apart, so the legend must
/// not.
std::vector<Row> kindRows(const story::Story& story, std::size_t step) {
    std::vector<Row> rows;
    const text::Punctuation& signs = text::punctuationOf(story.shownLanguage);
    for (const story::KindCredit& credit : story.credits[step]) {
        const story::Kind& kind = story.lightPlan.kinds[credit.kind];
        const auto same = [&](const Row& r) {
            return r.colour == kind.look.colour && r.sign == kind.look.sign;
        };
        const std::string words = story::kindName(story, kind, story.shownLanguage);
        const auto found = std::ranges::find_if(rows, same);
        if (found == rows.end()) {
            rows.push_back({kind.look.colour, kind.look.sign, Swatch::light, words});
        } else if (found->words.find(words) == std::string::npos) {
            found->words += std::string(signs.listComma) + words;
        }
    }
    return rows;
}

/// "One light = N people", once when all kinds have the same N.
std::vector<std::string> scaleRows(const story::Story& story, std::size_t step) {
    std::vector<std::string> rows;
    for (const story::KindCredit& credit : story.credits[step]) {
        const std::string row =
            story.words.oneLight(story.lightPlan.kinds[credit.kind].perLight,
                                 story.lightPlan.kinds[credit.kind].unit, story.shownLanguage);
        if (std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
    }
    return rows;
}

/// Squares as they stand on the map: full, part full, and faint where the table has no year.
void addWorks(const story::Story& story, std::vector<Row>& rows) {
    const core::Colour colour = *core::parseColour("vermilion");
    const auto word = [&](const char* key) { return story.words.word(key, story.shownLanguage); };
    const std::string_view colon = text::punctuationOf(story.shownLanguage).colon;
    rows.push_back({colour, {}, Swatch::done, word("works") + std::string(colon) + word("done")});
    rows.push_back({colour, {}, Swatch::unfinished, word("unfinished")});
    const auto& sites = story.film->tables.sites;
    if (std::ranges::any_of(sites, [](const flow::Site& site) { return !site.begun; }))
        rows.push_back({colour, {}, Swatch::undated, word("undated")});
}

/// A row's words, with a swatch or without.
struct LegendRow {
    std::optional<Row> kind;
    std::string words;
    bool stays = false;  ///< says that something is not counted, as long as that is seen
    friend bool operator==(const LegendRow&, const LegendRow&) = default;
};

struct Contents {
    std::vector<LegendRow> rows;
    std::optional<scene::Piece> piece;
    friend bool operator==(const Contents&, const Contents&) = default;
};

Contents contentsIn(const story::Story& story, std::size_t step) {
    Contents contents;
    contents.piece = story::pieceOf(story, step, "legend");
    if (!contents.piece) return contents;
    const std::size_t chapter = story.timeline.steps[step].chapter;
    std::vector<Row> kinds = kindRows(story, step);
    // Of a chapter that ends before the first of them is begun, none is on the map.
    if (!story.sites.sites.empty() && story.timeline.chapters[chapter].lastDay >= story.sites.first)
        addWorks(story, kinds);
    for (const Row& row : kinds) contents.rows.push_back({row, row.words, false});
    for (const auto& words : scaleRows(story, step)) contents.rows.push_back({{}, words, false});
    for (const auto& words : story::standingNotes(story, step))
        contents.rows.push_back({{}, words, true});
    return contents;
}

struct ShownRow {
    LegendRow row;
    double opacity = 1;
};

/// Since when a row of this step has been there without a break, film seconds.
double rowSince(const story::Story& story, std::size_t step, const LegendRow& row,
                double earliest) {
    while (step > 0 && story.timeline.steps[step].start.seconds() > earliest) {
        const Contents before = contentsIn(story, step - 1);
        if (std::ranges::find(before.rows, row) == before.rows.end()) break;
        --step;
    }
    return story.timeline.steps[step].start.seconds();
}

/// As what they explain comes, the latest nearest to the edge at which the legend stands, so that
/// none moves when others go.
std::vector<ShownRow> newRows(const Moment& moment, const Contents& contents, bool atTheTop) {
    struct Timed : ShownRow {
        double since = 0;
    };
    const double longest = kNewSeconds + story::kPieceFade;
    std::vector<Timed> timed;
    for (const LegendRow& row : contents.rows) {
        const double since = rowSince(moment.page, moment.stepIndex, row, moment.seconds - longest);
        const double opacity =
            row.stays
                ? picture::smooth((moment.seconds - since + story::kTrace) / story::kPieceFade)
                : picture::fadeInOut(moment.seconds + story::kTrace, since, since + longest,
                                     story::kPieceFade);
        if (opacity > 0) timed.push_back({{row, opacity}, since});
    }
    std::ranges::stable_sort(timed, {}, [&](const Timed& row) {
        // What stays is nearest of all.
        const double rank = row.row.stays ? 1e9 : row.since;
        return atTheTop ? -rank : rank;
    });
    return {timed.begin(), timed.end()};
}

void drawSquare(Overlay& pen, const Row& row, double y, double opacity) {
    constexpr double kSide = 12, kEdge = 1.6;
    const double left = kSwatchWidth - 28, top = y - kSide / 2;
    if (row.swatch == Swatch::done)
        return pen.box({left, top, kSide, kSide}, row.colour, 0.95 * opacity);
    const bool dated = row.swatch == Swatch::unfinished;
    const double in = kEdge / 2, right = left + kSide - in, foot = top + kSide - in;
    pen.line({{left + in, top + in},
              {right, top + in},
              {right, foot},
              {left + in, foot},
              {left + in, top}},
             kEdge, row.colour, (dated ? 0.9 : 0.4) * opacity);
    if (dated) pen.box({left, y, kSide, kSide / 2}, row.colour, 0.75 * opacity);
}

core::Colour paler(const core::Colour& colour, float towardsWhite) {
    const auto mixed = [&](float channel) { return std::lerp(channel, 1.0F, towardsWhite); };
    return {mixed(colour.r), mixed(colour.g), mixed(colour.b), colour.a};
}

void drawSwatch(Overlay& pen, const Row& row, double y, double opacity) {
    if (row.swatch != Swatch::light) return drawSquare(pen, row, y, opacity);
    // A comet as on the map: the head leads to the right.
    const double width = row.sign.width;
    const core::Colour colour = paler(row.colour, row.sign.towardsWhite);
    pen.line({{0, y}, {18, y}}, width * 0.5, colour, row.sign.farTail * opacity);
    pen.line({{12, y}, {30, y}}, width * 0.8, colour, row.sign.nearTail * opacity);
    pen.box({28, y - width, width * 2, width * 2}, colour, opacity, width);
}

/// All of the step's, or those that are new.
std::vector<ShownRow> rowsAt(const Moment& moment, const Contents& contents, bool atTheTop) {
    if (contents.piece->whenNew) return newRows(moment, contents, atTheTop);
    const double opacity =
        story::presence(moment, [&](std::size_t step) { return contentsIn(moment.page, step); });
    std::vector<ShownRow> rows;
    for (const LegendRow& row : contents.rows) rows.push_back({row, opacity});
    return rows;
}

}  // namespace

std::vector<Block> legendBlocks(const Moment& moment) {
    const Contents contents = contentsIn(moment.page, moment.stepIndex);
    if (!contents.piece) return {};
    Block block{.name = "legend",
                .position = placeOf(moment.page, contents.piece->position, "bottom right"),
                .box = {},
                .items = {}};
    const auto rows = rowsAt(moment, contents, block.position.starts_with("top"));
    if (rows.empty()) return {};
    Overlay pen(moment.page, block.items);
    const double scale = story::isLarge(*contents.piece) ? 1.25 : 1, height = kRowHeight * scale;
    Type type;
    type.size = kTypeSize * scale;
    Type quiet = type;
    quiet.colour = kQuietInk;
    std::vector<text::Paragraph> lines;
    double widest = 0, ground = 0;
    for (const ShownRow& shown : rows) {
        lines.push_back(pen.paragraph(shown.row.words, shown.row.kind ? type : quiet));
        widest = std::max(widest, pen.measure(lines.back()).width);
        ground = std::max(ground, shown.opacity);
    }
    block.box = {0, 0, kSwatchWidth + widest, height * static_cast<double>(rows.size())};
    // Lights and squares may run behind it: a soft ground keeps it readable.
    pen.box({-18, -10, block.box.width + 36, block.box.height + 20}, kGround, 0.55 * ground, 10);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double middle = height * (static_cast<double>(i) + 0.5);
        const ShownRow& shown = rows[i];
        if (shown.row.kind) drawSwatch(pen, *shown.row.kind, middle, shown.opacity);
        pen.text(lines[i], shown.row.kind ? type : quiet,
                 {kSwatchWidth, middle - pen.measure(lines[i]).height / 2}, 0.95 * shown.opacity);
    }
    return {std::move(block)};
}

}  // namespace ebbflow::screen
