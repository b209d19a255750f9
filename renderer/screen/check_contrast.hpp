#pragma once
// Whether words can be read on a ground that a step has graded.

#include "core/diagnostic.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

/// WCAG 2.1, 1.4.3: what small type needs against its ground.
constexpr double kReadableContrast = 4.5;

/// The contrast of the faintest words of the screen against the brightest level land of a map that
/// is graded so: 1…21, by WCAG 2.1.
[[nodiscard]] double contrastOn(const picture::Grade& grade);

/// A warning for each step whose grade makes land too bright for them.
void checkContrast(const Page& page, core::Diagnostics& diagnostics);

}  // namespace ebbflow::screen
