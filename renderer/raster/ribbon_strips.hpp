#pragma once
// Ribbons of one moment as triangles in the picture, as shaders/ribbon.vert.glsl works them out for
// a GPU. It draws none.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "picture/description.hpp"
#include "raster/scan.hpp"
#include "raster/view_block.hpp"

namespace ebbflow::raster {

/// What of a ribbon lies on its path, from x to y each.
struct ShownPart {
    glm::vec2 ofWay;   ///< 0…1 of the way
    glm::vec2 onPath;  ///< 0…1 of the path
    glm::vec2 shown;   ///< 0…1 of all that is shown of the ribbon, on whatever path
};
/// Nothing where none of it does.
[[nodiscard]] std::optional<ShownPart> shownPart(const picture::Ribbon& ribbon,
                                                 const picture::PathPart& part);

/// In how many steps that is drawn; `bendPixels`: bendOf() its path in reference pixels.
[[nodiscard]] int stepsOf(const ShownPart& part, double bendPixels);

/// The linear light of a ribbon of that look where it is strongest; `strength`: its own, with the
/// kind's brightness. A veil's is that; a thread's is to be multiplied with the lift of the ground
/// (shaders/curves.glsl), and equally bright in every hue.
[[nodiscard]] glm::vec3 ribbonLight(const picture::LightLook& look, float strength, bool drifts);

/// What all of a ribbon has in common.
struct RibbonLook {
    glm::vec3 colour{0};  ///< linear, with the strength in it
    float softness = 0;
    bool drifts = false;
};

struct RibbonPiece {
    Corners outline{};         ///< the gradients begin at the first
    Gradient across;           ///< −1…1
    Gradient towards;          ///< 0…1 of the path
    Gradient shown;            ///< 0…1 of what is shown
    Gradient share;            ///< of its light that each pixel gets
    std::uint32_t ribbon = 0;  ///< of the looks
};

struct RibbonStrips {
    std::vector<RibbonLook> looks;
    std::vector<RibbonPiece> pieces;
};

/// What the ribbons of a moment have in common.
struct RibbonView {
    const picture::Lights* lights = nullptr;
    std::span<const glm::vec4> paths;  ///< as packPaths() makes them
    std::span<const float> bends;      ///< bendOf() each, km
    const picture::MapPicture* map = nullptr;
    const ViewBlock* view = nullptr;
    float laneScale = 1;
    double pixelsPerKm = 1;  ///< reference pixels
};

/// Replaces what `out` holds, in the order of the picture's ribbons. Nothing of what is behind the
/// camera.
void makeStrips(const RibbonView& view, RibbonStrips& out);

}  // namespace ebbflow::raster
