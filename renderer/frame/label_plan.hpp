#pragma once
// Which places are named when, and on which side of their dot. Placed once per step for the whole
// of its camera move, so that no name swaps sides, pops or runs into another while the camera
// moves.

#include <optional>
#include <vector>

#include "core/coordinates.hpp"
#include "frame/film.hpp"
#include "frame/light_plan.hpp"
#include "frame/ruler.hpp"
#include "frame/site_plan.hpp"
#include "frame/timeline.hpp"

namespace ebbflow::frame {

enum class LabelSide { right, left, above, below };

struct PlannedLabel {
    core::MapPoint at;
    LabelSide side = LabelSide::right;
    double start = 0;  ///< film seconds: begins to fade in
    double end = 0;    ///< film seconds: has faded out
    text::Paragraph paragraph;
    double width = 0, height = 0;  ///< of the paragraph's box, reference pixels
    bool important = false;
};

/// Seconds that a name takes to come or to go.
inline constexpr double kLabelFade = 0.45;

/// Labels in order of their start. At no time do two of them that are both visible overlap, nor
/// leave the safe area while they are placed at rest.
[[nodiscard]] std::vector<PlannedLabel> planLabels(const Film& film, const Timeline& timeline,
                                                   const LightPlan& lights, const SitePlan& sites,
                                                   const Ruler& ruler, const std::string& language);

/// The box of a label whose place is at `anchor` in the picture.
[[nodiscard]] core::PixelBox labelBox(const PlannedLabel& label, core::PixelPoint anchor);

}  // namespace ebbflow::frame
