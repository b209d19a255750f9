#pragma once
// The colours of the night atlas, sRGB-encoded. Kinds bring their own; these are the ground's.

#include <glm/exponential.hpp>

#include "core/colour.hpp"

namespace ebbflow::picture::palette {

inline constexpr core::Colour kSea{0.031F, 0.055F, 0.086F};
inline constexpr core::Colour kLand{0.172F, 0.180F, 0.192F};    ///< a neighbour
inline constexpr core::Colour kLifted{0.280F, 0.260F, 0.234F};  ///< a state of the story
inline constexpr core::Colour kLake{0.045F, 0.074F, 0.108F};
inline constexpr core::Colour kRiver{0.060F, 0.095F, 0.135F};
inline constexpr core::Colour kCoast{0.330F, 0.375F, 0.420F};
inline constexpr core::Colour kStateBorder{0.640F, 0.610F, 0.560F};
inline constexpr core::Colour kInnerBorder{0.560F, 0.545F, 0.520F};
inline constexpr core::Colour kRail{0.560F, 0.500F, 0.420F};
inline constexpr core::Colour kGraticule{0.420F, 0.520F, 0.620F};

/// A colour as the flat map holds it: the root of linear light, which eight bits carry well in the
/// dark and a shader undoes by a multiplication.
[[nodiscard]] inline glm::vec3 flatMap(const core::Colour& colour) {
    return glm::sqrt(core::linear(colour));
}

}  // namespace ebbflow::picture::palette
