#include "geo/resample.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace ebbflow::geo {

namespace {

constexpr int kLargest = 16;  ///< pixels across a block
constexpr int kSmallest = 2;  ///< smaller ones are not worth splitting

}  // namespace

Resampler::Resampler(const ElevationRaster& raster, const Projection& projection, Relief& relief)
    : raster_(raster),
      projection_(projection),
      relief_(relief),
      columns_((relief.width + kLargest - 1) / kLargest + 1),
      rows_((relief.height + kLargest - 1) / kLargest + 1) {
    spots_.reserve(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            spots_.push_back(exact(column * kLargest, row * kLargest, middle()));
        }
    }
}

Resampler::Spot Resampler::exact(double x, double y, double nearX) const {
    const core::MapBox& e = relief_.extent;
    const auto position = projection_.inverse(
        {e.minX + e.width() * x / relief_.width, e.maxY - e.height() * y / relief_.height});
    return position ? raster_.pixelOf(*position, nearX) : std::nullopt;
}

double Resampler::onTurnOf(double reference, double x) const {
    const double turn = raster_.columnsPerTurn();
    return turn > 0 ? x + turn * std::round((reference - x) / turn) : x;
}

PlaneBox Resampler::needed() const {
    PlaneBox box;
    for (const Spot& spot : spots_) {
        if (spot) box.add({onTurnOf(middle(), spot->x), spot->y});
    }
    return box;
}

void Resampler::fill() {
    for (int row = 0; row + 1 < rows_; ++row) {
        for (int column = 0; column + 1 < columns_; ++column) fillBlock(firstBlock(column, row));
    }
}

Resampler::Block Resampler::firstBlock(int column, int row) const {
    const auto at = [&](int c, int r) {
        return spots_[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) +
                      static_cast<std::size_t>(c)];
    };
    return {column * kLargest,
            row * kLargest,
            kLargest,
            {at(column, row), at(column + 1, row), at(column, row + 1), at(column + 1, row + 1)}};
}

/// Whether the mean of the corners is right in the middle, to half a pixel of either grid. Puts the
/// corners on one turn of the globe.
bool Resampler::isStraight(Block& block) const {
    auto& c = block.corners;
    for (Spot& corner : c) {
        if (!corner) return false;
        corner->x = onTurnOf(c[0]->x, corner->x);
    }
    const glm::dvec2 mean = (*c[0] + *c[1] + *c[2] + *c[3]) / 4.0;
    const double half = block.size / 2.0;
    const Spot truth = exact(block.x + half, block.y + half, mean.x);
    const double coarser = std::min(glm::length(*c[1] - *c[0]), glm::length(*c[2] - *c[0]));
    return truth && glm::length(*truth - mean) < 0.5 * std::max(1.0, coarser / block.size);
}

void Resampler::fillBlock(Block block) {
    const bool outside = block.x >= relief_.width || block.y >= relief_.height ||
                         std::ranges::none_of(block.corners, &Spot::has_value);
    if (outside) return;
    if (isStraight(block)) {
        fillStraight(block);
    } else if (block.size > kSmallest) {
        split(block);
    } else {
        fillExactly(block);
    }
}

void Resampler::split(const Block& block) {
    const int half = block.size / 2;
    const auto& c = block.corners;
    const auto spot = [&](int x, int y) { return exact(block.x + x, block.y + y, middle()); };
    const Spot top = spot(half, 0), left = spot(0, half), centre = spot(half, half);
    const Spot right = spot(block.size, half), bottom = spot(half, block.size);
    fillBlock({block.x, block.y, half, {c[0], top, left, centre}});
    fillBlock({block.x + half, block.y, half, {top, c[1], centre, right}});
    fillBlock({block.x, block.y + half, half, {left, centre, c[2], bottom}});
    fillBlock({block.x + half, block.y + half, half, {centre, right, bottom, c[3]}});
}

void Resampler::fillStraight(const Block& block) {
    const auto& c = block.corners;
    const int right = std::min(block.size, relief_.width - block.x);
    const int bottom = std::min(block.size, relief_.height - block.y);
    for (int y = 0; y < bottom; ++y) {
        const double v = (y + 0.5) / block.size;
        const glm::dvec2 start = *c[0] * (1 - v) + *c[2] * v;
        const glm::dvec2 end = *c[1] * (1 - v) + *c[3] * v;
        const glm::dvec2 step = (end - start) / static_cast<double>(block.size);
        for (int x = 0; x < right; ++x) put(block.x + x, block.y + y, start + step * (x + 0.5));
    }
}

void Resampler::fillExactly(const Block& block) {
    for (int y = block.y; y < std::min(block.y + block.size, relief_.height); ++y) {
        for (int x = block.x; x < std::min(block.x + block.size, relief_.width); ++x) {
            if (const Spot spot = exact(x + 0.5, y + 0.5, middle())) put(x, y, *spot);
        }
    }
}

void Resampler::put(int x, int y, glm::dvec2 spot) {
    relief_.metres[static_cast<std::size_t>(y) * static_cast<std::size_t>(relief_.width) +
                   static_cast<std::size_t>(x)] =
        raster_.sample(onTurnOf(middle(), spot.x), spot.y);
}

}  // namespace ebbflow::geo
