#pragma once
// What the manifest beside a film promises of it. It takes from a manifest what it understands and
// holds nothing else against the film.

#include <cstdint>
#include <filesystem>
#include <optional>

#include "quality/film_facts.hpp"

namespace ebbflow::quality {

struct Manifested {
    Promise promise;
    std::int64_t firstFrame = 0;  ///< of the film of the script: a part begins later
};

/// Nothing when no manifest lies beside the film. Throws core::Failure for one that is damaged.
[[nodiscard]] std::optional<Manifested> manifestOf(const std::filesystem::path& film);

}  // namespace ebbflow::quality
