#pragma once
// From which day to which day something is so; both ends included, an absent end is open.

#include <optional>

#include "core/date.hpp"

namespace ebbflow::core {

struct Validity {
    std::optional<Day> from;
    std::optional<Day> to;
    [[nodiscard]] bool covers(Day day) const {
        return (!from || *from <= day) && (!to || day <= *to);
    }
    friend bool operator==(const Validity&, const Validity&) = default;
};

}  // namespace ebbflow::core
