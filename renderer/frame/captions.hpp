#pragma once
// How captions are set: the column they have, and the words as a paragraph.

#include "frame/plan.hpp"

namespace ebbflow::frame {

/// Width of the captions' column, reference pixels.
[[nodiscard]] double captionColumn(const Plan& plan);
[[nodiscard]] text::Paragraph captionWords(const Plan& plan, const PlannedCaption& caption);

}  // namespace ebbflow::frame
