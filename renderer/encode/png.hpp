#pragma once
// Pictures as PNG files, tagged sRGB, the same bytes for the same pixels. 8 or 16 bits a channel.

#include <filesystem>
#include <string>

#include "core/image.hpp"
#include "encode/planes.hpp"

namespace ebbflow::encode {

enum class PngAlpha { keep, drop };

/// Writes NAME.part and renames it. Throws core::Failure, leaving nothing behind.
void writePng(const core::Image& image, const std::filesystem::path& path,
              PngAlpha alpha = PngAlpha::drop);
/// The same from a frame in PixelFormat::rgba8 or rgba16.
void writePng(const Planes& frame, const std::filesystem::path& path,
              PngAlpha alpha = PngAlpha::drop);

/// The same bytes as a file of it would have.
[[nodiscard]] std::string pngBytes(const core::Image& image, PngAlpha alpha = PngAlpha::drop);

/// Any PNG as 8-bit RGBA. Throws core::Failure when it is missing or damaged.
[[nodiscard]] core::Image readPng(const std::filesystem::path& path);

}  // namespace ebbflow::encode
