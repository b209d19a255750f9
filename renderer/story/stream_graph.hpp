#pragma once
// The small graph over the film's time: how much of each hue the table has, month by month, or in
// larger or smaller portions where the film spans ages or a few days; those who go home below the
// line. From the table itself, whatever the film shows of it.

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
    std::vector<double> perBin;  ///< units in each portion, smoothed over two on either side
};

struct StreamGraph {
    core::Span span;       ///< whole years, or whole hours
    bool byClock = false;  ///< the film spans a few days and has clocks
    std::vector<StreamBand> bands;
    double highest = 1;  ///< largest sum of one side in any portion
    /// 0…1 across the graph.
    [[nodiscard]] double positionOf(double day) const;
};

/// Covers the years of all chapters, or their hours.
[[nodiscard]] StreamGraph planStreamGraph(const film::Film& film, const Timeline& timeline,
                                          const LightPlan& lights);

}  // namespace ebbflow::story
