#pragma once
// The period that a draft's movements take together, as a chapter's date.

#include <string>

#include "intake/draft.hpp"

namespace ebbflow::intake {

/// EDTF, as coarse as whole years, months or days allow and as fine as any clock asks for; empty
/// where no movement has a date.
[[nodiscard]] std::string datesOf(const Draft& draft);

}  // namespace ebbflow::intake
