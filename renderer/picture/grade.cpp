#include "picture/grade.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ebbflow::picture {

namespace {

struct Preset {
    std::string_view name;
    Grade grade;
};

// From warm and soft to cold and dark. Suns go with the hour; winter's is low in the south.
constexpr std::array kPresets{
    Preset{
        "dawn",
        {.luma = 0.95, .saturation = 1.15, .contrast = 0.9, .temperature = 0.35, .sun = {75, 18}}},
    Preset{"noon", {.luma = 1.05, .saturation = 1.1, .contrast = 1.1, .sun = {350, 60}}},
    Preset{"dusk",
           {.luma = 0.8,
            .saturation = 1.1,
            .contrast = 1.05,
            .temperature = 0.55,
            .vignette = 0.25,
            .sun = {285, 16}}},
    Preset{"winter",
           {.luma = 0.9,
            .saturation = 0.55,
            .temperature = -0.45,
            .vignette = 0.15,
            .sun = {200, 24}}},
    Preset{"ash", {.luma = 0.72, .saturation = 0.2, .contrast = 1.1, .vignette = 0.35}},
    Preset{"night", {.luma = 0.5, .saturation = 0.8, .temperature = -0.3, .vignette = 0.4}},
};

double mixedAzimuth(double from, double to, double share) {
    const double turn = std::remainder(to - from, 360);
    const double azimuth = std::fmod(from + turn * share, 360);
    return azimuth < 0 ? azimuth + 360 : azimuth;
}

}  // namespace

Grade gradeNamed(std::string_view name) {
    const auto found = std::ranges::find(kPresets, name, &Preset::name);
    return found == kPresets.end() ? Grade{} : found->grade;
}

Grade mixed(const Grade& from, const Grade& to, double share) {
    if (share >= 1 || from == to) return to;
    if (share <= 0) return from;
    return {mix(from.luma, to.luma, share),
            mix(from.saturation, to.saturation, share),
            mix(from.contrast, to.contrast, share),
            mix(from.temperature, to.temperature, share),
            mix(from.vignette, to.vignette, share),
            {mixedAzimuth(from.sun.azimuth, to.sun.azimuth, share),
             mix(from.sun.height, to.sun.height, share)}};
}

}  // namespace ebbflow::picture
