#pragma once
// Years as people write them and one can read for certain. What may mean two years is left to
// others.

#include <string>
#include <string_view>

namespace ebbflow::core {

/// `733 BC`, `AD 79`, `843` and `1952.0` as EDTF writes the year, with a mark of doubt if one
/// follows; empty for all else.
[[nodiscard]] std::string yearOfPeople(std::string_view text);

}  // namespace ebbflow::core
