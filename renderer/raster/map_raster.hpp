#pragma once
// The map of a frame on a canvas in the processor's memory: ground, lights with their bloom, rings
// and squares, and the mixture of two maps in a cross-fade. No words, no furniture, no veils.

#include <memory>
#include <vector>

#include "picture/description.hpp"
#include "raster/bloom.hpp"
#include "raster/crew.hpp"
#include "raster/ground_source.hpp"
#include "raster/layers.hpp"
#include "raster/light_raster.hpp"
#include "raster/marks.hpp"
#include "raster/pixels.hpp"
#include "raster/tile_notes.hpp"

namespace ebbflow::raster {

/// A picture of one size and what it is put together from.
struct PictureCanvas {
    explicit PictureCanvas(PictureDepth of) : depth(of) {}
    PictureDepth depth;
    LightField lights;
    Pixels picture;
    Pixels before;  ///< what a cross-fade comes from
    TileNotes notes;

    /// Makes everything anew unless it has that size.
    void resize(int width, int height);
    /// Whatever was drawn, nothing of it can stay.
    void forget() { notes.forget(picture.width(), picture.height()); }
    /// Above 0 that the picture's dither is for.
    [[nodiscard]] float levels() const {
        return static_cast<float>((1U << static_cast<unsigned>(depth)) - 1);
    }
};

class MapRaster {
public:
    /// Keeps references to the ground and the crew.
    MapRaster(std::shared_ptr<const picture::Lights> lights, GroundSource& ground, Crew& crew)
        : lights_(std::move(lights)), source_(ground), crew_(crew) {}

    /// The map of a moment, or two maps while they mix. `over`: the tiles that will have something
    /// drawn over the map; those of a mixture are added.
    void paint(const picture::FrameDescription& description, TileSet& over, const Layers& layers,
               PictureCanvas& canvas);

private:
    /// Light and furniture of one map by the tiles they cover.
    struct Covered {
        LightTiles light;
        TileSet over;
        Covered(int width, int height) : light(width, height), over(width, height) {}
    };
    void paintOne(const picture::FrameDescription& description, const picture::MapPicture& map,
                  const TileSet& over, const Layers& layers, PictureCanvas& canvas);
    [[nodiscard]] bool drawGround(const picture::MapPicture& map, const Layers& layers,
                                  const PictureCanvas& canvas);
    [[nodiscard]] Covered cover(const picture::MapPicture& map, const Marks& marks,
                                const ViewBlock& view, const Layers& layers,
                                const PictureCanvas& canvas);
    void compose(const Marks& marks, const ViewBlock& view, const LightTiles& light,
                 const TileSet& changed, const Layers& layers, PictureCanvas& canvas);

    LightRaster lights_;
    GroundSource& source_;
    Crew& crew_;
    GroundLight ground_;
    Bloom bloom_;
};

}  // namespace ebbflow::raster
