#pragma once
// Fills a relief from a raster through the inverse projection: exact at the corners of blocks,
// between them straight wherever that is good to half a pixel, in smaller blocks elsewhere.

#include <array>
#include <optional>
#include <vector>

#include "geo/elevation_raster.hpp"
#include "geo/world.hpp"

namespace ebbflow::geo {

class Resampler {
public:
    /// `relief` has its size and extent, and metres of that size. All three must live longer.
    Resampler(const ElevationRaster& raster, const Projection& projection, Relief& relief);

    /// The raster's pixels that will be needed.
    [[nodiscard]] PlaneBox needed() const;
    /// Samples the raster, which must have loaded them.
    void fill();

private:
    using Spot = std::optional<glm::dvec2>;  ///< in the raster's pixels
    struct Block {
        int x = 0, y = 0, size = 0;
        std::array<Spot, 4> corners;  ///< upper left and right, lower left and right
    };

    [[nodiscard]] Spot exact(double x, double y, double nearX) const;
    [[nodiscard]] double middle() const { return raster_.width() / 2.0; }
    [[nodiscard]] double onTurnOf(double reference, double x) const;
    [[nodiscard]] Block firstBlock(int column, int row) const;
    [[nodiscard]] bool isStraight(Block& block) const;
    void fillBlock(Block block);
    void split(const Block& block);
    void fillStraight(const Block& block);
    void fillExactly(const Block& block);
    void put(int x, int y, glm::dvec2 spot);

    const ElevationRaster& raster_;
    const Projection& projection_;
    Relief& relief_;
    int columns_ = 0, rows_ = 0;
    std::vector<Spot> spots_;  ///< at the corners of the largest blocks
};

}  // namespace ebbflow::geo
