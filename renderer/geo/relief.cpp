#include "geo/relief.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <glm/geometric.hpp>

#include "core/error.hpp"
#include "geo/blur.hpp"
#include "geo/elevation_raster.hpp"

namespace ebbflow::geo {

namespace {

constexpr int kMostPixelsAcross = 4096;
constexpr double kMostPixels = 5e6;
constexpr double kFinestKm = 2.5;
/// Blur that hides eight-bit steps of elevation in the shading; found by looking, see geodata's
/// notes.
constexpr double kBlurKm = 4.0;
constexpr int kCell = 16;  ///< pixels between exact inverse projections

core::MapBox intersected(const core::MapBox& a, const core::MapBox& b) {
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX),
            std::min(a.maxY, b.maxY)};
}

bool shows(const Domain& domain, core::LonLat& position) {
    if (domain.shape == Domain::Shape::window) {
        position.lon += 360.0 * std::round((domain.centre.lon - position.lon) / 360.0);
    }
    return domain.insideness(position) >= 0;
}

/// The part of the map plane that the raster covers, found on a net of its pixels.
core::MapBox coverage(const ElevationRaster& raster, const Projection& projection,
                      const Domain& domain) {
    constexpr int kColumns = 96, kRows = 48;
    PlaneBox box;
    for (int row = 0; row <= kRows; ++row) {
        for (int column = 0; column <= kColumns; ++column) {
            auto position =
                raster.positionOf({static_cast<double>(column) * raster.width() / kColumns,
                                   static_cast<double>(row) * raster.height() / kRows});
            if (!position || !shows(domain, *position)) continue;
            if (const auto p = projection.forward(*position)) box.add({p->x, p->y});
        }
    }
    if (box.empty()) return {};
    return {box.low.x, box.low.y, box.high.x, box.high.y};
}

double pixelKm(const core::MapBox& extent) {
    const double byCount = std::sqrt(extent.width() * extent.height() / kMostPixels);
    const double bySide = std::max(extent.width(), extent.height()) / kMostPixelsAcross;
    return std::max({kFinestKm, byCount, bySide});
}

/// Where the relief's pixels lie in the raster: exact at the corners of cells, between them as
/// straight as the map allows.
class PixelMap {
public:
    PixelMap(const ElevationRaster& raster, const Projection& projection, const Relief& relief)
        : raster_(raster), projection_(projection), relief_(relief) {}

    [[nodiscard]] std::optional<glm::dvec2> exact(double column, double row, double nearX) const {
        const auto& e = relief_.extent;
        const core::MapPoint p{e.minX + e.width() * column / relief_.width,
                               e.maxY - e.height() * row / relief_.height};
        const auto position = projection_.inverse(p);
        return position ? raster_.pixelOf(*position, nearX) : std::nullopt;
    }

private:
    const ElevationRaster& raster_;
    const Projection& projection_;
    const Relief& relief_;
};

using Corner = std::optional<glm::dvec2>;

glm::dvec2 mix4(const std::array<Corner, 4>& c, double u, double v) {
    return (*c[0] * (1 - u) + *c[1] * u) * (1 - v) + (*c[2] * (1 - u) + *c[3] * u) * v;
}

class Resampler {
public:
    Resampler(const ElevationRaster& raster, const PixelMap& map, Relief& relief)
        : raster_(raster), map_(map), relief_(relief) {}

    /// The raster's pixels that will be needed.
    [[nodiscard]] PlaneBox needed() const {
        PlaneBox box;
        for (const Corner& c : corners_) {
            if (c) box.add({wrapped(c->x), c->y});
        }
        return box;
    }

    void placeCorners() {
        columns_ = (relief_.width + kCell - 1) / kCell + 1;
        rows_ = (relief_.height + kCell - 1) / kCell + 1;
        for (int row = 0; row < rows_; ++row) {
            for (int column = 0; column < columns_; ++column) {
                corners_.push_back(map_.exact(column * kCell, row * kCell, middle()));
            }
        }
    }

