#include "raster/map_raster.hpp"

#include <algorithm>

#include "raster/compose.hpp"
#include "raster/map_grade.hpp"
#include "raster/overlay_kernels.hpp"
#include "raster/overlay_raster.hpp"

namespace ebbflow::raster {

namespace {

double aspectOf(const PictureCanvas& canvas) {
    return static_cast<double>(canvas.picture.width()) / canvas.picture.height();
}

/// The parts of rectangles that lie in a band.
std::vector<glm::ivec4> partsIn(const std::vector<glm::ivec4>& rectangles, Band band) {
    std::vector<glm::ivec4> parts;
    for (const glm::ivec4& r : rectangles) {
        const int bottom = std::max(r.y, band.bottom), top = std::min(r.w, band.top);
        if (bottom < top) parts.emplace_back(r.x, bottom, r.z, top);
    }
    return parts;
}

}  // namespace

void PictureCanvas::resize(int width, int height) {
    const bool isNew = picture.resize(width, height, depth != PictureDepth::eight);
    if (!isNew) return;
    lights.resize(width, height);
    forget();
}

void MapRaster::paint(const picture::FrameDescription& description, TileSet& over,
                      const Layers& layers, PictureCanvas& canvas) {
    if (description.before || description.dip > 0 || description.black > 0) over.markAll();
    if (!description.before) {
        paintOne(description, description, over, layers, canvas);
        return;
    }
    paintOne(description, *description.before, over, layers, canvas);
    canvas.before = canvas.picture;
    paintOne(description, description, over, layers, canvas);
    const int width = canvas.picture.width(), height = canvas.picture.height();
    crew_.share(bandsOf(height), [&](int number) {
        const Band band = bandAt(number, height);
        mixOver(canvas.before, 1 - description.mixed, layers.transparent(),
                {0, band.bottom, width, band.top}, canvas.picture);
    });
}

void MapRaster::paintOne(const picture::FrameDescription& description,
                         const picture::MapPicture& map, const TileSet& over, const Layers& layers,
                         PictureCanvas& canvas) {
    ViewBlock view =
        makeViewBlock(map.base.camera, canvas.picture.width(), canvas.picture.height());
    view.filmSeconds = static_cast<float>(description.filmSeconds);
    view.shimmerSeconds = static_cast<float>(description.filmSeconds + description.waitingSeconds);
    const Marks marks = makeMarks(map, aspectOf(canvas));
    const bool groundIsNew = drawGround(map, layers, canvas);
    Covered covered = cover(map, marks, view, layers, canvas);
    covered.over.add(over);
    const picture::GroundGrade grade = mapGrade(map, layers.map);
    const TileSet changed = canvas.notes.change(covered.light, covered.over, groundIsNew, grade);
    if (layers.transparent()) {
        for (const glm::ivec4& part : changed.rectangles()) clear(part, canvas.picture);
    } else {
        compose(marks, view, covered.light, changed, layers, canvas);
    }
    if (!layers.text || marks.over.empty()) return;
    const int height = canvas.picture.height();
    crew_.share(bandsOf(height),
                [&](int number) { layShapes(marks.over, bandAt(number, height), canvas.picture); });
}

bool MapRaster::drawGround(const picture::MapPicture& map, const Layers& layers,
                           const PictureCanvas& canvas) {
    const bool isNew = ground_.resize(canvas.picture.width(), canvas.picture.height());
    if (isNew) source_.forget();
    if (layers.map) return source_.draw(map.base, ground_);
    if (!isNew && canvas.notes.grade == kNoGround) return false;
    source_.forget();
    ground_.darken();
    return true;
}

MapRaster::Covered MapRaster::cover(const picture::MapPicture& map, const Marks& marks,
                                    const ViewBlock& view, const Layers& layers,
                                    const PictureCanvas& canvas) {
    const int width = canvas.picture.width(), height = canvas.picture.height();
    Covered covered(width, height);
    if (layers.lights) {
        lights_.setUp(map, view, picture::pixelsPerKm(map.base.camera, aspectOf(canvas)), crew_,
                      covered.light);
        for (const Sprite& ring : marks.rings) covered.light.mark(boundsOf(ring, height));
        // A texel of the quarter-size light reaches two of its own sides far.
        for (const Sprite& own : marks.glows)
            covered.light.shining.mark(boundsOf(own, height).grown(16));
    }
    if (!layers.text) return covered;
    for (const Sprite& mark : marks.over) covered.over.mark(boundsOf(mark, height));
    return covered;
}

void MapRaster::compose(const Marks& marks, const ViewBlock& view, const LightTiles& light,
                        const TileSet& changed, const Layers& layers, PictureCanvas& canvas) {
    TileSet dark = changed;
    if (layers.lights) {
        canvas.lights.clear(canvas.notes.lit.rectangles());
        canvas.notes.lit = light.drawn;
        lights_.paint(marks.rings, {ground_, picture::lumaWeights(*canvas.notes.grade)},
                      view.shimmerSeconds, crew_, canvas.lights);
        bloom_.make(canvas.lights, marks.glows, light.shining, crew_);
        dark.remove(light.shining);
    }
    TileSet lit = changed;
    lit.remove(dark);
    const std::vector<glm::ivec4> darkParts = dark.rectangles(), litParts = lit.rectangles();
    const Sources sources{ground_, canvas.lights, bloom_.light(), *canvas.notes.grade,
                          canvas.levels()};
    const int height = canvas.picture.height();
    crew_.share(bandsOf(height), [&](int number) {
        const Band band = bandAt(number, height);
        for (const glm::ivec4& part : partsIn(darkParts, band))
            raster::compose(sources, false, part, canvas.picture);
        for (const glm::ivec4& part : partsIn(litParts, band))
            raster::compose(sources, true, part, canvas.picture);
    });
}

}  // namespace ebbflow::raster
