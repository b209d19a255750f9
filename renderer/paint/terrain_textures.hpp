#pragma once
// What the ground's light rests on, as textures over the map plane. It derives nothing: raster's
// terrain is both ways' own.

#include <glm/vec4.hpp>

#include "gl/objects.hpp"
#include "raster/terrain.hpp"

namespace ebbflow::paint {

class TerrainTextures {
public:
    explicit TerrainTextures(const raster::Terrain& terrain);

    [[nodiscard]] const gl::Texture& slopes() const { return slopes_; }
    /// km: left, top, 1/width, 1/height
    [[nodiscard]] const glm::vec4& reliefBox() const { return reliefBox_; }
    [[nodiscard]] const gl::Texture& shelf() const { return shelf_; }
    /// km: left, bottom, 1/width, 1/height
    [[nodiscard]] const glm::vec4& shelfBox() const { return shelfBox_; }
    [[nodiscard]] bool hasRelief() const { return hasRelief_; }

private:
    gl::Texture slopes_, shelf_;
    glm::vec4 reliefBox_{0}, shelfBox_{0};
    bool hasRelief_ = false;
};

}  // namespace ebbflow::paint
