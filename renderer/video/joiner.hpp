#pragma once
// Finished segments into one film, without encoding anything again: the packets go as they are into
// the final container, numbered from 0, and the file gets its name when it is whole.

#include <filesystem>
#include <span>

#include "video/manifest.hpp"

namespace ebbflow::video {

/// Joins consecutive `records` of `folder` into `film` with the settings they were made with.
/// Throws core::Failure when a segment is missing, damaged or made otherwise, or when the film
/// cannot be written; then nothing stands under its name that was not there before.
void joinSegments(const Settings& settings, Container container,
                  const std::filesystem::path& folder, std::span<const SegmentRecord> records,
                  const std::filesystem::path& film);

}  // namespace ebbflow::video
