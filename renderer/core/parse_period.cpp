// parsePeriod(): what EDTF and people write, and a sentence for all else.

#include <fmt/format.h>

#include "core/date.hpp"
#include "core/date_advice.hpp"
#include "core/edtf.hpp"

namespace ebbflow::core {

PeriodOrFault parsePeriod(std::string_view text) {
    auto [period, reason] = readEdtf(text);
    if (period) return {period, {}};
    return {std::nullopt, reason.empty() ? notADate(text) : fmt::format("`{}`: {}", text, reason)};
}

}  // namespace ebbflow::core
