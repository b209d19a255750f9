// A small chart in a corner: it grows as the dates pass. What is not documented is hollow or
// dashed, as it is soft on the map.

#include <algorithm>
#include <cmath>

#include "screen/furniture.hpp"
#include "screen/sides.hpp"
#include "story/pieces.hpp"
#include "text/format.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kWidth = 440;
constexpr double kPlotHeight = 150;
constexpr double kPad = 8;  // between the numbers of an axis and its lines
constexpr double kPointRadius = 4.5;
constexpr double kLineWidth = 3;
constexpr double kDash = 9;

Type smallType() {
    Type type;
    type.size = kSmallType;
    type.colour = kQuietInk;
    type.halo = 5;
    return type;
}

const story::ChartPlan* chartIn(const story::Story& story, std::size_t step) {
    const scene::Screen* screen =
        story::screenWith(story, step, [](const scene::Screen& s) { return s.chart.has_value(); });
    if (screen == nullptr) return nullptr;
    for (const story::ChartPlan& chart : story.charts) {
        if (chart.script == &*screen->chart) return &chart;
    }
    return nullptr;
}

/// The chart's own coordinates.
struct Plot {
    const story::ChartPlan& chart;
    core::PixelBox area;
    [[nodiscard]] double x(double day) const { return area.x + area.width * chart.positionOf(day); }
    [[nodiscard]] double y(double value) const {
        return area.y + area.height * (1 - value / chart.top);
    }
};

class ChartPainter {
public:
    ChartPainter(const Moment& moment, Overlay& pen, double opacity)
        : moment_(moment), pen_(pen), opacity_(opacity) {}

    /// Title and names of the series; returns the y below them.
    double heading(const story::ChartPlan& chart, double width) {
        double y = 0;
        Type type;
        type.maxWidth = width;
        if (!chart.script->title.empty()) {
            const auto words =
                pen_.paragraph(chart.script->title.inOrAny(moment_.page.shownLanguage), type);
            pen_.text(words, type, {0, 0}, 0.95 * opacity_);
            y += pen_.measure(words).height + 4;
        }
        if (chart.series.size() < 2) return y;
        for (const story::ChartSeries& series : chart.series) {
            Type name = smallType();
            const std::string words =
                pen_.shortened(series.name.inOrAny(moment_.page.shownLanguage), name, width - 30);
            pen_.line({{0, y + 13}, {20, y + 13}}, kLineWidth, series.colour, opacity_);
            pen_.text(pen_.paragraph(words, name), name, {30, y}, 0.95 * opacity_);
            y += 27;
        }
        return y;
    }

    /// Lines across and their numbers, the years under them; returns where the plot lies.
    core::PixelBox axes(const story::ChartPlan& chart, double width, double height, double top) {
        const Type type = smallType();
        double widest = 0;
        for (double value = 0; value <= chart.top; value += chart.step)
            widest = std::max(widest, pen_.widthOf(number(value), type));
        const core::PixelBox area{widest + kPad, top + 14, width - widest - kPad, height};
        const Plot plot{chart, area};
        for (double value = 0; value <= chart.top; value += chart.step) {
            const double y = plot.y(value);
            pen_.line({{area.x, y}, {width, y}}, 1, kQuietInk, (value > 0 ? 0.22 : 0.6) * opacity_);
            const auto words = pen_.paragraph(number(value), type);
            pen_.text(words, type,
                      {widest - pen_.measure(words).width, y - pen_.measure(words).height / 2},
                      0.9 * opacity_);
        }
        years(plot);
        return area;
    }

    void bars(const Plot& plot, std::size_t index) {
        const story::ChartSeries& series = plot.chart.series[index];
        const auto count = static_cast<double>(plot.chart.series.size());
        for (const story::ChartPoint& point : series.points) {
            const double grown = point.grownBy(moment_.day);
            if (grown <= 0) continue;
            const double least = 365.0 * 0.5;
            const double days = std::max(point.last - point.first, least);
            const double slot =
                plot.area.width * (plot.chart.positionOf(point.middle() + days / 2) -
                                   plot.chart.positionOf(point.middle() - days / 2));
            const double width = std::max(2.0, slot * 0.72 / count);
            const double x = plot.x(point.middle()) +
                             (static_cast<double>(index) - (count - 1) / 2) * width - width / 2;
            bar({x, plot.y(point.value * grown), width, plot.y(0) - plot.y(point.value * grown)},
                series.colour, point.documented());
        }
    }

    void lines(const Plot& plot, const story::ChartSeries& series) {
        for (std::size_t i = 1; i < series.points.size(); ++i)
            segment(plot, series, series.points[i - 1], series.points[i]);
        const story::ChartPoint* latest = nullptr;
        for (const story::ChartPoint& point : series.points) {
            if (point.middle() > moment_.day) break;
            dot({plot.x(point.middle()), plot.y(point.value)}, series.colour, point.documented());
            latest = &point;
        }
        if (latest != nullptr && moment_.day < series.points.back().middle()) head(plot, series);
    }

    void playhead(const Plot& plot) {
        const double x = plot.x(moment_.day);
        pen_.line({{x, plot.area.y}, {x, plot.area.y + plot.area.height}}, 1.5, kInk,
                  0.5 * opacity_);
    }

private:
    std::string number(double value) const {
        return text::formatNumber(std::llround(value), moment_.page.shownLanguage,
                                  moment_.page.words);
    }

