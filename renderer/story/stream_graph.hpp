#pragma once
// The small graph over the years: how much of each hue the table has, month by month; those who go
// home below the line. From the table itself, whatever the film shows of it.

#include <string>
#include <vector>

#include "core/date.hpp"
#include "film/film.hpp"
#include "story/light_plan.hpp"

namespace ebbflow::story {

struct StreamBand {
    std::string hue;
    core::Colour colour;
    picture::YearShare share;
    std::vector<double> perMonth;  ///< units a month, smoothed over a year's quarter
};

struct StreamGraph {
    int firstYear = 0, lastYear = 0;  ///< both included
    std::vector<StreamBand> bands;
    double highest = 1;  ///< largest sum of one side in any month
    /// 0…1 across the graph.
    [[nodiscard]] double positionOf(double day) const;
};

/// Covers the years of all chapters.
[[nodiscard]] StreamGraph planStreamGraph(const film::Film& film, const Timeline& timeline,
                                          const LightPlan& lights);

}  // namespace ebbflow::story
