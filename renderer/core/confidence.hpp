#pragma once
// How sure a figure is: the five marks of the project, from strongest to weakest.

#include <array>
#include <optional>
#include <string_view>

namespace ebbflow::core {

enum class Confidence { documented, estimate, interpolated, disputed, unverified };

inline constexpr std::array<std::string_view, 5> kConfidenceNames{
    "documented", "estimate", "interpolated", "disputed", "unverified"};

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
