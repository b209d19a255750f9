#include <algorithm>
#include <cmath>

#include "screen/furniture.hpp"
#include "story/pieces.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kRise = 36;  // of the graph over the line
constexpr double kFall = 14;  // of what stands under it
constexpr double kHead = 4;   // the playhead stands a little higher than the graph
constexpr double kTick = 6;
constexpr double kUnder = 30;  // the years' own row

struct Axis {
    double width, rise, base;
    const story::StreamGraph& graph;
    [[nodiscard]] double x(double day) const { return width * graph.positionOf(day); }
    [[nodiscard]] double xOfYear(int year) const { return x(core::toDay({year, 1, 1}).number); }
};

/// Grows with time: what lies after `day` is not drawn yet.
void drawBand(Overlay& overlay, const Axis& axis, const story::StreamBand& band,
              std::vector<double>& stacked, double day, double opacity) {
    const double scale = (band.share.below ? kFall : -axis.rise) / axis.graph.highest;
    std::vector<core::PixelPoint> lower, upper;
    const std::size_t months = band.perMonth.size();
    for (std::size_t m = 0; m < months; ++m) {
        const double middle =
            axis.width * (static_cast<double>(m) + 0.5) / static_cast<double>(months);
        const double from = stacked[m], to = stacked[m] + band.perMonth[m];
        stacked[m] = to;
        const double end = axis.x(day);
        if (middle > end) continue;
        lower.push_back({middle, axis.base + from * scale});
        upper.push_back({middle, axis.base + to * scale});
    }
    if (lower.size() >= 2)
        overlay.strip(std::move(lower), std::move(upper), band.colour,
                      band.share.opacity * opacity);
}

/// Years between two that are named, so that their names stay apart.
int namedEvery(const Axis& axis, double room) {
    const double perYear = axis.width / (axis.graph.lastYear + 1 - axis.graph.firstYear);
    for (const int step : {1, 2, 5, 10, 20, 50}) {
        if (perYear * step >= room) return step;
    }
    return 100;
}

void drawYears(Overlay& overlay, const Axis& axis, double opacity) {
    const int first = axis.graph.firstYear, last = axis.graph.lastYear + 1;
    Type type;
    type.size = 21;
    type.colour = kQuietInk;
    const int step = namedEvery(axis, 84);
    for (int year = first; year <= last; ++year) {
        const double x = axis.xOfYear(year);
        overlay.line({{x, axis.base}, {x, axis.base + kTick}}, 1, kQuietInk, 0.5 * opacity);
        const auto words = overlay.paragraph(std::to_string(year), type);
        const bool fits = x + 4 + overlay.measure(words).width <= axis.width;
        if ((step > 1 ? year % step != 0 : false) || year >= last || !fits) continue;
        overlay.text(words, type, {x + 4, axis.base + kTick - 2}, 0.9 * opacity);
    }
}

void drawChapterTicks(const story::Story& story, Overlay& overlay, const Axis& axis,
                      double opacity) {
    for (const story::PlannedChapter& chapter : story.timeline.chapters) {
        const double x = axis.x(chapter.firstDay.number);
        overlay.line({{x, axis.base - 7}, {x, axis.base}}, 1.5, kInk, 0.7 * opacity);
    }
}

}  // namespace

std::vector<Block> yearBandBlocks(const Moment& moment) {
    const story::Story& story = moment.page;
    const auto onIn = [&](std::size_t step) { return story::pieceOf(story, step, "years"); };
    const auto piece = onIn(moment.stepIndex);
    if (!piece) return {};
    Block block{.name = "years",
                .position = story::positionOr(*piece, "bottom"),
                .band = true,
                .box = {},
                .items = {}};
    Overlay pen(moment.page, block.items);
    const double opacity = story::presence(moment, onIn);
    const double rise = kRise * (story::isLarge(*piece) ? 2 : 1);
    const Axis axis{safeArea(story.aspect).width, rise, rise + kHead, story.streamGraph};
    block.box = {0, 0, axis.width, axis.base + kUnder};
    pen.line({{0, axis.base}, {axis.width, axis.base}}, 1, kQuietInk, 0.55 * opacity);
    std::vector<double> rising(axis.graph.bands.empty() ? 0
                                                        : axis.graph.bands.front().perMonth.size());
    std::vector<double> falling = rising;
    for (const story::StreamBand& band : axis.graph.bands)
        drawBand(pen, axis, band, band.share.below ? falling : rising, moment.playheadDay(),
                 opacity);
    drawYears(pen, axis, opacity);
    drawChapterTicks(story, pen, axis, opacity);
    const double x = axis.x(moment.playheadDay());
    pen.line({{x, 0}, {x, axis.base + kFall}}, 2, kInk, 0.95 * opacity);
    return {std::move(block)};
}

}  // namespace ebbflow::screen
