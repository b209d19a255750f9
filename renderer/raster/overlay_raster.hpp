#pragma once
// Draws a laid out overlay over a picture in the processor's memory.

#include <memory>

#include "raster/band.hpp"
#include "raster/crew.hpp"
#include "raster/image_levels.hpp"
#include "raster/overlay_layout.hpp"
#include "raster/pixels.hpp"

namespace ebbflow::raster {

class OverlayRaster {
public:
    void paint(const OverlayLayout& layout, Crew& crew, Pixels& picture);

private:
    void paintBand(const OverlayLayout& layout, Band band, Pixels& picture) const;
    void layImage(const OverlayLayout::PlacedImage& placed, const ImageLevels& levels, Band band,
                  Pixels& picture) const;
    ImageLevelCache cache_;
    std::vector<const ImageLevels*> levels_;  ///< of the layout's images
};

}  // namespace ebbflow::raster
