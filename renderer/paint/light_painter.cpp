#include "paint/light_painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "flow/paths.hpp"
#include "gl/debug.hpp"
#include "paint/light_motion.hpp"

namespace ebbflow::paint {
namespace {

/// As shaders/looks.glsl has it.
struct LooksBlock {
    std::array<glm::vec4, picture::kMaxKinds> colour{};  ///< linear rgb; brightness
    std::array<glm::vec4, picture::kMaxKinds> head{}, tail{}, flank{};
};

constexpr float kPeak = 1.35F;         // of a light's head, before it is tamed for the screen
constexpr float kPale = 0.85F;         // linear, what a look's paleness goes towards
constexpr float kRibbonShare = 0.30F;  // of a light's colour, at full strength

glm::vec3 hueOf(const picture::LightLook& look) {
    return glm::mix(core::linear(look.colour), glm::vec3(kPale), look.paleness) * look.strength;
}

/// How close a ribbon's chords stay to its curve, reference pixels; the camera's tilt can bring
/// what is near half as near again.
constexpr double kChordPixels = 0.07;
// Threads that lie side by side draw together at their ends in a curve of its own.
constexpr double kFewestSteps = 32;
constexpr double kMostSteps = 3.0 * (flow::kPathSamples - 1);

/// In how many parts a ribbon is drawn; `bendPixels`: bendOf() its path in reference pixels.
int stepsOf(const picture::Ribbon& ribbon, double bendPixels) {
    const double chord = std::sqrt(8 * kChordPixels / std::max(bendPixels, 1e-6));
    const double whole = std::clamp((flow::kPathSamples - 1) / chord, kFewestSteps, kMostSteps);
    return static_cast<int>(std::ceil(whole * (ribbon.to - ribbon.from))) + 1;
}

// Ranges of a storage buffer begin at multiples of 256 bytes; 32 lights are 768.
constexpr std::uint32_t kRangeStep = 32;

}  // namespace

LightPainter::LightPainter(std::shared_ptr<const picture::Lights> lights,
                           const Fullscreen& fullscreen)
    : fullscreen_(fullscreen),
      looks_(lights->looks),
      lightCount_(static_cast<std::uint32_t>(lights->vertices.size())),
      pathCount_(static_cast<std::uint32_t>(lights->paths.size() / flow::kPathSamples)),
      lights_(gl::Buffer::of(std::span(lights->vertices), "lights")),
      lookBuffer_(gl::Buffer::streaming("looks")),
      coverage_(lights, packPaths(lights->paths)) {
    const std::vector<glm::vec4>& packed = coverage_.packedPaths();
    paths_ = gl::Buffer::of(std::span(packed), "paths");
    looks_.resize(picture::kMaxKinds);
    for (std::size_t first = 0; first < packed.size(); first += flow::kPathSamples)
        bends_.push_back(bendOf(std::span(packed).subspan(first, flow::kPathSamples)));
}

void LightPainter::mark(const picture::MapPicture& picture, const ViewBlock& view,
                        double pixelsPerKm, LightTiles& tiles) {
    coverage_.mark(picture, view, laneScale(pixelsPerKm), tiles);
}

void LightPainter::uploadLooks(const picture::MapPicture& picture) {
    LooksBlock block;
    for (std::size_t i = 0; i < picture::kMaxKinds; ++i) {
        block.colour[i] = glm::vec4(hueOf(looks_[i]) * kPeak, picture.brightness[i]);
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
                         double pixelsPerKm) {
    const gl::DebugGroup group("lights");
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 1, paths_.name());
    const float scale = laneScale(pixelsPerKm);
    paintRibbons(programs, picture, scale, pixelsPerKm);
    paintLights(programs, picture, scale);
}

void LightPainter::paintRibbons(const Programs& programs, const picture::MapPicture& picture,
                                float scale, double pixelsPerKm) {
    if (picture.ribbons.empty()) return;
    const gl::Program& program = programs[Pass::ribbon];
    program.use();
    program.set("laneScale", scale);
    for (const picture::Ribbon& ribbon : picture.ribbons) {
        const float brightness = picture.brightness.at(ribbon.kind);
        if (ribbon.path >= pathCount_ || ribbon.to <= ribbon.from ||
            ribbon.strength * brightness <= 0)
            continue;
        const int steps = stepsOf(ribbon, bends_[ribbon.path] * pixelsPerKm);
        program.set("steps", steps);
        program.set("path", static_cast<int>(ribbon.path));
        program.set("width", ribbon.width);
        program.set("softness", ribbon.softness);
        program.set("aside", ribbon.aside);
        program.set("drifts", ribbon.drifts ? 1.0F : 0.0F);
        program.set("extent", glm::vec2(ribbon.from, ribbon.to));
        program.set("colour",
                    hueOf(looks_[ribbon.kind]) * (ribbon.strength * brightness * kRibbonShare));
        fullscreen_.drawVertices(GL_TRIANGLE_STRIP, 0, 2 * (steps + 1));
    }
}

void LightPainter::paintLights(const Programs& programs, const picture::MapPicture& picture,
                               float scale) {
    if (picture.lights.empty()) return;
    uploadLooks(picture);
    const gl::Program& program = programs[Pass::light];
    program.use();
    program.set("laneScale", scale);
    for (const picture::LightRange& range : picture.lights) {
        const std::uint32_t end = std::min(range.first + range.count, lightCount_);
        if (range.first >= end) continue;
        const std::uint32_t from = range.first / kRangeStep * kRangeStep;
        constexpr GLsizeiptr size = sizeof(picture::LightVertex);
        glBindBufferRange(GL_SHADER_STORAGE_BUFFER, 2, lights_.name(), from * size,
                          (end - from) * size);
        fullscreen_.drawVertices(GL_TRIANGLES, static_cast<int>((range.first - from) * 3),
                                 static_cast<int>((end - range.first) * 3));
    }
}

}  // namespace ebbflow::paint
