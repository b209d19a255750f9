#pragma once
// R′G′B′ pictures into Y′CbCr planes: the reference against which the GPU's pass is held, and the
// way for pictures that never were on a GPU. It changes the matrix and the range only; the sRGB
// codes go through as they are, with no second transfer curve, which would crush a night map.

#include "core/float_image.hpp"
#include "core/image.hpp"
#include "encode/planes.hpp"

namespace ebbflow::encode {

/// The planes of `image` in `format`; alpha is ignored for Y′CbCr and kept for RGBA.
///
/// ITU-R BT.709-6, item 3: Y′ = 0.2126 R′ + 0.7152 G′ + 0.0722 B′, Cb = (B′ − Y′) / 1.8556,
/// Cr = (R′ − Y′) / 1.5748, quantised to limited range as Y = 16 + 219 Y′ and C = 128 + 224 C.
/// Worked in whole numbers, so each value is the exact one rounded half up. Halved chroma is the
/// mean of its 2 × 2 pixels before rounding, so it is sited at their centre; at an odd edge the
/// last column or row counts twice.
[[nodiscard]] Planes planesFromImage(const core::Image& image, PixelFormat format);
/// The same into a frame of a pool; throws core::Failure when the sizes differ.
void convert(const core::Image& image, Planes& planes);

/// From a picture that was never quantised: sRGB-encoded, premultiplied, as the painter's float
/// read-back gives it. Alpha is straight but in the float formats, which are linear light too.
/// Halved chroma with alpha is the mean by alpha, so that edges keep their hue.
void convert(const core::FloatImage& picture, Planes& planes);
[[nodiscard]] Planes planesFromFloats(const core::FloatImage& picture, PixelFormat format);

/// The way back, as a player does it, with the nearest chroma sample: for screenshots and tests.
/// Of 8-bit formats without an alpha plane only.
[[nodiscard]] core::Image imageFromPlanes(const Planes& planes);

}  // namespace ebbflow::encode
