#pragma once
// How the frames of a finished animated WebP lie over one another, which libav's muxer does not let
// one choose. It changes one bit of each frame in place and nothing else.

#include <filesystem>

namespace ebbflow::delivery {

/// Makes every frame take the place of the one before instead of being blended over it, so that
/// what is gone from a transparent picture is gone (WebP Container Specification, ANMF, `B`).
/// Throws core::Failure when the file holds no frame of an animation or cannot be written.
void setWebpFramesWhole(const std::filesystem::path& file);

}  // namespace ebbflow::delivery
