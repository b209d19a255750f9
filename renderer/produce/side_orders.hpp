#pragma once
// What a film of a run has beside its pictures: which captions and which sound, counted from its
// own first frame.

#include <filesystem>
#include <memory>

#include "delivery/parts.hpp"
#include "encode/side_tracks.hpp"
#include "frame/plan.hpp"
#include "produce/watcher.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// In a film without words nobody speaks either. Throws Refusal for a language that the film has
/// not, and for tracks that the output has no room for.
[[nodiscard]] std::shared_ptr<const encode::SideTracks> sideOf(const RenderWish& wish,
                                                               const frame::Plan& plan,
                                                               const delivery::FrameRange& range,
                                                               const core::FrameRate& rate);

/// Reads all of it once: throws core::Failure for what cannot be decoded, and warns where the mix
/// is over full scale, or of a film that has no room for it.
void checkSound(const encode::Soundtrack& sound, const std::filesystem::path& film,
                Watcher& watcher);

}  // namespace ebbflow::produce
