#pragma once
// A window of an elevation raster in memory, with the way from degrees to its pixels. It reads one
// band once; it does not resample.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

#include "core/access.hpp"
#include "core/coordinates.hpp"
#include "geo/shapes.hpp"

class GDALDataset;
class OGRCoordinateTransformation;

namespace ebbflow::geo {

class ElevationRaster {
public:
    /// Throws core::Failure with what is wrong with the file (not its name).
    ElevationRaster(const std::string& path, const core::Access& access);
    ~ElevationRaster();
    ElevationRaster(const ElevationRaster&) = delete;
    ElevationRaster& operator=(const ElevationRaster&) = delete;

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    /// Size of a pixel at the raster's middle, metres of ground; about.
    [[nodiscard]] double pixelMetres() const;

    /// Pixel coordinates (0…width, 0…height; .5 = a pixel's centre) of a place, on the turn of the
    /// globe nearest to pixel column `nearX`. Nothing outside of the raster's CRS.
    [[nodiscard]] std::optional<glm::dvec2> pixelOf(core::LonLat position, double nearX) const;
    [[nodiscard]] std::optional<core::LonLat> positionOf(glm::dvec2 pixel) const;
    /// Columns once round the globe, or 0 when the raster does not know turns.
    [[nodiscard]] double columnsPerTurn() const { return columnsPerTurn_; }

    /// Reads the pixels of the box (and a margin), every `step`-th at most.
    void load(const PlaneBox& pixels, double step);
    /// Metres at pixel coordinates, bilinear; 0 outside, under the sea, and where there is no data.
    [[nodiscard]] float sample(double x, double y) const;

private:
    struct Source;
    std::unique_ptr<Source> source_;
    int width_ = 0, height_ = 0;
    double columnsPerTurn_ = 0;
    glm::dvec2 origin_{0},
        scale_{1};  ///< of the loaded window: its pixel = (pixel - origin) * scale
    int loadedWidth_ = 0, loadedHeight_ = 0;
    std::vector<float> metres_;
};

}  // namespace ebbflow::geo