    void years(const Plot& plot) {
        const Type type = smallType();
        const double width = pen_.widthOf("1956", type) + 22;
        const int count = plot.chart.lastYear - plot.chart.firstYear + 1;
        int step = 1;
        while (plot.area.width / count * step < width)
            step = step < 5 ? step * 2 + step % 2 : step * 2;
        for (int year = plot.chart.firstYear; year <= plot.chart.lastYear; year += step) {
            const auto first = static_cast<double>(core::toDay({year, 1, 1}).number);
            const double x = plot.x(first + 182), y = plot.y(0);
            const auto words = pen_.paragraph(
                text::formatYear(year, moment_.page.shownLanguage, moment_.page.words), type);
            const double half = pen_.measure(words).width / 2;
            const double left =
                std::clamp(x - half, plot.area.x - kPad, plot.area.x + plot.area.width - 2 * half);
            pen_.text(words, type, {left, y + 4}, 0.9 * opacity_);
        }
    }

    void bar(const core::PixelBox& box, core::Colour colour, bool documented) {
        if (documented) {
            pen_.box(box, colour, 0.9 * opacity_);
            return;
        }
        pen_.box(box, colour, 0.16 * opacity_);
        const double r = box.x + box.width, b = box.y + box.height;
        pen_.line({{box.x + 1, b}, {box.x + 1, box.y + 1}, {r - 1, box.y + 1}, {r - 1, b}}, 2,
                  colour, 0.9 * opacity_);
    }

    void dot(core::PixelPoint at, core::Colour colour, bool documented) {
        const auto disc = [&](double radius, core::Colour c, double opacity) {
            pen_.box({at.x - radius, at.y - radius, 2 * radius, 2 * radius}, c, opacity, radius);
        };
        disc(kPointRadius, colour, opacity_);
        if (!documented) disc(kPointRadius - 2, kGround, opacity_);
    }

    /// The way from one point to the next as far as the day has come; it claims no values between.
    void segment(const Plot& plot, const story::ChartSeries& series, const story::ChartPoint& a,
                 const story::ChartPoint& b) {
        const core::PixelPoint from{plot.x(a.middle()), plot.y(a.value)};
        const core::PixelPoint to{plot.x(b.middle()), plot.y(b.value)};
        const double share =
            picture::clamp01((moment_.day - a.middle()) / std::max(1.0, b.middle() - a.middle()));
        if (share <= 0) return;
        if (a.documented() && b.documented()) {
            stroke(from, to, 0, share, series.colour);
            return;
        }
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        for (double at = 0; at < length * share; at += 2 * kDash)
            stroke(from, to, at / length, std::min(share, (at + kDash) / length), series.colour);
    }

    void stroke(core::PixelPoint a, core::PixelPoint b, double from, double to,
                core::Colour colour) {
        pen_.line({{picture::mix(a.x, b.x, from), picture::mix(a.y, b.y, from)},
                   {picture::mix(a.x, b.x, to), picture::mix(a.y, b.y, to)}},
                  kLineWidth, colour, 0.95 * opacity_);
    }

    /// Where the line has come to now.
    void head(const Plot& plot, const story::ChartSeries& series) {
        for (std::size_t i = 1; i < series.points.size(); ++i) {
            const story::ChartPoint& a = series.points[i - 1];
            const story::ChartPoint& b = series.points[i];
            if (moment_.day < a.middle() || moment_.day >= b.middle()) continue;
            const double share = (moment_.day - a.middle()) / (b.middle() - a.middle());
            const double x = plot.x(moment_.day),
                         y = picture::mix(plot.y(a.value), plot.y(b.value), share);
            pen_.box({x - 6, y - 6, 12, 12}, kInk, opacity_, 6);
            return;
        }
    }

    const Moment& moment_;
    Overlay& pen_;
    double opacity_;
};

}  // namespace

std::vector<Block> chartBlocks(const Moment& moment) {
    const auto inStep = [&](std::size_t step) { return chartIn(moment.page, step); };
    const story::ChartPlan* chart = inStep(moment.stepIndex);
    if (chart == nullptr) return {};
    const scene::Piece& piece = chart->script->piece;
    Block block{.name = "chart",
                .position = placeOf(moment.page, piece.position, "right"),
                .box = {},
                .items = {}};
    const double scale = story::isLarge(piece) ? 1.4 : 1, width = kWidth * scale;
    Overlay pen(moment.page, block.items);
    ChartPainter painter(moment, pen, story::presence(moment, inStep));
    pen.box({}, kGround, 1);  // its size is known at the end
    const double top = painter.heading(*chart, width);
    const core::PixelBox area = painter.axes(*chart, width, kPlotHeight * scale, top);
    const Plot plot{*chart, area};
    painter.playhead(plot);
    for (std::size_t i = 0; i < chart->series.size(); ++i) {
        if (chart->script->bars)
            painter.bars(plot, i);
        else
            painter.lines(plot, chart->series[i]);
    }
    block.box = {0, 0, width, area.y + area.height + 32};
    auto& ground = std::get<picture::BoxItem>(block.items.front());
    ground = {{-18, -10, width + 36, block.box.height + 20},
              kGround.withAlpha(0.6F * static_cast<float>(story::presence(moment, inStep))),
              10};
    return {std::move(block)};
}

}  // namespace ebbflow::screen
