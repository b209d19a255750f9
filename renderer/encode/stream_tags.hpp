#pragma once
// The tags that say how the pixels are meant, put on everything of libav that carries them. libav
// leaves each of them unset unless told, and players then guess. It converts nothing.

#include "encode/planes.hpp"

struct AVCodecContext;
struct AVCodecParameters;
struct AVFrame;

namespace ebbflow::encode {

/// libav's number of the format.
[[nodiscard]] int libavFormat(PixelFormat format);

/// BT.709 primaries, transfer and matrix, limited range, square pixels, progressive; halved chroma
/// is centre-sited, for it is the mean of 2 × 2 pixels. R′G′B′ is full range with sRGB's transfer,
/// floats are linear.
void tag(AVCodecContext& encoder, PixelFormat format);
void tag(AVCodecParameters& stream, PixelFormat format);
void tag(AVFrame& frame, PixelFormat format);

}  // namespace ebbflow::encode
