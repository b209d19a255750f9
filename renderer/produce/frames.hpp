#pragma once
// A film's frames for whoever does with them what they like: pictures one after the other, without
// an encoder and without a file.

#include <cstdint>
#include <functional>

#include "core/image.hpp"
#include "produce/watcher.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// Takes frame `frame` of the film, counted from 0 whatever part of it is drawn.
using FrameSink = std::function<void(std::int64_t frame, const core::Image& picture)>;

/// Draws the frames that the wish asks for, in order, and hands each over as soon as it is drawn,
/// 8 bits a channel; what `still` draws at those times. Of the wish only scene, language, span,
/// layers and what is said of the picture matter. False when the scene has faults, which the
/// watcher is told; nothing is drawn then. Throws Refusal for a wish for several films, and
/// core::Failure.
[[nodiscard]] bool drawFrames(const RenderWish& wish, const FrameSink& sink, Watcher& watcher);

}  // namespace ebbflow::produce
