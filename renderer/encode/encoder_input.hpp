#pragma once
// Frames in the form that an encoder of libav takes: the planes as they are, or, for the formats of
// slides, another order of bytes or a palette. It encodes nothing.

#include "encode/codec.hpp"
#include "encode/libav.hpp"
#include "encode/planes.hpp"

namespace ebbflow::encode {

/// libav's number of the pixel format that the codec's encoder gets.
[[nodiscard]] int encoderInput(Codec codec, PixelFormat format);

/// The frame, which owns the planes where no other form is asked for: then no copy is made, and
/// they go back to their pool with it.
[[nodiscard]] libav::Frame frameFor(Codec codec, Planes planes);

}  // namespace ebbflow::encode
