#pragma once
// What a chart draws, worked out once: its series from the tables as they are, and its axes. It
// adds up the movements of a kind year by year; figures it takes as they were counted.

#include <string>
#include <vector>

#include "core/colour.hpp"
#include "core/confidence.hpp"
#include "film/film.hpp"
#include "story/light_plan.hpp"

namespace ebbflow::story {

struct ChartPoint {
    double first = 0, last = 0;  ///< days it stands for, the end not included
    double value = 0;
    core::Confidence confidence = core::Confidence::documented;
    /// Of movements: what had set out by the end of each month of the year, 0…1. Empty: evenly.
    std::vector<double> byMonth;

    [[nodiscard]] double middle() const { return (first + last) / 2; }
    [[nodiscard]] bool documented() const { return confidence == core::Confidence::documented; }
    /// 0…1: how much of it has come about by that day.
    [[nodiscard]] double grownBy(double day) const;
};

struct ChartSeries {
    core::LocalText name;
    core::Colour colour;
    std::vector<ChartPoint> points;  ///< in order of time
};

struct ChartPlan {
    const scene::Chart* script = nullptr;
    std::vector<ChartSeries> series;
    int firstYear = 0, lastYear = 0;  ///< of the axis, both included
    double top = 1;                   ///< of the axis: a round number
    double step = 1;                  ///< between its lines

    /// 0…1 across the chart.
    [[nodiscard]] double positionOf(double day) const;
};

/// The charts of the film, its chapters and steps that have something to draw.
[[nodiscard]] std::vector<ChartPlan> planCharts(const film::Film& film, const LightPlan& lights);

}  // namespace ebbflow::story
