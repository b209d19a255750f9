#include "screen/check_contrast.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <glm/geometric.hpp>

#include "picture/ground_grade.hpp"
#include "picture/palette.hpp"
#include "screen/overlay.hpp"

namespace ebbflow::screen {

namespace {

/// Relative luminance by WCAG 2.1, of linear light.
double luminanceOf(const glm::vec3& light) {
    return glm::dot(light, glm::vec3(0.2126F, 0.7152F, 0.0722F));
}

}  // namespace

double contrastOn(const picture::Grade& grade) {
    const glm::vec3 land =
        picture::graded(picture::groundGrade(grade, 1), core::linear(picture::palette::kLifted));
    constexpr double kFlare = 0.05;
    return (luminanceOf(core::linear(kQuietInk)) + kFlare) / (luminanceOf(land) + kFlare);
}

void checkContrast(const Page& page, core::Diagnostics& diagnostics) {
    if (page.textless) return;
    for (const story::PlannedStep& step : page.timeline.steps) {
        const scene::Step& script = page.film->scene.chapters[step.chapter].steps[step.step];
        if (!script.grade) continue;
        const double contrast = contrastOn(step.grade);
        if (contrast >= kReadableContrast) continue;
        diagnostics.warning(
            script.grade->place,
            fmt::format("on land this bright the quiet words of the screen have a contrast of "
                        "{:.1f}:1; to be read they need {}:1: a lower `luma`",
                        contrast, kReadableContrast));
    }
}

}  // namespace ebbflow::screen
