#pragma once
// What the ground's light rests on: slopes of the relief and nearness of land, as textures over the
// map plane. Derived once from the world (and again when shaders reload); knows no camera.

#include <glm/vec4.hpp>

#include "geo/world.hpp"
#include "gl/objects.hpp"
#include "paint/area_painter.hpp"
#include "paint/fullscreen.hpp"
#include "paint/programs.hpp"

namespace ebbflow::paint {

class Terrain {
public:
    Terrain(const geo::World& world, const Programs& programs, AreaPainter& land,
            const Fullscreen& fullscreen);

    [[nodiscard]] const gl::Texture& slopes() const { return slopes_; }
    /// km: left, top, 1/width, 1/height
    [[nodiscard]] const glm::vec4& reliefBox() const { return reliefBox_; }
    [[nodiscard]] const gl::Texture& shelf() const { return shelf_; }
    /// km: left, bottom, 1/width, 1/height
    [[nodiscard]] const glm::vec4& shelfBox() const { return shelfBox_; }
    [[nodiscard]] bool hasRelief() const { return hasRelief_; }

private:
    void makeSlopes(const geo::Relief& relief, const Programs& programs,
                    const Fullscreen& fullscreen);
    void makeShelf(const geo::World& world, const Programs& programs, AreaPainter& land,
                   const Fullscreen& fullscreen);
    gl::Texture slopes_, shelf_;
    glm::vec4 reliefBox_{0}, shelfBox_{0};
    bool hasRelief_ = false;
};

}  // namespace ebbflow::paint
