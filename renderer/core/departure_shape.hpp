#pragma once
// How the departures of one row are spread over its period: no source says it, so the script does.

#include <array>
#include <optional>
#include <string_view>

#include "core/enum_size.hpp"

namespace ebbflow::core {

enum class DepartureShape {
    even,
    firstMany,  ///< many at first, and ever fewer
    lastFew     ///< evenly, until the last ones leave singly
};

inline constexpr auto kDepartureShapes =
    std::to_array<std::string_view>({"even", "first-many", "last-few"});
static_assert(kDepartureShapes.size() == enumSize<DepartureShape>());

[[nodiscard]] constexpr std::optional<DepartureShape> parseDepartureShape(std::string_view text) {
    for (std::size_t i = 0; i < kDepartureShapes.size(); ++i) {
        if (kDepartureShapes[i] == text) return static_cast<DepartureShape>(i);
    }
    return std::nullopt;
}

}  // namespace ebbflow::core
