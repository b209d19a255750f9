#pragma once
// Place names as keys for looking up: without letter case, accents, and the difference of hyphen,
// underscore and space. It is for comparing only, never for showing.

#include <string>
#include <string_view>

namespace ebbflow::geo {

/// `Łódź` → `lodz`, `Ürümqi` → `urumqi`, `Ulan-Ude` → `ulan ude`, `Xi'an` → `xian`, `МОСКВА` →
/// `москва`. Letters of other scripts keep what belongs to them: `й` is not `и`. A name that is not
/// UTF-8 is its own key.
[[nodiscard]] std::string foldName(std::string_view name);

}  // namespace ebbflow::geo
