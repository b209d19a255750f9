#pragma once
// Reads a photograph, document or map from a PNG, JPEG or TIFF (or whatever else GDAL opens as a
// picture) into 8-bit RGBA. It takes the samples as sRGB, whatever profile the file carries, and
// reads no more of them than a film can show.

#include <optional>
#include <string>

#include "core/access.hpp"
#include "core/diagnostic.hpp"
#include "core/image.hpp"

namespace ebbflow::geo {

/// The longest side that is kept; larger pictures are averaged down as they are read.
inline constexpr int kMostImagePixels = 4096;

/// Nothing, and an error at `place`, where the file is missing or holds no picture.
[[nodiscard]] std::optional<core::Image> readPicture(const std::string& path,
                                                     const core::SourcePlace& place,
                                                     const core::Access& access,
                                                     core::Diagnostics& diagnostics);

}  // namespace ebbflow::geo
