#include "paint/read_terrain.hpp"

#include <epoxy/gl.h>

#include <algorithm>

#include "paint/area_painter.hpp"
#include "paint/terrain.hpp"

namespace ebbflow::paint {
namespace {

std::vector<raster::SlopeLevel> readSlopes(const gl::Texture& slopes, bool hasRelief) {
    std::vector<raster::SlopeLevel> levels;
    int width = slopes.width(), height = slopes.height();
    for (int level = 0;; ++level) {
        raster::SlopeLevel own{width, height, {}};
        own.texels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        glGetTextureImage(slopes.name(), level, GL_RGBA, GL_UNSIGNED_BYTE,
                          static_cast<GLsizei>(own.texels.size() * sizeof(std::uint32_t)),
                          own.texels.data());
        levels.push_back(std::move(own));
        if (!hasRelief || (width == 1 && height == 1)) return levels;
        width = std::max(width / 2, 1);
        height = std::max(height / 2, 1);
    }
}

}  // namespace

raster::Terrain readTerrain(const geo::World& world, const Programs& programs,
                            const Fullscreen& fullscreen) {
    AreaPainter land(world.land, "land");
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);
    const Terrain terrain(world, programs, land, fullscreen);
    raster::Terrain read;
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    read.slopes = readSlopes(terrain.slopes(), terrain.hasRelief());
    read.reliefBox = terrain.reliefBox();
    read.hasRelief = terrain.hasRelief();
    read.shelfWidth = terrain.shelf().width();
    read.shelfHeight = terrain.shelf().height();
    std::vector<std::uint8_t> shelf(static_cast<std::size_t>(read.shelfWidth) *
                                    static_cast<std::size_t>(read.shelfHeight));
    glGetTextureImage(terrain.shelf().name(), 0, GL_RED, GL_UNSIGNED_BYTE,
                      static_cast<GLsizei>(shelf.size()), shelf.data());
    read.shelf.assign(shelf.begin(), shelf.end());
    read.shelfBox = terrain.shelfBox();
    return read;
}

}  // namespace ebbflow::paint
