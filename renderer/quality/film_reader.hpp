#pragma once
// A film file decoded once from beginning to end: every picture made small for the gate, the levels
// of every picture, the loudness of every track, and the facts of the container. It judges nothing
// and knows no preset.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "core/image.hpp"
#include "quality/film_facts.hpp"
#include "quality/levels.hpp"

namespace ebbflow::quality {

/// What there is of a frame: a small picture, and its levels where the signal has limited range.
struct ReadFrame {
    std::int64_t index = 0;
    core::Image small;
    std::optional<LevelCount> levels;
};

/// What a file says before anything of it is decoded. Throws core::Failure when it is no film.
[[nodiscard]] FilmFacts factsOf(const std::filesystem::path& path);

/// Decodes all of it; `frame` gets every picture in order. The facts then also hold what only
/// decoding tells. Throws core::Failure when the file cannot be read.
[[nodiscard]] FilmFacts readFilm(const std::filesystem::path& path,
                                 const std::function<void(const ReadFrame&)>& frame);

}  // namespace ebbflow::quality
