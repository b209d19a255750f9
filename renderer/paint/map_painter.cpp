#include "paint/map_painter.hpp"

#include <epoxy/gl.h>

#include <utility>

namespace ebbflow::paint {

namespace {

constexpr float kDimmest = 0.62F;  ///< of the ground's light that `dim` of 1 takes away

double aspectOf(const Canvas& canvas) {
    return static_cast<double>(canvas.picture.width()) / canvas.picture.height();
}

}  // namespace

MapPainter::MapPainter(const geo::World& world, std::shared_ptr<const picture::Lights> lights,
                       const Programs& programs, const Fullscreen& fullscreen, int samples)
    : programs_(programs),
      fullscreen_(fullscreen),
      ground_(world, programs, fullscreen, samples),
      lights_(std::move(lights), fullscreen),
      ringSprites_(fullscreen),
      markSprites_(fullscreen),
      glow_(fullscreen),
      composite_(fullscreen),
      tiles_(fullscreen) {}

void MapPainter::paint(const picture::FrameDescription& description, TileSet& over,
                       const Layers& layers, Canvas& canvas) {
    if (description.before || description.dip > 0 || description.black > 0) over.markAll();
    if (description.before) {
        paintOne(description, *description.before, over, layers, canvas);
        canvas.keepBefore();
    }
    paintOne(description, description, over, layers, canvas);
    if (description.before) mixBefore(canvas, 1 - description.mixed, layers.transparent());
}

void MapPainter::shadersChanged(const geo::World& world) {
    ground_.shadersChanged(world, programs_);
}

void MapPainter::paintOne(const picture::FrameDescription& description,
                          const picture::MapPicture& map, const TileSet& over, const Layers& layers,
                          Canvas& canvas) {
    const ViewBlock view = bindView(description, map, canvas);
    const Marks marks = makeMarks(map, aspectOf(canvas));
    const bool groundIsNew = paintGround(map, layers, canvas);
    Covered covered = cover(map, marks, view, layers, canvas);
    covered.over.add(over);
    const float brightness = layers.map ? 1 - kDimmest * map.dim : 0;
    const TileSet changed = canvas.change(covered.light, covered.over, groundIsNew, brightness);
    if (layers.transparent()) {
        canvas.pictureTarget.bind();
        clear(changed);
    } else {
        compose(map, marks, covered.light, changed, layers, canvas);
    }
    if (layers.text) paintMarks(marks, canvas);
}

ViewBlock MapPainter::bindView(const picture::FrameDescription& description,
                               const picture::MapPicture& map, const Canvas& canvas) {
    ViewBlock view =
        makeViewBlock(map.base.camera, canvas.picture.width(), canvas.picture.height());
    view.filmSeconds = static_cast<float>(description.filmSeconds);
    view.shimmerSeconds = static_cast<float>(description.filmSeconds + description.waitingSeconds);
    viewBuffer_.replace(std::as_bytes(std::span(&view, 1)));
    glBindBufferBase(GL_UNIFORM_BUFFER, 0, viewBuffer_.name());
    return view;
}

MapPainter::Covered MapPainter::cover(const picture::MapPicture& map, const Marks& marks,
                                      const ViewBlock& view, const Layers& layers,
                                      const Canvas& canvas) {
    Covered covered(canvas.picture.width(), canvas.picture.height());
    if (layers.lights) coverLights(map, marks, view, covered);
    if (!layers.text) return covered;
    for (const Sprite& mark : marks.over)
        covered.over.mark(boundsOf(mark, canvas.picture.height()));
    return covered;
}

void MapPainter::coverLights(const picture::MapPicture& map, const Marks& marks,
                             const ViewBlock& view, Covered& covered) {
    const int width = covered.over.width(), height = covered.over.height();
    const double aspect = static_cast<double>(width) / height;
    lights_.mark(map, view, picture::pixelsPerKm(map.base.camera, aspect), covered.light);
    for (const Sprite& ring : marks.rings) covered.light.mark(boundsOf(ring, height));
    // A texel of the quarter-size light reaches two of its own sides far.
    for (const Sprite& own : marks.glows)
        covered.light.shining.mark(boundsOf(own, height).grown(16));
}

/// Whether the ground is another than the last frame's.
bool MapPainter::paintGround(const picture::MapPicture& map, const Layers& layers,
                             const Canvas& canvas) {
    const int width = canvas.picture.width(), height = canvas.picture.height();
    if (layers.map) return ground_.paint(programs_, map.base, width, height);
    const gl::Texture& dark = ground_.picture();
    if (canvas.brightness == 0 && dark.width() == width && dark.height() == height) return false;
    ground_.blank(width, height);
    return true;
}

void MapPainter::clear(const TileSet& wanted) {
    const gl::Program& program = programs_[Pass::clearTiles];
    program.use();
    program.set("colour", glm::vec4(0));
    glDisable(GL_BLEND);
    tiles_.draw(program, wanted.rectangles(), wanted.width(), wanted.height());
}

void MapPainter::compose(const picture::MapPicture& map, const Marks& marks,
                         const LightTiles& light, const TileSet& changed, const Layers& layers,
                         Canvas& canvas) {
    const TileSet none(changed.width(), changed.height());
    if (layers.lights) {
        paintLights(map, marks, light.drawn, canvas);
        glow_.paint(programs_, canvas.lights, marks.glows, light.shining);
    }
    canvas.pictureTarget.bind();
    composite_.paint(
        programs_,
        {ground_.picture(), canvas.lights, glow_.picture(), canvas.brightness, canvas.levels()},
        changed, layers.lights ? light.shining : none);
}

void MapPainter::paintLights(const picture::MapPicture& map, const Marks& marks,
                             const TileSet& drawn, Canvas& canvas) {
    canvas.lightTarget.bind();
    clear(canvas.lit);
    canvas.lit = drawn;
    lights_.paint(programs_, map, picture::pixelsPerKm(map.base.camera, aspectOf(canvas)));
    ringSprites_.upload(marks.rings);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    ringSprites_.draw(programs_, 0, marks.rings.size(), drawn.width(), drawn.height());
}

void MapPainter::paintMarks(const Marks& marks, const Canvas& canvas) {
    markSprites_.upload(marks.over);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    markSprites_.draw(programs_, 0, marks.over.size(), canvas.picture.width(),
                      canvas.picture.height());
}

/// Lays what was kept over the picture, by as much as is left of it.
void MapPainter::mixBefore(const Canvas& canvas, float share, bool keepsAlpha) const {
    const gl::Program& program = programs_[Pass::mix];
    program.use();
    program.set("source", 0);
    program.set("share", share);
    program.set("keepsAlpha", keepsAlpha ? 1 : 0);
    canvas.before.bind(0);
    glEnable(GL_BLEND);
    if (keepsAlpha) {
        glBlendColor(0, 0, 0, share);
        glBlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA);
    } else {
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    }
    fullscreen_.draw();
}

}  // namespace ebbflow::paint
