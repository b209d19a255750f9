#pragma once
// What has to be added to one frame to get another, in the space its samples are in: display values
// as editors add them, or linear light where samples are floats. It does not ask how the frames
// came about.

#include "encode/planes.hpp"

namespace ebbflow::encode {

/// Leaves in `whole` what must be added to `part` to get what `whole` was, on black: sample for
/// sample whole = part + result, with black (Y′CbCr: and grey) counted once. Both are of one format
/// and size; alpha becomes opaque.
void subtract(Planes& whole, const Planes& part);

/// Of linear floats: makes `own`, words on a transparent ground, what laid over `under` gives
/// `whole` exactly, own + (1 − alpha) under; its alpha stays. The picture itself is put together in
/// display values, so light edges differ from those of `own` as it came, and may be a little below
/// 0.
void layOver(Planes& own, const Planes& under, const Planes& whole);

}  // namespace ebbflow::encode
