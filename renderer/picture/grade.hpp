#pragma once
// How the ground of a picture is graded: its light, not the lights on it nor the words over it.

#include <string_view>

#include "picture/easing.hpp"

namespace ebbflow::picture {

/// Where the light that shapes the relief comes from.
struct Sun {
    double azimuth = 307;  ///< degrees clockwise from the top of the map
    double height = 45;    ///< degrees over the ground, 10…90; the lower, the stronger the relief
    friend bool operator==(const Sun&, const Sun&) = default;
};

/// All in linear light. What is left as it is here leaves the ground as it is.
struct Grade {
    double luma = 1;         ///< 0.2…2: how bright
    double saturation = 1;   ///< 0…2: 0 is grey
    double contrast = 1;     ///< 0.5…2: about the middle of the land
    double temperature = 0;  ///< −1…1: from blue to amber, as bright
    double vignette = 0;     ///< 0…1: how much darker the corners are than usual
    Sun sun{};
    friend bool operator==(const Grade&, const Grade&) = default;
};

/// Of the script's word: `plain`, `dawn`, `noon`, `dusk`, `winter`, `ash`, `night`. Any other is
/// plain.
[[nodiscard]] Grade gradeNamed(std::string_view name);

/// 0…1 of the way from one to another; the sun takes the shorter way round.
[[nodiscard]] Grade mixed(const Grade& from, const Grade& to, double share);

}  // namespace ebbflow::picture
