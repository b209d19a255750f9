#pragma once
// The names that go with a film: its manifest, its folder of segments, its numbered frames. It
// writes nothing.

#include <cstdint>
#include <filesystem>

#include "encode/settings.hpp"

namespace ebbflow::delivery {

/// Where a film and what belongs to it lie.
struct OutputPaths {
    std::filesystem::path film;      ///< the film, or the pattern of numbered frames
    std::filesystem::path manifest;  ///< `NAME.manifest.json`
    std::filesystem::path segments;  ///< `NAME.part.d/`: there while the film is being made
};
/// A folder for numbered frames becomes `FOLDER/%05d.png`. Throws core::Failure for a pattern that
/// does not hold exactly one number.
[[nodiscard]] OutputPaths pathsOf(const std::filesystem::path& output, encode::Container container);

/// The file of one numbered frame.
[[nodiscard]] std::filesystem::path framePath(const std::filesystem::path& pattern,
                                              std::int64_t frame);

}  // namespace ebbflow::delivery
