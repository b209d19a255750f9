#pragma once
// Shots that come nearer than the map data carries. It looks at how wide a shot is and at what each
// layer says of itself; it does not measure the shapes.

#include "core/diagnostic.hpp"
#include "story/story.hpp"

namespace ebbflow::story {

/// Detail of a layer may be this many pixels of the film's frame long before it shows as corners.
inline constexpr double kPixelsOfDetail = 8;

/// A warning per shot that some visible layer is too coarse for, with the width from which on all
/// of them are fine.
void checkScales(const Story& story, core::Diagnostics& diagnostics);

}  // namespace ebbflow::story