    void fill() {
        for (int row = 0; row + 1 < rows_; ++row) {
            for (int column = 0; column + 1 < columns_; ++column) fillCell(column, row);
        }
    }

private:
    [[nodiscard]] double middle() const { return raster_.width() / 2.0; }
    [[nodiscard]] double wrapped(double x) const {
        const double turn = raster_.columnsPerTurn();
        return turn > 0 ? x + turn * std::round((middle() - x) / turn) : x;
    }
    [[nodiscard]] Corner corner(int column, int row) const {
        return corners_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                        static_cast<std::size_t>(column)];
    }

    /// Whether the mixture of corners is right in the cell's middle, to half a pixel of the raster.
    [[nodiscard]] bool isStraight(std::array<Corner, 4>& c, int column, int row) const {
        for (Corner& one : c) {
            if (!one) return false;
            const double turn = raster_.columnsPerTurn();
            if (turn > 0) one->x += turn * std::round((c[0]->x - one->x) / turn);
        }
        const Corner truth =
            map_.exact((column + 0.5) * kCell, (row + 0.5) * kCell, mix4(c, 0.5, 0.5).x);
        return truth && glm::length(*truth - mix4(c, 0.5, 0.5)) < 0.5;
    }

    void fillCell(int column, int row) {
        std::array<Corner, 4> c{corner(column, row), corner(column + 1, row),
                                corner(column, row + 1), corner(column + 1, row + 1)};
        const bool nothing =
            std::ranges::none_of(c, [](const Corner& one) { return one.has_value(); });
        if (nothing) return;
        const bool straight = isStraight(c, column, row);
        const int right = std::min(relief_.width, (column + 1) * kCell);
        const int bottom = std::min(relief_.height, (row + 1) * kCell);
        for (int y = row * kCell; y < bottom; ++y) {
            float* out = relief_.metres.data() +
                         static_cast<std::size_t>(y) * static_cast<std::size_t>(relief_.width);
            const double v = (y + 0.5) / kCell - row;
            for (int x = column * kCell; x < right; ++x) {
                const Corner p = straight ? Corner(mix4(c, (x + 0.5) / kCell - column, v))
                                          : map_.exact(x + 0.5, y + 0.5, middle());
                if (p) out[x] = raster_.sample(wrapped(p->x), p->y);
            }
        }
    }

    const ElevationRaster& raster_;
    const PixelMap& map_;
    Relief& relief_;
    int columns_ = 0, rows_ = 0;
    std::vector<Corner> corners_;
};

Relief resampled(ElevationRaster& raster, const Projection& projection,
                 const core::MapBox& extent) {
    const double km = pixelKm(extent);
    Relief relief;
    relief.extent = extent;
    relief.width = std::max(1, static_cast<int>(extent.width() / km));
    relief.height = std::max(1, static_cast<int>(extent.height() / km));
    relief.metres.resize(static_cast<std::size_t>(relief.width) *
                         static_cast<std::size_t>(relief.height));
    const PixelMap map(raster, projection, relief);
    Resampler resampler(raster, map, relief);
    resampler.placeCorners();
    const PlaneBox needed = resampler.needed();
    if (needed.empty()) return {};
    raster.load(needed, km * 1000.0 / raster.pixelMetres() / 1.5);
    resampler.fill();
    gaussianBlur(relief.metres, relief.width, relief.height, std::max(0.8, kBlurKm / km));
    return relief;
}

}  // namespace

Relief readRelief(const ReliefRequest& request, const Projection& projection, const Domain& domain,
                  core::Diagnostics& diagnostics) {
    const auto fail = [&](const std::string& why) {
        diagnostics.error(request.file.place, fmt::format("{}: {}", request.file.path, why));
        return Relief{};
    };
    try {
        ElevationRaster raster(request.file.path, request.network);
        core::MapBox extent = coverage(raster, projection, domain);
        if (request.focus) extent = intersected(extent, *request.focus);
        if (extent.width() <= 0 || extent.height() <= 0) {
            diagnostics.warning(request.file.place,
                                fmt::format("{}: lies outside of the map", request.file.path));
            return {};
        }
        return resampled(raster, projection, extent);
    } catch (const core::Failure& failure) {
        return fail(failure.what());
    }
}

}  // namespace ebbflow::geo
