#pragma once
// Place names as keys for looking up: without letter case, Latin accents, and the difference of
// hyphen, underscore and space. It is for comparing only, never for showing.

#include <string>
#include <string_view>

namespace ebbflow::geo {

/// `Łódź` → `lodz`, `Ürümqi` → `urumqi`, `Ulan-Ude` → `ulan ude`, `Xi'an` → `xian`, `МОСКВА` →
/// `москва`. Bytes that are no UTF-8 pass unchanged.
[[nodiscard]] std::string foldName(std::string_view name);

}  // namespace ebbflow::geo
