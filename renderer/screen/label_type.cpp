#include "screen/label_type.hpp"

#include "screen/overlay.hpp"
#include "text/capitals.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kPlaceSize = 22;  // 2 % of the picture's height

text::Style styleOf(LabelLook look, int rank) {
    text::Style style;
    style.family = look == LabelLook::water ? text::Family::serif : text::Family::sans;
    style.size = kPlaceSize;
    if (look == LabelLook::state) {
        style.size = rank == 0 ? 26 : kSmallType;
        style.letterSpacing = rank == 0 ? 0.32 : 0.2;
    } else if (look == LabelLook::water) {
        style.size = rank == 1 ? 23 : 21;
        style.italic = true;
        style.letterSpacing = 0.04;
    }
    return style;
}

}  // namespace

text::Paragraph labelWords(const std::string& name, LabelLook look, int rank,
                           const std::string& language) {
    text::Paragraph words;
    words.text = look == LabelLook::state ? text::capitals(name) : name;
    words.language = language;
    words.style = styleOf(look, rank);
    words.halo = 5;
    return words;
}

core::Colour labelColour(const PlannedLabel& label) {
    switch (label.look) {
        case LabelLook::state:
            return {0.79F, 0.80F, 0.78F, 1};
        case LabelLook::water:
            return {0.52F, 0.67F, 0.82F, 1};
        case LabelLook::place:
            break;
    }
    return label.important ? kInk : core::Colour{0.82F, 0.84F, 0.87F, 1};
}

double labelStrength(const PlannedLabel& label) {
    switch (label.look) {
        case LabelLook::state:
            return 0.62;
        case LabelLook::water:
            return 0.72;
        case LabelLook::place:
            break;
    }
    return label.important ? 1.0 : 0.92;
}

}  // namespace ebbflow::screen
