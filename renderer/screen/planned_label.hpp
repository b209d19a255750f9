#pragma once
// A name on the map as it was planned: which, where, how it looks and how long it stays.

#include "core/coordinates.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::screen {

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

/// The box of a label whose place is at `anchor` in the picture.
[[nodiscard]] core::PixelBox labelBox(const PlannedLabel& label, core::PixelPoint anchor);

}  // namespace ebbflow::screen
