#include "paint/ground_painter.hpp"

#include <epoxy/gl.h>

#include <array>

#include "gl/debug.hpp"
#include "picture/palette.hpp"
#include "raster/crew.hpp"
#include "raster/look.hpp"
#include "raster/make_terrain.hpp"
#include "raster/simplify.hpp"
#include "raster/view_block.hpp"
#include "raster/visible.hpp"

namespace ebbflow::paint {

namespace {

raster::Terrain terrainOf(const geo::World& world) {
    raster::Crew crew;
    return raster::makeTerrain(world, crew);
}

}  // namespace

GroundPainter::GroundPainter(const geo::World& world, const Fullscreen& fullscreen, int samples)
    : fullscreen_(fullscreen), samples_(samples), planner_(world), terrain_(terrainOf(world)) {
    const std::array<const char*, raster::kAreaRoles> areas{"land", "states", "lakes"};
    for (std::size_t i = 0; i < areas.size(); ++i)
        areas_.emplace_back(raster::layerOf(world, static_cast<raster::AreaRole>(i)), areas[i]);
    const std::array<const char*, raster::kLineRoles> lines{"rivers", "graticule", "coast", "rail",
                                                            "borders"};
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines_.emplace_back(raster::layerOf(world, static_cast<raster::LineRole>(i)), lines[i]);
}

void GroundPainter::resize(int width, int height) {
    if (ground_ && ground_.width() == width && ground_.height() == height) return;
    drawn_.reset();
    flat_ = gl::Texture::multisampled(GL_RGBA8, width, height, samples_, "flat map");
    flatTarget_ = gl::Framebuffer::of({&flat_}, "flat map");
    resolved_ = gl::Texture::image(GL_RGBA8, width, height, "flat map, resolved");
    resolvedTarget_ = gl::Framebuffer::of({&resolved_}, "flat map, resolved");
    ground_ = gl::Texture::image(GL_RGBA16F, width, height, "ground");
    groundTarget_ = gl::Framebuffer::of({&ground_}, "ground");
}

bool GroundPainter::paint(const Programs& programs, const picture::BaseMap& base, int width,
                          int height) {
    resize(width, height);
    if (drawn_ && *drawn_ == base) return false;
    const gl::DebugGroup group("ground");
    const double aspect = static_cast<double>(width) / height;
    const double realPixels = height / core::kReferenceHeight;
    const raster::Seen seen{
        raster::visibleBox(base.camera, aspect),
        raster::detailLevel(picture::pixelsPerKm(base.camera, aspect) * realPixels)};
    flatTarget_.bind();
    const glm::vec3 sea = picture::palette::flatMap(picture::palette::kSea);
    glClearColor(sea.r, sea.g, sea.b, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    const raster::GroundPlan plan = planner_.plan(base);
    for (const raster::AreaFill& fill : plan.fills)
        areas_[static_cast<std::size_t>(fill.role)].fill(programs, fill.areas, fill.colour,
                                                         fill.relief, seen);
    resolve();
    for (const raster::LineStroke& stroke : plan.strokes)
        lines_[static_cast<std::size_t>(stroke.role)].draw(programs, stroke.lines, seen);
    shine(programs, base.camera, plan);
    drawn_ = base;
    return true;
}

void GroundPainter::blank(int width, int height) {
    resize(width, height);
    drawn_.reset();
    groundTarget_.bind();
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void GroundPainter::resolve() const {
    const gl::DebugGroup group("ground: resolve");
    const int width = resolved_.width(), height = resolved_.height();
    glBlitNamedFramebuffer(flatTarget_.name(), resolvedTarget_.name(), 0, 0, width, height, 0, 0,
                           width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    resolvedTarget_.bind();
}

void GroundPainter::shine(const Programs& programs, const picture::CameraView& camera,
                          const raster::GroundPlan& plan) const {
    const gl::DebugGroup group("ground: light");
    groundTarget_.bind();
    glDisable(GL_BLEND);
    const gl::Program& program = programs[Pass::ground];
    program.use();
    program.set("flatMap", 0);
    program.set("slopes", 1);
    program.set("shelf", 2);
    program.set("reliefBox", terrain_.reliefBox());
    program.set("shelfBox", terrain_.shelfBox());
    const double aspect = static_cast<double>(ground_.width()) / ground_.height();
    program.set("mapFromNdc", raster::mapFromNdc(camera, aspect));
    program.set("reliefStrength", terrain_.hasRelief() ? plan.reliefStrength : 0.0F);
    program.set("slopeLight", plan.slopeLight);
    program.set("shelfLight", raster::kShelf);
    resolved_.bind(0);
    terrain_.slopes().bind(1);
    terrain_.shelf().bind(2);
    fullscreen_.draw();
}

}  // namespace ebbflow::paint
