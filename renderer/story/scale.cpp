#include "story/scale.hpp"

#include <array>
#include <cmath>

#include "geo/great_circle.hpp"
#include "picture/camera.hpp"

namespace ebbflow::story {

std::optional<double> groundAcross(const Story& story, const picture::CameraView& view,
                                   double pixels) {
    const double middle = core::kReferenceHeight * story.aspect / 2;
    std::array<core::LonLat, 2> ends;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const double x = middle + (i == 0 ? -0.5 : 0.5) * pixels;
        const auto point = picture::unproject(view, story.aspect, {x, core::kReferenceHeight / 2});
        const auto position = point ? story.film->world->projection.inverse(*point) : std::nullopt;
        if (!position) return std::nullopt;
        ends[i] = *position;
    }
    return geo::greatCircleKm(ends[0], ends[1]);
}

double roundBelow(double km) {
    const double decade = std::pow(10.0, std::floor(std::log10(km)));
    for (const double step : {5.0, 2.0}) {
        if (km >= step * decade) return step * decade;
    }
    return decade;
}

std::optional<double> pixelsFor(const Story& story, const picture::CameraView& view, double km) {
    double pixels = km * picture::pixelsPerKm(view, story.aspect);
    // Scale hardly changes along so short a line: two corrections leave less than a pixel.
    for (int i = 0; i < 2; ++i) {
        const auto across = groundAcross(story, view, pixels);
        if (!across || *across <= 0) return std::nullopt;
        pixels *= km / *across;
    }
    return pixels;
}

}  // namespace ebbflow::story
