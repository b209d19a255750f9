#pragma once
// How long people need to read a text, and so how long a caption must stand. It decides no times of
// the film; the timeline does.

#include <string_view>

namespace ebbflow::text {

/// One reading: 15 Latin or Cyrillic characters a second, or 5 Han; mixed text is summed. Spaces
/// count among Latin. In a language written with Han, figures and marks take as long as Han.
/// The asterisks of markup.hpp are not read.
[[nodiscard]] double readingSeconds(std::string_view text, std::string_view language);

/// The least a caption stands: one and a half readings, never under 3 s.
[[nodiscard]] double captionSeconds(std::string_view text, std::string_view language);

}  // namespace ebbflow::text
