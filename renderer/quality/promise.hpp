#pragma once
// What the manifest beside a film promises of it. It takes from a manifest what it understands and
// holds nothing else against the film.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "quality/film_facts.hpp"

namespace ebbflow::quality {

struct Manifested {
    Promise promise;
    std::int64_t firstFrame = 0;  ///< of the film of the script: a part begins later
};

/// Nothing when no manifest lies beside the film. Throws core::Failure for one that is damaged.
[[nodiscard]] std::optional<Manifested> manifestOf(const std::filesystem::path& film);

/// libav's name of the profile that this program's name of a codec asks for; empty where it asks
/// for none, or where decoders do not tell it.
[[nodiscard]] std::string libavProfile(std::string_view name);

/// libav's name of what this program calls a codec; empty for one that is no single one of libav's.
[[nodiscard]] std::string libavCodec(std::string_view name);

}  // namespace ebbflow::quality
