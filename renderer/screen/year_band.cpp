#include <algorithm>
#include <cmath>

#include "screen/furniture.hpp"
#include "story/pieces.hpp"
#include "text/format.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kGraphRise = 36;  // of the graph over the line
constexpr double kFall = 14;       // of what stands under it
constexpr double kPlayhead = 4;    // the playhead stands a little higher than the graph
constexpr double kYearTick = 6;
constexpr double kYearsRow = 30;  // the years' own row

struct Axis {
    double width, rise, base;
    const story::StreamGraph& graph;
    [[nodiscard]] double x(double day) const { return width * graph.positionOf(day); }
    [[nodiscard]] double xOf(core::Instant instant) const { return x(core::inDays(instant)); }
};

/// Grows with time: what lies after `day` is not drawn yet.
void drawBand(Overlay& overlay, const Axis& axis, const story::StreamBand& band,
              std::vector<double>& stacked, double day, double opacity) {
    const double scale = (band.share.below ? kFall : -axis.rise) / axis.graph.highest;
    std::vector<core::PixelPoint> lower, upper;
    const std::size_t bins = band.perBin.size();
    for (std::size_t m = 0; m < bins; ++m) {
        const double middle =
            axis.width * (static_cast<double>(m) + 0.5) / static_cast<double>(bins);
        const double from = stacked[m], to = stacked[m] + band.perBin[m];
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

int yearOf(core::Instant instant) {
    return core::toCivil(core::dayOf(instant)).year;
}

Type tickType() {
    Type type;
    type.size = 21;
    type.colour = kQuietInk;
    return type;
}

void drawTick(Overlay& overlay, const Axis& axis, double x, double opacity) {
    overlay.line({{x, axis.base}, {x, axis.base + kYearTick}}, 1, kQuietInk, 0.5 * opacity);
}

/// A name that would stand out over the end is left away.
void writeTick(Overlay& overlay, const Axis& axis, double x, const std::string& name,
               double opacity) {
    const auto words = overlay.paragraph(name, tickType());
    if (x + 4 + overlay.measure(words).width > axis.width) return;
    overlay.text(words, tickType(), {x + 4, axis.base + kYearTick - 2}, 0.9 * opacity);
}

/// Years between two that are named, so that their names stay apart.
int namedEvery(const Axis& axis, double room) {
    const double years = yearOf(axis.graph.span.until) - yearOf(axis.graph.span.from);
    const double perYear = axis.width / years;
    for (int decade = 1; decade < 100'000'000; decade *= 10) {
        for (const int step : {1, 2, 5}) {
            if (perYear * step * decade >= room) return step * decade;
        }
    }
    return 100'000'000;
}

int roundUp(int number, int step) {
    return number + (step - (number % step + step) % step) % step;
}

void drawYears(const Moment& moment, Overlay& overlay, const Axis& axis, double opacity) {
    const int first = yearOf(axis.graph.span.from), end = yearOf(axis.graph.span.until);
    // Names of years before Christ or after 9999 are longer.
    const int step = namedEvery(axis, first > 0 && end < 10'000 ? 84 : 140);
    const int tick = std::max(1, step / 20);
    // Round numbers are those that are read: 800 BC is the year -799, and there is no 0.
    const auto asRead = [](int year) { return year > 0 ? year : year - 1; };
    for (int read = roundUp(asRead(first), tick); read <= asRead(end); read += tick) {
        if (read == 0) continue;
        const int year = read > 0 ? read : read + 1;
        const double x = axis.xOf(core::startOf(core::toDay({year, 1, 1})));
        drawTick(overlay, axis, x, opacity);
        if (read % step != 0 || year >= end) continue;
        writeTick(overlay, axis, x,
                  text::formatYear(year, moment.page.shownLanguage, moment.page.words), opacity);
    }
}

/// Every hour, named at round ones; a day's first names the day.
void drawHours(const Moment& moment, Overlay& overlay, const Axis& axis, double opacity) {
    constexpr std::int64_t kHour = 3600;
    const core::Span& span = axis.graph.span;
    const double perHour =
        axis.width * static_cast<double>(kHour) / static_cast<double>(span.length());
    int step = 24;
    for (const int hours : {12, 6, 3, 2, 1})
        if (perHour * hours >= 84) step = hours;
    const bool severalDays = span.length() > core::kSecondsOfDay;
    for (core::Instant at = span.from; at <= span.until; at = at + kHour) {
        drawTick(overlay, axis, axis.xOf(at), opacity);
        const int hour = core::secondOfDay(at) / static_cast<int>(kHour);
        if (hour % step != 0 || at == span.until) continue;
        const bool namesDay = severalDays && hour == 0;
        writeTick(overlay, axis, axis.xOf(at),
                  namesDay ? text::formatDate(core::dayOf(at), core::Precision::day,
                                              moment.page.shownLanguage, moment.page.words)
                           : text::formatClock(at),
                  opacity);
    }
}

void drawChapterTicks(const story::Story& story, Overlay& overlay, const Axis& axis,
                      double opacity) {
    for (const story::PlannedChapter& chapter : story.timeline.chapters) {
        const double x = axis.xOf(chapter.span.from);
        overlay.line({{x, axis.base - 7}, {x, axis.base}}, 1.5, kInk, 0.7 * opacity);
    }
}

}  // namespace

std::vector<Block> yearBandBlocks(const Moment& moment) {
    const story::Story& story = moment.page;
    const auto onIn = [&](std::size_t step) { return story::pieceOf(story, step, "years"); };
    const auto piece = onIn(moment.stepIndex);
    if (!piece || !story.timeline.dated) return {};
    Block block{.name = "years",
                .position = story::positionOr(*piece, "bottom"),
                .band = true,
                .box = {},
                .items = {}};
    Overlay pen(moment.page, block.items);
    const double opacity = story::presence(moment, onIn);
    const double rise = kGraphRise * (story::isLarge(*piece) ? 2 : 1);
    const Axis axis{safeArea(story.aspect).width, rise, rise + kPlayhead, story.streamGraph};
    block.box = {0, 0, axis.width, axis.base + kYearsRow};
    pen.line({{0, axis.base}, {axis.width, axis.base}}, 1, kQuietInk, 0.55 * opacity);
    std::vector<double> rising(axis.graph.bands.empty() ? 0
                                                        : axis.graph.bands.front().perBin.size());
    std::vector<double> falling = rising;
    for (const story::StreamBand& band : axis.graph.bands)
        drawBand(pen, axis, band, band.share.below ? falling : rising, moment.playheadDay(),
                 opacity);
    if (story.streamGraph.byClock)
        drawHours(moment, pen, axis, opacity);
    else
        drawYears(moment, pen, axis, opacity);
    drawChapterTicks(story, pen, axis, opacity);
    const double x = axis.x(moment.playheadDay());
    // No further than a tick: it crosses no year.
    pen.line({{x, 0}, {x, axis.base + kYearTick}}, 2, kInk, 0.95 * opacity);
    return {std::move(block)};
}

}  // namespace ebbflow::screen
