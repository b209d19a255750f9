#include "paint/terrain_textures.hpp"

#include <epoxy/gl.h>

#include <cstdint>
#include <vector>

namespace ebbflow::paint {
namespace {

gl::Texture slopesOf(const std::vector<raster::SlopeLevel>& levels) {
    gl::Texture slopes = gl::Texture::image(GL_RGBA8, levels.front().width, levels.front().height,
                                            "slopes", levels.size() > 1);
    for (std::size_t level = 0; level < levels.size(); ++level)
        slopes.uploadLevel(static_cast<int>(level), levels[level].width, levels[level].height,
                           GL_RGBA, GL_UNSIGNED_BYTE, levels[level].texels.data());
    return slopes;
}

gl::Texture shelfOf(const raster::Terrain& terrain) {
    const std::vector<std::uint8_t> bytes(terrain.shelf.begin(), terrain.shelf.end());
    gl::Texture shelf = gl::Texture::image(GL_R8, terrain.shelfWidth, terrain.shelfHeight, "shelf");
    shelf.upload(GL_RED, GL_UNSIGNED_BYTE, bytes.data());
    return shelf;
}

}  // namespace

TerrainTextures::TerrainTextures(const raster::Terrain& terrain)
    : slopes_(slopesOf(terrain.slopes)),
      shelf_(shelfOf(terrain)),
      reliefBox_(terrain.reliefBox),
      shelfBox_(terrain.shelfBox),
      hasRelief_(terrain.hasRelief) {}

}  // namespace ebbflow::paint
