#include "paint/terrain.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "gl/debug.hpp"
#include "raster/view_block.hpp"

namespace ebbflow::paint {
namespace {

constexpr int kShelfSide = 1024;      // texels along the longer side, at most
constexpr double kShelfReachKm = 90;  // standard deviation of the blur
constexpr double kFinestShelfKm = 8;  // of a texel: finer ones would only be blurred away

core::MapBox boundsOf(const geo::AreaLayer& layer) {
    if (layer.areas.empty()) return {-1, -1, 1, 1};
    core::MapBox box = layer.areas.front().bounds;
    for (const geo::Area& area : layer.areas) {
        box = {std::min(box.minX, area.bounds.minX), std::min(box.minY, area.bounds.minY),
               std::max(box.maxX, area.bounds.maxX), std::max(box.maxY, area.bounds.maxY)};
    }
    return box;
}

core::MapBox intersected(const core::MapBox& a, const core::MapBox& b) {
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX),
            std::min(a.maxY, b.maxY)};
}

/// Where the shelf is wanted: around the land, as far as the film looks.
core::MapBox shelfBounds(const geo::World& world) {
    const core::MapBox land = boundsOf(world.land);
    const core::MapBox seen = world.focus ? intersected(land, *world.focus) : land;
    return seen.width() > 0 && seen.height() > 0 ? seen : land;
}

core::MapBox grown(const core::MapBox& box, double by) {
    return {box.minX - by, box.minY - by, box.maxX + by, box.maxY + by};
}

/// A view block that shows `box` from straight above, without perspective.
raster::ViewBlock flatView(const core::MapBox& box) {
    raster::ViewBlock block;
    block.centre = {static_cast<float>((box.minX + box.maxX) / 2),
                    static_cast<float>((box.minY + box.maxY) / 2), 0, 0};
    block.clipFromMap[0][0] = static_cast<float>(2 / box.width());
    block.clipFromMap[1][1] = static_cast<float>(2 / box.height());
    return block;
}

}  // namespace

Terrain::Terrain(const geo::World& world, const Programs& programs, AreaPainter& land,
                 const Fullscreen& fullscreen) {
    const gl::DebugGroup group("terrain");
    makeSlopes(world.relief, programs, fullscreen);
    makeShelf(world, programs, land, fullscreen);
}

void Terrain::makeSlopes(const geo::Relief& relief, const Programs& programs,
                         const Fullscreen& fullscreen) {
    hasRelief_ = !relief.empty();
    if (!hasRelief_) {
        constexpr std::array<std::uint8_t, 4> level{128, 128, 0, 255};
        slopes_ = gl::Texture::image(GL_RGBA8, 1, 1, "no relief");
        slopes_.upload(GL_RGBA, GL_UNSIGNED_BYTE, level.data());
        return;
    }
    const core::MapBox& box = relief.extent;
    reliefBox_ = {box.minX, box.maxY, 1 / box.width(), 1 / box.height()};
    gl::Texture metres = gl::Texture::image(GL_R32F, relief.width, relief.height, "elevation");
    metres.upload(GL_RED, GL_FLOAT, relief.metres.data());
    slopes_ = gl::Texture::image(GL_RGBA8, relief.width, relief.height, "slopes", true);
    const auto target = gl::Framebuffer::of({&slopes_}, "slopes");
    target.bind();
    glDisable(GL_BLEND);
    const gl::Program& program = programs[Pass::reliefSlope];
    program.use();
    program.set("metres", 0);
    program.set("kmPerTexel", glm::vec2(box.width() / relief.width, box.height() / relief.height));
    metres.bind(0);
    fullscreen.draw();
    slopes_.buildMipmaps();
}

void Terrain::makeShelf(const geo::World& world, const Programs& programs, AreaPainter& land,
                        const Fullscreen& fullscreen) {
    const core::MapBox box = grown(shelfBounds(world), 4 * kShelfReachKm);
    shelfBox_ = {box.minX, box.minY, 1 / box.width(), 1 / box.height()};
    const double kmPerTexel =
        std::max(std::max(box.width(), box.height()) / kShelfSide, kFinestShelfKm);
    const int width = std::max(1, static_cast<int>(box.width() / kmPerTexel));
    const int height = std::max(1, static_cast<int>(box.height() / kmPerTexel));
    gl::Texture other = gl::Texture::image(GL_R8, width, height, "shelf, in between");
    shelf_ = gl::Texture::image(GL_R8, width, height, "shelf");
    const auto first = gl::Framebuffer::of({&shelf_}, "shelf");
    const auto second = gl::Framebuffer::of({&other}, "shelf, in between");

    const raster::ViewBlock view = flatView(box);
    const auto block = gl::Buffer::of(std::span(&view, 1), "flat view");
    glBindBufferBase(GL_UNIFORM_BUFFER, 0, block.name());
    first.bind();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    land.fillAll(programs, {1, 1, 1, 1}, 1, {box, raster::detailLevel(1 / kmPerTexel)});

    // Passes of 9 taps (standard deviation about 1.7 of their stride) until the reach is met.
    glDisable(GL_BLEND);
    const gl::Program& blur = programs[Pass::blur];
    blur.use();
    blur.set("source", 0);
    const double wanted = kShelfReachKm / kmPerTexel;
    for (double stride = 1, reached = 0; reached < wanted; stride = std::min(stride * 1.5, 4.0)) {
        blur.set("stride", glm::vec2(stride / width, 0));
        second.bind();
        shelf_.bind(0);
        fullscreen.draw();
        blur.set("stride", glm::vec2(0, stride / height));
        first.bind();
        other.bind(0);
        fullscreen.draw();
        reached = std::hypot(reached, 1.7 * stride);
    }
}

}  // namespace ebbflow::paint
