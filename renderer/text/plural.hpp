#pragma once
// Which form of a noun a whole number asks for, after the Unicode CLDR plural rules. Knows grammar,
// not words.

#include <cstdint>
#include <string_view>

namespace ebbflow::text {

/// The suffix of the key that holds the form: `_one`, `_few`, `_many`, or nothing for the bare key.
/// East Slavic and Polish have all; Chinese, Japanese, Korean, Vietnamese, Thai and Indonesian
/// none; every other language is taken to set one apart.
[[nodiscard]] std::string_view pluralForm(std::int64_t n, std::string_view language);

}  // namespace ebbflow::text
