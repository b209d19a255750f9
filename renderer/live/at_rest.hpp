#pragma once
// Whether two moments are the same picture, though time has passed between them. Then nothing need
// be drawn.

#include "picture/description.hpp"

namespace ebbflow::live {

/// Descriptions that differ in nothing but their clocks, and in nothing that goes by those: no
/// light of `lights` under way, nothing that shimmers.
[[nodiscard]] bool samePicture(const picture::FrameDescription& a,
                               const picture::FrameDescription& b, const picture::Lights& lights);

/// Whether a picture goes by its clocks.
[[nodiscard]] bool livesByItsClock(const picture::FrameDescription& frame,
                                   const picture::Lights& lights);

}  // namespace ebbflow::live
