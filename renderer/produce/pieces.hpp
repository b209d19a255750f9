#pragma once
// Which chapters a run writes, each into a file of its own, with how much film on either side. It
// counts frames and draws none.

#include <string>
#include <vector>

#include "delivery/parts.hpp"
#include "frame/plan.hpp"
#include "papers/edit_list.hpp"
#include "produce/watcher.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// The chapters asked for, without their handles; empty when none are. Throws Refusal for one
/// that there is not, and for words that do not go together.
[[nodiscard]] std::vector<papers::EditEvent> chaptersAsked(const RenderWish& wish,
                                                           const frame::Plan& plan,
                                                           const core::FrameRate& rate);

/// The frames of --chapter with its handles, as many as the film has.
[[nodiscard]] delivery::FrameRange chapterOf(const RenderWish& wish, const frame::Plan& plan,
                                             const core::FrameRate& rate);

/// What the handles of a chapter lack at the film's ends, as a warning.
void sayWhatHandlesLack(const RenderWish& wish, const papers::EditEvent& chapter,
                        std::int64_t filmEnd, Watcher& watcher);

}  // namespace ebbflow::produce
