#include <algorithm>
#include <cmath>

#include "frame/furniture.hpp"
#include "text/format.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kBase = 964;  // y of the line
constexpr double kRise = 36;   // of the graph over it
constexpr double kFall = 14;   // of those who go home, under it
constexpr double kTick = 6;

struct Axis {
    double left, width;
    const StreamGraph& graph;
    [[nodiscard]] double x(double day) const { return left + width * graph.positionOf(day); }
    [[nodiscard]] double xOfYear(int year) const { return x(core::toDay({year, 1, 1}).number); }
};

/// Grows with time: what lies after `day` is not drawn yet.
void drawBand(Overlay& overlay, const Axis& axis, const StreamBand& band,
              std::vector<double>& stacked, double day) {
    const double scale = (band.goingHome ? kFall : -kRise) / axis.graph.highest;
    std::vector<core::PixelPoint> lower, upper;
    const std::size_t months = band.perMonth.size();
    for (std::size_t m = 0; m < months; ++m) {
        const double middle =
            axis.left + axis.width * (static_cast<double>(m) + 0.5) / static_cast<double>(months);
        const double from = stacked[m], to = stacked[m] + band.perMonth[m];
        stacked[m] = to;
        const double end = axis.x(day);
        if (middle > end) continue;
        lower.push_back({middle, kBase + from * scale});
        upper.push_back({middle, kBase + to * scale});
    }
    if (lower.size() >= 2)
        overlay.strip(std::move(lower), std::move(upper), band.colour, band.goingHome ? 0.5 : 0.85);
}

void drawYears(Overlay& overlay, const Axis& axis) {
    const int first = axis.graph.firstYear, last = axis.graph.lastYear + 1;
    const int step = last - first > 30 ? 10 : last - first > 14 ? 5 : last - first > 7 ? 2 : 1;
    Overlay::Type type;
    type.size = 21;
    type.colour = kQuietInk;
    for (int year = first; year <= last; ++year) {
        const double x = axis.xOfYear(year);
        overlay.line({{x, kBase}, {x, kBase + kTick}}, 1, kQuietInk, 0.5);
        const bool named = (year - first) % step == 0 && year < last;
        if (!named) continue;
        const auto words = overlay.paragraph(std::to_string(year), type);
        overlay.text(words, type, {x + 4, kBase + kTick - 2}, 0.9);
    }
}

void drawChapterTicks(const Moment& moment, Overlay& overlay, const Axis& axis) {
    for (const PlannedChapter& chapter : moment.plan.timeline.chapters) {
        const double x = axis.x(chapter.firstDay.number);
        overlay.line({{x, kBase - 7}, {x, kBase}}, 1.5, kInk, 0.7);
    }
}

}  // namespace

void describeYearBand(const Moment& moment, Overlay& overlay) {
    if (!pieceOf(moment, &scene::Screen::years, true)) return;
    const core::PixelBox safe = safeArea(moment.plan.aspect);
    const Axis axis{safe.x, safe.width, moment.plan.streamGraph};
    overlay.line({{safe.x, kBase}, {safe.x + safe.width, kBase}}, 1, kQuietInk, 0.55);
    std::vector<double> rising(axis.graph.bands.empty() ? 0
                                                        : axis.graph.bands.front().perMonth.size());
    std::vector<double> falling = rising;
    for (const StreamBand& band : axis.graph.bands) {
        drawBand(overlay, axis, band, band.goingHome ? falling : rising, moment.playheadDay());
    }
    drawYears(overlay, axis);
    drawChapterTicks(moment, overlay, axis);
    const double x = axis.x(moment.playheadDay());
    overlay.line({{x, kBase - kRise - 4}, {x, kBase + kFall}}, 2, kInk, 0.95);
}

}  // namespace ebbflow::frame
