#pragma once
// Everything that a wish asks for, made: films of all versions, layers and chapters, and the papers
// beside them. Until a film is whole there is nothing under its name that was not there before.

#include "produce/watcher.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// False when the scene has faults, which the watcher is told; nothing is made then. Everything
/// that can be known wrong is known before the first frame: throws Refusal for a wish that cannot
/// be carried out, core::Failure when the world fails or the watcher wants an end. What is finished
/// by then is kept for RenderManner::resume.
[[nodiscard]] bool render(const RenderWish& wish, const RenderManner& manner, Watcher& watcher);

}  // namespace ebbflow::produce
