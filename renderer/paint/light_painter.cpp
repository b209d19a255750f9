#include "paint/light_painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "flow/paths.hpp"
#include "gl/debug.hpp"
#include "raster/light_motion.hpp"
#include "raster/look.hpp"
#include "raster/ribbon_strips.hpp"
#include "raster/splats.hpp"

namespace ebbflow::paint {
namespace {

std::vector<picture::PathPart> partsOf(const picture::Lights& lights) {
    std::vector<picture::PathPart> parts;
    for (std::uint32_t path = 0; path < lights.paths.size() / flow::kPathSamples; ++path)
        parts.push_back(lights.part(path));
    return parts;
}

/// Of each path, as shaders/light.vert.glsl has it.
std::vector<glm::vec2> stretchesOf(std::span<const picture::PathPart> parts) {
    std::vector<glm::vec2> stretches;
    for (const picture::PathPart& part : parts) stretches.emplace_back(part.begin, part.scale());
    return stretches;
}

/// As shaders/looks.glsl has it.
struct LooksBlock {
    std::array<glm::vec4, picture::kMaxKinds> colour{};  ///< linear rgb; brightness
    std::array<glm::vec4, picture::kMaxKinds> head{}, tail{}, flank{};
};

// Ranges of a storage buffer begin at multiples of 256 bytes; 32 lights are 768.
constexpr std::uint32_t kRangeStep = 32;

raster::LightCoverage coverageOf(std::shared_ptr<const picture::Lights> lights) {
    std::vector<glm::vec4> packed = raster::packPaths(*lights);
    return {std::move(lights), std::move(packed)};
}

}  // namespace

LightPainter::LightPainter(std::shared_ptr<const picture::Lights> lights,
                           const Fullscreen& fullscreen)
    : fullscreen_(fullscreen),
      looks_(lights->looks),
      lightCount_(static_cast<std::uint32_t>(lights->vertices.size())),
      standingCount_(static_cast<std::uint32_t>(lights->standing.size())),
      parts_(partsOf(*lights)),
      lights_(gl::Buffer::of(std::span(lights->vertices), "lights")),
      standing_(gl::Buffer::of(std::span(lights->standing), "standing lights")),
      lookBuffer_(gl::Buffer::streaming("looks")),
      coverage_(coverageOf(std::move(lights))) {
    const std::vector<glm::vec4>& packed = coverage_.packedPaths();
    paths_ = gl::Buffer::of(std::span(packed), "paths");
    const std::vector<glm::vec2> stretches = stretchesOf(parts_);
    stretches_ = gl::Buffer::of(std::span(stretches), "stretches");
    looks_.resize(picture::kMaxKinds);
    for (std::size_t first = 0; first < packed.size(); first += flow::kPathSamples)
        bends_.push_back(raster::bendOf(std::span(packed).subspan(first, flow::kPathSamples)));
}

void LightPainter::mark(const picture::MapPicture& picture, const raster::ViewBlock& view,
                        double pixelsPerKm, raster::LightTiles& tiles) {
    coverage_.mark(picture, view, raster::laneScale(pixelsPerKm), tiles);
}

void LightPainter::uploadLooks(const picture::MapPicture& picture) {
    LooksBlock block;
    for (std::size_t i = 0; i < picture::kMaxKinds; ++i) {
        block.colour[i] =
            glm::vec4(raster::lightOf(looks_[i]) * raster::kPeak, picture.brightness[i]);
        const picture::LightHead& head = looks_[i].head;
        const picture::LightTail& tail = looks_[i].tail;
        block.head[i] = {head.radius, head.crisp, head.soft, looks_[i].size};
        block.tail[i] = {tail.shortest, tail.longest, tail.strength, tail.widthAtEnd};
        block.flank[i] = {tail.crispWidth, tail.softWidth, tail.edge, tail.spread};
    }
    lookBuffer_.replace(std::as_bytes(std::span(&block, 1)));
    glBindBufferBase(GL_UNIFORM_BUFFER, 1, lookBuffer_.name());
}

void LightPainter::paint(const Programs& programs, const picture::MapPicture& picture,
                         const Crossed& crossed, double pixelsPerKm) {
    const gl::DebugGroup group("lights");
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 1, paths_.name());
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 3, stretches_.name());
    const float scale = raster::laneScale(pixelsPerKm);
    // Where several ribbons lie on one another, each colour is the strongest one's: a railway that
    // many ways share stays as faint as one.
    glBlendEquation(GL_MAX);
    paintRibbons(programs, picture, crossed, scale, pixelsPerKm);
    glBlendEquation(GL_FUNC_ADD);
    paintLights(programs, picture, scale);
}

void LightPainter::paintRibbons(const Programs& programs, const picture::MapPicture& picture,
                                const Crossed& crossed, float scale, double pixelsPerKm) {
    if (picture.ribbons.empty()) return;
    const gl::Program& program = programs[Pass::ribbon];
    program.use();
    program.set("laneScale", scale);
    program.set("ground", 0);
    program.set("luma", crossed.luma);
    crossed.ground.bind(0);
    for (const picture::Ribbon& ribbon : picture.ribbons) {
        const float brightness = picture.brightness.at(ribbon.kind);
        if (ribbon.path >= parts_.size() || ribbon.strength * brightness <= 0) continue;
        const auto ends = raster::shownPart(ribbon, parts_[ribbon.path]);
        if (!ends) continue;
        const int steps = raster::stepsOf(*ends, bends_[ribbon.path] * pixelsPerKm);
        program.set("steps", steps);
        program.set("path", static_cast<int>(ribbon.path));
        program.set("width", ribbon.width);
        program.set("softness", ribbon.softness);
        program.set("aside", ribbon.aside);
        program.set("drifts", ribbon.drifts ? 1.0F : 0.0F);
        program.set("ofWay", ends->ofWay);
        program.set("onPath", ends->onPath);
        program.set("shown", ends->shown);
        program.set("colour", raster::ribbonLight(looks_[ribbon.kind], ribbon.strength * brightness,
                                                  ribbon.drifts));
        fullscreen_.drawVertices(GL_TRIANGLE_STRIP, 0, 2 * (steps + 1));
    }
}

void LightPainter::paintLights(const Programs& programs, const picture::MapPicture& picture,
                               float scale) {
    if (picture.lights.empty() && picture.standing.empty()) return;
    uploadLooks(picture);
    const gl::Program& program = programs[Pass::light];
    program.use();
    program.set("laneScale", scale);
    program.set("headShare", raster::kStandingHead);
    paintRanges(picture.standing, standing_, standingCount_);
    program.set("headShare", 1.0F);
    paintRanges(picture.lights, lights_, lightCount_);
}

void LightPainter::paintRanges(const std::vector<picture::LightRange>& ranges,
                               const gl::Buffer& lights, std::uint32_t count) const {
    for (const picture::LightRange& range : ranges) {
        const std::uint32_t end = std::min(range.first + range.count, count);
        if (range.first >= end) continue;
        const std::uint32_t from = range.first / kRangeStep * kRangeStep;
        constexpr GLsizeiptr size = sizeof(picture::LightVertex);
        glBindBufferRange(GL_SHADER_STORAGE_BUFFER, 2, lights.name(), from * size,
                          (end - from) * size);
        fullscreen_.drawVertices(GL_TRIANGLES, static_cast<int>((range.first - from) * 3),
                                 static_cast<int>((end - range.first) * 3));
    }
}

}  // namespace ebbflow::paint
