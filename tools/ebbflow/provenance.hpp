#pragma once
// What a render was made from and by, for its manifest: hashes of every input file, the renderer's
// name.

#include "frame/plan.hpp"
#include "gl/context.hpp"
#include "video/manifest.hpp"

namespace ebbflow::tools {

/// Reads every input file once. A file that cannot be read is recorded as such.
[[nodiscard]] video::Provenance provenanceOf(const frame::Plan& plan,
                                             const gl::ContextFacts& facts);

}  // namespace ebbflow::tools
