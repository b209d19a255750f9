#include "geo/relief.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/error.hpp"
#include "geo/blur.hpp"
#include "geo/elevation_raster.hpp"
#include "geo/resample.hpp"

namespace ebbflow::geo {

namespace {

constexpr int kMostPixelsAcross = 4096;
constexpr double kMostPixels = 3e6;
constexpr double kFinestKm = 2.5;
/// Blur that hides eight-bit steps of elevation in the shading; found by looking, see geodata's
/// notes.
constexpr double kBlurKm = 4.0;

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

Relief resampled(ElevationRaster& raster, const Projection& projection,
                 const core::MapBox& extent) {
    const double km = pixelKm(extent);
    Relief relief;
    relief.extent = extent;
    relief.width = std::max(1, static_cast<int>(extent.width() / km));
    relief.height = std::max(1, static_cast<int>(extent.height() / km));
    relief.metres.resize(static_cast<std::size_t>(relief.width) *
                         static_cast<std::size_t>(relief.height));
    Resampler resampler(raster, projection, relief);
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
        ElevationRaster raster(request.file.path, request.access);
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
