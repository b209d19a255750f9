#pragma once
// What a film of a run has beside its pictures: which captions and which sound, counted from its
// own first frame.

#include <memory>

#include <filesystem>

#include "ebbflow/render_options.hpp"
#include "frame/plan.hpp"
#include "video/parts.hpp"
#include "video/side_tracks.hpp"

namespace ebbflow::tools {

/// In a film without words nobody speaks either. Throws UsageError for a language that the film has
/// not, and for tracks that the output has no room for.
[[nodiscard]] std::shared_ptr<const video::SideTracks> sideOf(const RenderOptions& options,
                                                              const frame::Plan& plan,
                                                              const video::FrameRange& range,
                                                              const core::FrameRate& rate);

/// Reads all of it once: throws core::Failure for what cannot be decoded, and says on standard
/// error where the mix is over full scale, or that the film has no room for it.
void checkSound(const video::Soundtrack& sound, const std::filesystem::path& film);

}  // namespace ebbflow::tools
