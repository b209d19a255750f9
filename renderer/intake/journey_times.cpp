#include "intake/journey_readers.hpp"

namespace ebbflow::intake {

std::optional<core::Period> periodOf(std::string_view text) {
    return text.empty() ? std::nullopt : core::parsePeriod(text).period;
}

std::optional<core::Instant> instantOf(std::string_view text) {
    const auto period = periodOf(text);
    return period ? std::optional(period->begin.from) : std::nullopt;
}

}  // namespace ebbflow::intake
