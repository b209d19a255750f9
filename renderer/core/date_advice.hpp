#pragma once
// What to say of a date that is not written as EDTF. It guesses nothing: a form that means two days
// is named as two.

#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::core {

/// The patterns of `date_format` that could have made this text, such as `M/D/Y`.
[[nodiscard]] std::vector<std::string_view> formsLike(std::string_view text);

/// "`Sept 1951` is no date; …": what to write instead, or which column setting reads it.
[[nodiscard]] std::string notADate(std::string_view text);

}  // namespace ebbflow::core
