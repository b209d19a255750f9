#pragma once
// What is written down of a render: how it was set, by what it was made, and what came of each
// segment. While a film is being made each finished segment has a record of its own beside it, so
// that any number of segments costs nothing; when it is done they are gathered beside the film.

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "delivery/parts.hpp"
#include "encode/settings.hpp"

namespace ebbflow::delivery {

/// Facts in the order that they were given in: versions, hashes of inputs, a renderer's name.
using Provenance = std::vector<std::pair<std::string, std::string>>;

/// One finished segment.
struct SegmentRecord {
    std::int64_t first = 0;  ///< frame of the film
    std::int64_t count = 0;
    std::string file;     ///< name in the segments' folder; empty for numbered frames
    int delay = 0;        ///< frames by which decoding has to run ahead of showing
    std::string packets;  ///< hash of the encoded packets in order, or of the numbered files
    std::vector<std::string> frames;  ///< hash of each frame as it was given to the encoder
    Provenance machine{};             ///< that made it
    friend bool operator==(const SegmentRecord&, const SegmentRecord&) = default;
};

/// What all segments of a film have in common.
struct Head {
    std::string text;  ///< JSON that says all that the pixels and packets depend on
    std::string wish;  ///< JSON of the order, so that it can be given again; not this room's
};

struct Manifest {
    Head head;
    std::string filmHash;  ///< XXH64 of the film's file; empty for numbered frames
    std::vector<SegmentRecord> segments;
};

/// JSON text that says all that the pixels of the file depend on, but for the machine.
[[nodiscard]] std::string manifestHead(const encode::Settings& settings,
                                       encode::Container container, const FrameRange& range,
                                       const Provenance& provenance);

/// The head's file in a folder of segments, whole or not at all.
void writeHead(const std::filesystem::path& folder, const Head& head);
/// Throws core::Failure when there is none, it cannot be read, or another version has written it.
[[nodiscard]] Head readHead(const std::filesystem::path& folder);

/// The record's file beside its segment, whole or not at all.
void writeRecord(const std::filesystem::path& folder, const SegmentRecord& record);
/// Throws core::Failure for one that cannot be read.
[[nodiscard]] SegmentRecord readRecord(const std::filesystem::path& path);

/// The file of a record, and the frame that its name says.
struct RecordFile {
    std::int64_t first = 0;
    std::filesystem::path path;
};
/// Of a folder by first frame; none when there is no folder.
[[nodiscard]] std::vector<RecordFile> recordFiles(const std::filesystem::path& folder) noexcept;
/// All of them read. Throws core::Failure for one that cannot be.
[[nodiscard]] std::vector<SegmentRecord> readRecords(const std::filesystem::path& folder);

void writeManifest(const std::filesystem::path& path, const Manifest& manifest);
/// Throws core::Failure when there is none, it cannot be read, or another version has written it.
[[nodiscard]] Manifest readManifest(const std::filesystem::path& path);

/// Name of a segment's file without its end: the first frame in eight digits.
[[nodiscard]] std::string segmentName(std::int64_t first);

}  // namespace ebbflow::delivery
