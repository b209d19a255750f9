#pragma once
// Works as squares: where each one's square sits beside its city, and how built it is on a day.
// What it shows comes from the table's dates alone.

#include <vector>

#include "core/coordinates.hpp"
#include "core/date.hpp"
#include "film/film.hpp"

namespace ebbflow::story {

inline constexpr double kSquareSide = 9;        ///< reference pixels
inline constexpr double kSquareSpacing = 12;    ///< from centre to centre
inline constexpr double kSquaresBelowDot = 15;  ///< from the place to the first row's centres

struct PlannedSite {
    std::size_t site = 0;  ///< index into the tables' sites
    core::MapPoint at;
    core::PixelPoint offset;  ///< of the square's centre from the place, reference pixels
};

/// All squares of one city, as a box around the place, reference pixels.
struct SiteBlock {
    core::MapPoint at;
    std::string placeId;
    core::PixelBox box;  ///< relative to the place
    core::Day first;     ///< from which a square of it is drawn
};

struct SitePlan {
    /// The day on which the earliest dated work is begun. Undated ones are drawn from then on too:
    /// before, none of them can have been there. Without any date in the table: always.
    core::Day first;
    std::vector<PlannedSite> sites;
    std::vector<SiteBlock> blocks;
};

/// How a work stands on a day.
struct SiteState {
    bool dated = false;  ///< the table says when it was begun
    bool begun = false;
    bool done = false;
    bool halted = false;
    double progress = 0;  ///< 0…1 of the time from begun to done; 0 when the end is not known
};

[[nodiscard]] SitePlan planSites(const film::Film& film);
[[nodiscard]] SiteState siteStateOn(const flow::Site& site, double day);

}  // namespace ebbflow::story
