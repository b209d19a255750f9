#pragma once
// The period that a draft's movements take together, or, where nothing moves, the areas of its map,
// as a chapter's date.

#include <string>

#include "intake/draft.hpp"

namespace ebbflow::intake {

/// EDTF, as coarse as whole years, months or days allow and as fine as any clock asks for; empty
/// where none has a date.
[[nodiscard]] std::string datesOf(const Draft& draft);

}  // namespace ebbflow::intake
