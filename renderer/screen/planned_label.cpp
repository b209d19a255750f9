#include "screen/planned_label.hpp"

namespace ebbflow::screen {

core::PixelBox labelBox(const PlannedLabel& label, core::PixelPoint anchor) {
    const double w = label.width, h = label.height;
    switch (label.side) {
        case LabelSide::right:
            return {anchor.x + label.gap, anchor.y - h / 2, w, h};
        case LabelSide::left:
            return {anchor.x - label.gap - w, anchor.y - h / 2, w, h};
        case LabelSide::above:
            return {anchor.x - w / 2, anchor.y - label.gap - h, w, h};
        case LabelSide::below:
            return {anchor.x - w / 2, anchor.y + label.gap, w, h};
        case LabelSide::centre:
            return {anchor.x - w / 2, anchor.y - h / 2, w, h};
    }
    return {anchor.x, anchor.y, w, h};
}

}  // namespace ebbflow::screen
