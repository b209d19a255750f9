#include "paint/map_painter.hpp"

#include <epoxy/gl.h>

#include <utility>

#include "raster/map_grade.hpp"

namespace ebbflow::paint {

namespace {

double aspectOf(const Canvas& canvas) {
    return static_cast<double>(canvas.picture.width()) / canvas.picture.height();
}

}  // namespace

MapPainter::MapPainter(const geo::World& world, std::shared_ptr<const picture::Lights> lights,
                       const Programs& programs, const Fullscreen& fullscreen, int samples)
    : programs_(programs),
      fullscreen_(fullscreen),
      ground_(world, fullscreen, samples),
      lights_(std::move(lights), fullscreen),
      ringSprites_(fullscreen),
      markSprites_(fullscreen),
      glow_(fullscreen),
      composite_(fullscreen),
      tiles_(fullscreen) {}

void MapPainter::paint(const picture::FrameDescription& description, raster::TileSet& over,
                       const raster::Layers& layers, Canvas& canvas) {
    if (description.before || description.dip > 0 || description.black > 0) over.markAll();
    if (description.before) {
        paintOne(description, *description.before, over, layers, canvas);
        canvas.keepBefore();
    }
    paintOne(description, description, over, layers, canvas);
    if (description.before) mixBefore(canvas, 1 - description.mixed, layers.transparent());
}

void MapPainter::shadersChanged() {
    ground_.forget();
}

void MapPainter::paintOne(const picture::FrameDescription& description,
                          const picture::MapPicture& map, const raster::TileSet& over,
                          const raster::Layers& layers, Canvas& canvas) {
    const raster::ViewBlock view = bindView(description, map, canvas);
    const raster::Marks marks = raster::makeMarks(map, aspectOf(canvas));
    const bool groundIsNew = paintGround(map, layers, canvas);
    Covered covered = cover(map, marks, view, layers, canvas);
    covered.over.add(over);
    const picture::GroundGrade grade = raster::mapGrade(map, layers.map);
    const raster::TileSet changed =
        canvas.notes.change(covered.light, covered.over, groundIsNew, grade);
    if (layers.transparent()) {
        canvas.pictureTarget.bind();
        clear(changed);
    } else {
        compose(map, marks, covered.light, changed, layers, canvas);
    }
    if (layers.text) paintMarks(marks, canvas);
}

raster::ViewBlock MapPainter::bindView(const picture::FrameDescription& description,
                                       const picture::MapPicture& map, const Canvas& canvas) {
    raster::ViewBlock view =
        raster::makeViewBlock(map.base.camera, canvas.picture.width(), canvas.picture.height());
    view.filmSeconds = static_cast<float>(description.filmSeconds);
    view.shimmerSeconds = static_cast<float>(description.filmSeconds + description.waitingSeconds);
    viewBuffer_.replace(std::as_bytes(std::span(&view, 1)));
    glBindBufferBase(GL_UNIFORM_BUFFER, 0, viewBuffer_.name());
    return view;
}

MapPainter::Covered MapPainter::cover(const picture::MapPicture& map, const raster::Marks& marks,
                                      const raster::ViewBlock& view, const raster::Layers& layers,
                                      const Canvas& canvas) {
    Covered covered(canvas.picture.width(), canvas.picture.height());
    if (layers.lights) coverLights(map, marks, view, covered);
    if (!layers.text) return covered;
    for (const raster::Sprite& mark : marks.over)
        covered.over.mark(raster::boundsOf(mark, canvas.picture.height()));
    return covered;
}

void MapPainter::coverLights(const picture::MapPicture& map, const raster::Marks& marks,
                             const raster::ViewBlock& view, Covered& covered) {
    const int width = covered.over.width(), height = covered.over.height();
    const double aspect = static_cast<double>(width) / height;
    lights_.mark(map, view, picture::pixelsPerKm(map.base.camera, aspect), covered.light);
    for (const raster::Sprite& ring : marks.rings)
        covered.light.mark(raster::boundsOf(ring, height));
    // A texel of the quarter-size light reaches two of its own sides far.
    for (const raster::Sprite& own : marks.glows)
        covered.light.shining.mark(raster::boundsOf(own, height).grown(16));
}

/// Whether the ground is another than the last frame's.
bool MapPainter::paintGround(const picture::MapPicture& map, const raster::Layers& layers,
                             const Canvas& canvas) {
    const int width = canvas.picture.width(), height = canvas.picture.height();
    if (layers.map) return ground_.paint(programs_, map.base, width, height);
    const gl::Texture& dark = ground_.picture();
    if (canvas.notes.grade == raster::kNoGround && dark.width() == width && dark.height() == height)
        return false;
    ground_.blank(width, height);
    return true;
}

void MapPainter::clear(const raster::TileSet& wanted) {
    const gl::Program& program = programs_[Pass::clearTiles];
    program.use();
    program.set("colour", glm::vec4(0));
    glDisable(GL_BLEND);
    tiles_.draw(program, wanted.rectangles(), wanted.width(), wanted.height());
}

void MapPainter::compose(const picture::MapPicture& map, const raster::Marks& marks,
                         const raster::LightTiles& light, const raster::TileSet& changed,
                         const raster::Layers& layers, Canvas& canvas) {
    const raster::TileSet none(changed.width(), changed.height());
    if (layers.lights) {
        paintLights(map, marks, light.drawn, canvas);
        glow_.paint(programs_, canvas.lights, marks.glows, light.shining);
    }
    canvas.pictureTarget.bind();
    composite_.paint(
        programs_,
        {ground_.picture(), canvas.lights, glow_.picture(), *canvas.notes.grade, canvas.levels()},
        changed, layers.lights ? light.shining : none);
}

void MapPainter::paintLights(const picture::MapPicture& map, const raster::Marks& marks,
                             const raster::TileSet& drawn, Canvas& canvas) {
    canvas.lightTarget.bind();
    clear(canvas.notes.lit);
    canvas.notes.lit = drawn;
    lights_.paint(programs_, map, {ground_.picture(), picture::lumaWeights(*canvas.notes.grade)},
                  picture::pixelsPerKm(map.base.camera, aspectOf(canvas)));
    ringSprites_.upload(marks.rings);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    ringSprites_.draw(programs_, 0, marks.rings.size(), drawn.width(), drawn.height());
}

void MapPainter::paintMarks(const raster::Marks& marks, const Canvas& canvas) {
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
