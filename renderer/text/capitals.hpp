#pragma once
// Words in capitals, for every script that has them. Han stays as it is.

#include <string>
#include <string_view>

namespace ebbflow::text {

/// `words` (UTF-8) in capitals, by Unicode's rules and no country's.
[[nodiscard]] std::string capitals(std::string_view words);

/// `words` with its first letter a capital.
[[nodiscard]] std::string withCapital(std::string_view words);

}  // namespace ebbflow::text
