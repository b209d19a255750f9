#pragma once
// How sure a figure is: the five marks of the project, from strongest to weakest.

#include <array>
#include <optional>
#include <string_view>

#include "core/enum_size.hpp"

namespace ebbflow::core {

enum class Confidence { documented, estimate, interpolated, disputed, unverified };

inline constexpr auto kConfidenceNames = std::to_array<std::string_view>(
    {"documented", "estimate", "interpolated", "disputed", "unverified"});
static_assert(kConfidenceNames.size() == enumSize<Confidence>());

[[nodiscard]] constexpr std::string_view toString(Confidence confidence) {
    return kConfidenceNames[static_cast<std::size_t>(confidence)];
}

[[nodiscard]] constexpr std::optional<Confidence> parseConfidence(std::string_view text) {
    for (std::size_t i = 0; i < kConfidenceNames.size(); ++i) {
        if (kConfidenceNames[i] == text) return static_cast<Confidence>(i);
    }
    return std::nullopt;
}

}  // namespace ebbflow::core
