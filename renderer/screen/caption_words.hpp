#pragma once
// How captions are set: the column they have, their type, and the words as a paragraph. When and
// where they stand is not its matter.

#include "screen/lettering.hpp"
#include "screen/overlay.hpp"

namespace ebbflow::screen {

/// Width of the captions' column, reference pixels.
[[nodiscard]] double captionColumn(const story::Story& story);
[[nodiscard]] Type captionType(const story::Story& story);
[[nodiscard]] text::Paragraph captionWords(const Lettering& letters,
                                           const story::PlannedCaption& caption);

}  // namespace ebbflow::screen
