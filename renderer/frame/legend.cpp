#include <algorithm>
#include <iterator>

#include "frame/furniture.hpp"
#include "frame/standing_notes.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kRowHeight = 32;
constexpr double kSwatchWidth = 46;

struct Row {
    core::Colour colour;
    bool home = false;
    bool square = false;
    std::string words;
};

std::string kindLabel(const Moment& moment, const Kind& kind) {
    const auto& language = moment.plan.language;
    if (!kind.label.empty()) return kind.label.inOrAny(language);
    const std::string name = moment.plan.words.kind(kind.hue, language);
    return kind.look.goingHome ? moment.plan.words.goingHome(name, language) : name;
}

/// Kinds of one hue and direction share a row: the eye cannot tell them apart, so the legend must
/// not.
std::vector<Row> kindRows(const Moment& moment) {
    std::vector<Row> rows;
    std::vector<std::size_t> kinds = kindsOfThreads(moment.plan, moment.stepIndex);
    for (const KindCredit& credit : moment.plan.credits[moment.step.chapter]) {
        if (std::ranges::find(kinds, credit.kind) == kinds.end()) kinds.push_back(credit.kind);
    }
    std::ranges::sort(kinds);
    for (const std::size_t index : kinds) {
        const Kind& kind = moment.plan.lightPlan.kinds[index];
        const auto same = [&](const Row& r) {
            return r.colour == kind.look.colour && r.home == kind.look.goingHome;
        };
        const std::string words = kindLabel(moment, kind);
        const auto found = std::ranges::find_if(rows, same);
        if (found == rows.end()) {
            rows.push_back({kind.look.colour, kind.look.goingHome, false, words});
        } else if (found->words.find(words) == std::string::npos) {
            found->words += ", " + words;
        }
    }
    return rows;
}

/// "One light = N people", once when all kinds have the same N.
std::vector<std::string> scaleRows(const Moment& moment) {
    std::vector<std::string> rows;
    for (const KindCredit& credit : moment.plan.credits[moment.step.chapter]) {
        const std::string row = moment.plan.words.oneLight(
            moment.plan.lightPlan.kinds[credit.kind].perLight,
            moment.plan.lightPlan.kinds[credit.kind].unit, moment.plan.language);
        if (std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
    }
    return rows;
}

void drawSwatch(Overlay& overlay, const Row& row, double x, double y) {
    if (row.square) {
        overlay.box({x + kSwatchWidth - 26, y - 5, 10, 10}, row.colour, 0.95);
        return;
    }
    // A comet as on the map: the head leads to the right; going home it is thin and pale.
    const double strength = row.home ? 0.55 : 1;
    const double width = row.home ? 2 : 4;
    overlay.line({{x, y}, {x + 18, y}}, width * 0.5, row.colour, 0.35 * strength);
    overlay.line({{x + 12, y}, {x + 30, y}}, width * 0.8, row.colour, 0.6 * strength);
    overlay.box({x + 28, y - width, width * 2, width * 2}, row.colour, strength, width);
}

}  // namespace

void describeLegend(const Moment& moment, Overlay& overlay) {
    const auto piece = pieceOf(moment, &scene::Screen::legend, true);
    if (!piece) return;
    std::vector<Row> rows = kindRows(moment);
    // Of a chapter that ends before the first of them is begun, none is on the map.
    if (!moment.plan.sites.sites.empty() && moment.chapter.lastDay >= moment.plan.sites.first) {
        rows.push_back({*core::parseColour("vermilion"), false, true,
                        moment.plan.words.word("works", moment.plan.language) + ": " +
                            moment.plan.words.word("done", moment.plan.language)});
    }
    Overlay::Type type;
    type.size = 22;
    Overlay::Type quiet = type;
    quiet.colour = kQuietInk;
    std::vector<std::string> scales = scaleRows(moment);
    std::ranges::move(standingNotes(moment.plan, moment.stepIndex), std::back_inserter(scales));
    double widest = 0;
    for (const Row& row : rows)
        widest = std::max(widest, overlay.measure(overlay.paragraph(row.words, type)).width);
    for (const auto& row : scales)
        widest = std::max(widest, overlay.measure(overlay.paragraph(row, quiet)).width);
    const double width = kSwatchWidth + widest;
    const double height = kRowHeight * static_cast<double>(rows.size() + scales.size());
    core::PixelPoint at = placed(piece, "bottom right", width, height, moment.plan.aspect);
    // Lights and squares may run behind it: a soft ground keeps it readable.
    overlay.box({at.x - 18, at.y - 10, width + 36, height + 20}, {0.03F, 0.04F, 0.06F, 1}, 0.55,
                10);
    for (const Row& row : rows) {
        const auto words = overlay.paragraph(row.words, type);
        drawSwatch(overlay, row, at.x, at.y + kRowHeight / 2);
        overlay.text(words, type,
                     {at.x + kSwatchWidth, at.y + (kRowHeight - overlay.measure(words).height) / 2},
                     0.95);
        at.y += kRowHeight;
    }
    for (const auto& row : scales) {
        const auto words = overlay.paragraph(row, quiet);
        overlay.text(words, quiet,
                     {at.x + kSwatchWidth, at.y + (kRowHeight - overlay.measure(words).height) / 2},
                     0.95);
        at.y += kRowHeight;
    }
}

}  // namespace ebbflow::frame
