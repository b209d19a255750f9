#include "geo/raster_size.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>

namespace ebbflow::geo {

namespace {

std::uint64_t product(int width, int height) {
    return static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
}

/// What GDAL unpacks in one go.
std::uint64_t blockBytes(GDALRasterBand& band) {
    int width = 0, height = 0;
    band.GetBlockSize(&width, &height);
    return product(width, height) *
           static_cast<std::uint64_t>(GDALGetDataTypeSizeBytes(band.GetRasterDataType()));
}

}  // namespace

std::string rasterFault(GDALDataset& raster, std::uint64_t mostPixels, const core::Limits& limits) {
    const int width = raster.GetRasterXSize(), height = raster.GetRasterYSize();
    if (product(width, height) > mostPixels)
        return fmt::format("has {} x {} pixels, more than {} million; {}", width, height,
                           mostPixels / 1'000'000, core::kLiftLimits);
    if (const std::uint64_t block = blockBytes(*raster.GetRasterBand(1)); block > limits.blockBytes)
        return fmt::format("is packed in pieces of {} MB, more than {}; {}", block >> 20,
                           limits.blockBytes >> 20, core::kLiftLimits);
    return {};
}

}  // namespace ebbflow::geo
