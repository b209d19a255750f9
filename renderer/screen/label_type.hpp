#pragma once
// How a name on the map is set: cities plain, states in spaced capitals, waters in blue italics. It
// knows type, not places.

#include <string>

#include "core/colour.hpp"
#include "screen/planned_label.hpp"

namespace ebbflow::screen {

/// `rank`: of states and waters, 0 = the greatest.
[[nodiscard]] text::Paragraph labelWords(const std::string& name, LabelLook look, int rank,
                                         const std::string& language);

[[nodiscard]] core::Colour labelColour(const PlannedLabel& label);
/// 0…1 while the name is wholly there.
[[nodiscard]] double labelStrength(const PlannedLabel& label);

}  // namespace ebbflow::screen
