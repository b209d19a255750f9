#pragma once
// What is written down of a render: how it was set, by what it was made, and what came of each
// segment. While a film is being made each finished segment has a record of its own beside it, so
// that any number of segments costs nothing; when it is done they are gathered beside the film.

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "video/settings.hpp"

namespace ebbflow::video {

/// Frames [first, end) of the film, counted from 0.
struct FrameRange {
    std::int64_t first = 0;
    std::int64_t end = 0;
    [[nodiscard]] std::int64_t count() const { return end - first; }
    friend bool operator==(const FrameRange&, const FrameRange&) = default;
};

/// Facts of the caller's in its order: renderer string, hashes of inputs, version.
using Provenance = std::vector<std::pair<std::string, std::string>>;

/// One finished segment.
struct SegmentRecord {
    std::int64_t first = 0;  ///< frame of the film
    std::int64_t count = 0;
    std::string file;     ///< name in the segments' folder; empty for numbered frames
    int delay = 0;        ///< frames by which decoding has to run ahead of showing
    std::string packets;  ///< hash of the encoded packets in order; empty for numbered frames
    std::vector<std::string> frames;  ///< hash of each frame as it was given to the encoder
    friend bool operator==(const SegmentRecord&, const SegmentRecord&) = default;
};

struct Manifest {
    std::string head;  ///< JSON text of everything but the segments
    std::vector<SegmentRecord> segments;
};

/// JSON text that says all that the pixels of the file depend on.
[[nodiscard]] std::string manifestHead(const Settings& settings, Container container,
                                       const FrameRange& range, const Provenance& provenance);

/// The record's file beside its segment, whole or not at all.
void writeRecord(const std::filesystem::path& folder, const SegmentRecord& record);
/// Records of a folder by first frame. Throws core::Failure for one that cannot be read.
[[nodiscard]] std::vector<SegmentRecord> readRecords(const std::filesystem::path& folder);

/// Whether a segment was finished in the folder; false too when there is no folder.
[[nodiscard]] bool hasRecords(const std::filesystem::path& folder) noexcept;

/// Gathers head and records into one file, holding one record in memory at a time.
void writeManifest(const std::filesystem::path& path, const std::string& head,
                   const std::filesystem::path& folder);
[[nodiscard]] Manifest readManifest(const std::filesystem::path& path);

/// Name of a segment's file without its end: the first frame in eight digits.
[[nodiscard]] std::string segmentName(std::int64_t first);

}  // namespace ebbflow::video
