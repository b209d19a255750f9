#pragma once
// EDTF and what people write beside it, taken apart: see parsePeriod(), which says what is wrong
// with the rest.

#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"

namespace ebbflow::core {

/// A period, or why it is none, where there is more to say than that.
struct PeriodOrReason {
    std::optional<Period> period;
    std::string reason;
};

[[nodiscard]] PeriodOrReason readEdtf(std::string_view text);

}  // namespace ebbflow::core
