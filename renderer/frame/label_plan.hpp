#pragma once
// Which names the map carries when, and where each stands: cities beside their dot, states and
// waters in what room the cities leave. Placed once per step for the whole of its camera move, so
// that no name swaps sides, pops or runs into another while the camera moves.

#include <string>
#include <vector>

#include "core/coordinates.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::frame {

struct Plan;

enum class LabelSide { right, left, above, below, centre };
enum class LabelLook { place, state, water };

/// From a place's middle to its name, reference pixels.
inline constexpr double kDotGap = 9;

struct PlannedLabel {
    core::MapPoint at;
    LabelSide side = LabelSide::right;
    double start = 0;  ///< film seconds: begins to fade in
    double end = 0;    ///< film seconds: has faded out
    text::Paragraph paragraph;
    double width = 0, height = 0;  ///< of the paragraph's box, reference pixels
    bool important = false;
    LabelLook look = LabelLook::place;
    double gap = kDotGap;  ///< from the place to its name, reference pixels
};

/// Seconds that a name takes to come or to go.
inline constexpr double kLabelFade = 0.45;

/// Labels in order of their start. At no time do two of them that are both visible overlap, nor
/// leave the safe area while they are placed at rest.
/// The rest of `plan` must stand already: names keep clear of its furniture.
[[nodiscard]] std::vector<PlannedLabel> planLabels(const Plan& plan);

/// The box of a label whose place is at `anchor` in the picture.
[[nodiscard]] core::PixelBox labelBox(const PlannedLabel& label, core::PixelPoint anchor);

}  // namespace ebbflow::frame
