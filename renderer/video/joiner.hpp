#pragma once
// Finished segments into one film, without encoding anything again: the packets go as they are into
// the final container, numbered from 0, and the file gets its name when it is whole.

#include <filesystem>
#include <span>

#include "video/manifest.hpp"

namespace ebbflow::video {

/// A segment's record and the folder that both lie in.
struct PlacedSegment {
    std::filesystem::path folder;
    SegmentRecord record;
};

/// Joins consecutive segments into `film` with the settings they were made with.
/// Throws core::Failure when a segment is missing, damaged or made otherwise, or when the film
/// cannot be written; then nothing stands under its name that was not there before.
void joinSegments(const Settings& settings, Container container,
                  std::span<const PlacedSegment> segments, const std::filesystem::path& film);

}  // namespace ebbflow::video
