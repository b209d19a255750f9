#pragma once
// How the lights of one kind look, as numbers: whoever draws or explains them reads fields and
// never asks what a look is for. A new look is a row of the table in light_look.cpp and a choice of
// the script's key `going`. Lengths are reference pixels (picture height 1080) of a light of
// size 1.

#include <span>
#include <string_view>

#include "core/colour.hpp"

namespace ebbflow::picture {

/// The peak that leads. Strengths are of the kind's colour, in the middle: what is brighter than
/// the screen burns to white there (shaders/curves.glsl).
struct LightHead {
    float radius = 2.1F;
    float crisp = 8;    ///< strength of one that is documented
    float soft = 0.8F;  ///< strength of one that is not verified
};

/// What a light draws behind it: one tail, or two that open from the head.
struct LightTail {
    float shortest = 8;  ///< of a light that hardly moves in the picture
    float longest = 30;
    float strength = 0.5F;    ///< beside the head, of the kind's colour
    float crispWidth = 0.6F;  ///< half its width, of the head's radius; documented
    float softWidth = 1.35F;  ///< half its width, of the head's radius; not verified
    float edge = 0.4F;        ///< real pixels that are added to half its width
    float widthAtEnd = 0;     ///< 0…1 of its width beside the head
    float spread = 0;         ///< of two tails: tangent of half their angle; 0: one
};

/// The sign beside a kind's name in the legend.
struct LegendSign {
    float towardsWhite = 0;  ///< 0…1, of sRGB values
    double width = 4;        ///< half the head's, reference pixels
    double farTail = 0.35;   ///< opacity of its tail's end
    double nearTail = 0.6;   ///< opacity of its tail near the head
    friend bool operator==(const LegendSign&, const LegendSign&) = default;
};

/// A kind's share of the small graph over the years.
struct YearShare {
    bool below = false;  ///< under the line
    double opacity = 0.85;
    friend bool operator==(const YearShare&, const YearShare&) = default;
};

struct LightLook {
    std::string_view name;  ///< as the script's `going` says it; empty: outward bound
    core::Colour colour;    ///< the kind's own
    float size = 1;         ///< times the standard

    // An open fault: the legend is paler by another measure than the lights, so that one look has
    // two palenesses (this, in linear light, and LegendSign::towardsWhite).
    float paleness = 0;        ///< 0…1, in linear light, of lights, ribbons and threads
    float strength = 1;        ///< 0…1, of the light of lights, ribbons and threads
    float threadStrength = 1;  ///< 0…1, of threads beside others, which they would bleach
    double ribbonWidth = 14;   ///< of the widest, at the film's highest rate; 0: no ribbons
    LightHead head;
    LightTail tail;
    LegendSign sign;
    YearShare years;
    std::string_view words;  ///< key of the words that name a kind that goes so; empty: its name
    bool sureAtFoot = true;  ///< the screen's foot says how sure its numbers are
};

/// Every look that a script can choose by name, in the order in which they came about.
[[nodiscard]] std::span<const LightLook> lightLooks();

/// The look of that name, without a colour yet; outward bound for an empty one. The reader lets no
/// other names pass.
[[nodiscard]] const LightLook& lookNamed(std::string_view name);

}  // namespace ebbflow::picture
