#pragma once
// Whether a raster is of a size that may be read: a few megabytes of a file can promise thousands
// of millions of pixels. Looked at before any is unpacked. Private to this room.

#include <cstdint>
#include <string>

#include "core/limits.hpp"

class GDALDataset;

namespace ebbflow::geo {

/// What is too large about it, in words, or nothing; it has one band at least.
[[nodiscard]] std::string rasterFault(GDALDataset& raster, std::uint64_t mostPixels,
                                      const core::Limits& limits);

}  // namespace ebbflow::geo
