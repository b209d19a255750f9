#pragma once
// The map of a frame on a canvas: ground, lights with their bloom, rings and squares, and the
// mixture of two maps in a cross-fade. No words, no furniture, no veils.

#include <memory>

#include "geo/world.hpp"
#include "paint/canvas.hpp"
#include "paint/composite_painter.hpp"
#include "paint/fullscreen.hpp"
#include "paint/glow_painter.hpp"
#include "paint/ground_painter.hpp"
#include "paint/light_painter.hpp"
#include "paint/programs.hpp"
#include "paint/tile_painter.hpp"
#include "picture/description.hpp"
#include "raster/marks.hpp"
#include "raster/view_block.hpp"

namespace ebbflow::paint {

class MapPainter {
public:
    /// `samples`: of the ground's multisampling.
    MapPainter(const geo::World& world, std::shared_ptr<const picture::Lights> lights,
               const Programs& programs, const Fullscreen& fullscreen, int samples);

    /// The map of a moment, or two maps while they mix, into the canvas, and leaves its picture
    /// bound. `over`: the tiles that will have something drawn over the map; those of a mixture are
    /// added.
    void paint(const picture::FrameDescription& description, raster::TileSet& over,
               const raster::Layers& layers, Canvas& canvas);
    void shadersChanged();

private:
    /// Light and furniture of one map by the tiles they cover.
    struct Covered {
        raster::LightTiles light;
        raster::TileSet over;
        Covered(int width, int height) : light(width, height), over(width, height) {}
    };

    void paintOne(const picture::FrameDescription& description, const picture::MapPicture& map,
                  const raster::TileSet& over, const raster::Layers& layers, Canvas& canvas);
    [[nodiscard]] raster::ViewBlock bindView(const picture::FrameDescription& description,
                                             const picture::MapPicture& map, const Canvas& canvas);
    [[nodiscard]] Covered cover(const picture::MapPicture& map, const raster::Marks& marks,
                                const raster::ViewBlock& view, const raster::Layers& layers,
                                const Canvas& canvas);
    void coverLights(const picture::MapPicture& map, const raster::Marks& marks,
                     const raster::ViewBlock& view, Covered& covered);
    [[nodiscard]] bool paintGround(const picture::MapPicture& map, const raster::Layers& layers,
                                   const Canvas& canvas);
    void clear(const raster::TileSet& wanted);
    void compose(const picture::MapPicture& map, const raster::Marks& marks,
                 const raster::LightTiles& light, const raster::TileSet& changed,
                 const raster::Layers& layers, Canvas& canvas);
    void paintLights(const picture::MapPicture& map, const raster::Marks& marks,
                     const raster::TileSet& drawn, Canvas& canvas);
    void paintMarks(const raster::Marks& marks, const Canvas& canvas);
    void mixBefore(const Canvas& canvas, float share, bool keepsAlpha) const;

    const Programs& programs_;
    const Fullscreen& fullscreen_;
    GroundPainter ground_;
    LightPainter lights_;
    SpritePainter ringSprites_, markSprites_;
    GlowPainter glow_;
    CompositePainter composite_;
    TilePainter tiles_;
    gl::Buffer viewBuffer_ = gl::Buffer::streaming("view");
};

}  // namespace ebbflow::paint
