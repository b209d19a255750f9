#pragma once
// What a render is made from and by, for its manifest: hashes of the program and of every file that
// went into it, the renderer's name.

#include <string>

#include "delivery/manifest.hpp"
#include "frame/plan.hpp"
#include "gl/context.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// Facts of what the pixels are made from, alike on every machine: the program, every input file,
/// fonts, shaders, and a draft's marks where they are burnt in. Reads each file once. A file that
/// cannot be read is recorded as such.
[[nodiscard]] delivery::Provenance provenanceOf(const frame::Plan& plan, const RenderWish& wish);

/// What drew them: that GL, or with none the processor's vectors.
[[nodiscard]] delivery::Provenance rendererOf(const gl::ContextFacts* gl);

}  // namespace ebbflow::produce
