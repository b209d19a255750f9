#pragma once
// Which chapters a run writes, each into a file of its own, with how much film on either side. It
// counts frames and draws none.

#include <string>
#include <vector>

#include "ebbflow/render_options.hpp"
#include "frame/edit_list.hpp"
#include "frame/plan.hpp"
#include "video/parts.hpp"

namespace ebbflow::tools {

/// The chapters asked for, without their handles; empty when none are. Throws UsageError for one
/// that there is not, and for words that do not go together.
[[nodiscard]] std::vector<frame::EditEvent> chaptersAsked(const RenderOptions& options,
                                                          const frame::Plan& plan,
                                                          const core::FrameRate& rate);

/// The frames of --chapter with its handles, as many as the film has.
[[nodiscard]] video::FrameRange chapterOf(const RenderOptions& options, const frame::Plan& plan,
                                          const core::FrameRate& rate);

/// On standard error: what the handles of a chapter lack at the film's ends.
void sayWhatHandlesLack(const RenderOptions& options, const frame::EditEvent& chapter,
                        std::int64_t filmEnd);

}  // namespace ebbflow::tools
