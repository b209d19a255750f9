#pragma once
// Finished segments into one film, without encoding anything again: the packets go as they are into
// the final container, numbered from 0. It gives the film no name: that is film_assembly's.

#include <filesystem>
#include <span>

#include "delivery/manifest.hpp"

namespace ebbflow::delivery {

/// A segment's record and the folder that both lie in.
struct PlacedSegment {
    std::filesystem::path folder;
    SegmentRecord record;
};

/// Joins consecutive segments into `file` with the settings they were made with; an older file of
/// that name goes. Throws core::Failure when a segment is missing, damaged or made otherwise, or
/// when the file cannot be written; then there is none.
void joinSegments(const encode::Settings& settings, encode::Container container,
                  std::span<const PlacedSegment> segments, const std::filesystem::path& file);

}  // namespace ebbflow::delivery
