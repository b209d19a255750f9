#pragma once
// The ground: sea, land, states, lakes, rivers, borders, railways, graticule, under relief light.
// Areas are multisampled; lines, whose edges are smooth by arithmetic, are laid over what comes of
// them. It keeps the result, linear light, while nothing changes.

#include <optional>

#include "geo/world.hpp"
#include "gl/objects.hpp"
#include "paint/area_painter.hpp"
#include "paint/fullscreen.hpp"
#include "paint/line_painter.hpp"
#include "paint/programs.hpp"
#include "paint/terrain_textures.hpp"
#include "picture/description.hpp"
#include "raster/ground_plan.hpp"

namespace ebbflow::paint {

class GroundPainter {
public:
    GroundPainter(const geo::World& world, const Fullscreen& fullscreen, int samples);

    /// Draws if `base` or the size is not what was drawn last, and says whether it did. The view
    /// block must be bound.
    bool paint(const Programs& programs, const picture::BaseMap& base, int width, int height);
    /// No ground: a black picture, for what is drawn without the map.
    void blank(int width, int height);
    /// What was drawn was by other shaders.
    void forget() { drawn_.reset(); }
    /// Linear light, RGBA16F.
    [[nodiscard]] const gl::Texture& picture() const { return ground_; }

private:
    void resize(int width, int height);
    void resolve() const;
    void shine(const Programs& programs, const picture::CameraView& camera,
               const raster::GroundPlan& plan) const;

    const Fullscreen& fullscreen_;
    int samples_;
    raster::GroundPlanner planner_;
    std::vector<AreaPainter> areas_;  ///< by AreaRole
    std::vector<LinePainter> lines_;  ///< by LineRole
    TerrainTextures terrain_;
    gl::Texture flat_, resolved_, ground_;
    gl::Framebuffer flatTarget_, resolvedTarget_, groundTarget_;
    std::optional<picture::BaseMap> drawn_;
};

}  // namespace ebbflow::paint
