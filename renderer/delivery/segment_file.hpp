#pragma once
// A finished segment read back, packet by packet, and held against its record. It changes nothing.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/byte_hash.hpp"
#include "delivery/manifest.hpp"
#include "delivery/output_paths.hpp"
#include "encode/libav.hpp"
#include "encode/settings.hpp"

struct AVCodecParameters;
struct AVPacket;

namespace ebbflow::delivery {

/// How the name of a segment's file ends, and so what it is. NUT keeps packets, exact time bases
/// and codec data as they are; but VP9's alpha travels beside its packets, as Matroska's block
/// additions, which NUT drops.
[[nodiscard]] std::string_view segmentEnding(const encode::Settings& settings);
/// libav's name of a segment's format, by the end of its name.
[[nodiscard]] std::string segmentFormat(const std::filesystem::path& segment);

/// Adds all of a packet that a film shows: its time in frames, its bytes, and its alpha's.
void addPacket(core::ByteHash& hash, const AVPacket& packet);

class SegmentFile {
public:
    /// Throws core::Failure when it cannot be opened.
    SegmentFile(const std::filesystem::path& path, const core::FrameRate& rate);

    [[nodiscard]] const AVCodecParameters& stream() const;
    /// The next packet, its time in frames of the film; false after the last.
    [[nodiscard]] bool read(AVPacket& packet);
    /// Whether all that was read is what the record says.
    [[nodiscard]] bool matches(const SegmentRecord& record) const;

private:
    encode::libav::FileDemuxer file_;
    core::FrameRate rate_;
    core::ByteHash packets_;
    std::int64_t count_ = 0;
};

/// The hash of numbered frames that a record has in place of packets: of their files' bytes.
/// Throws core::Failure when one is not there.
[[nodiscard]] std::string hashOfFrames(const std::filesystem::path& pattern, std::int64_t first,
                                       std::int64_t count);

/// Whether what the record tells of is on the disk as it was written: the segment beside it, or the
/// frames under `paths.film`. Never throws for a damaged file.
[[nodiscard]] bool isWhole(const SegmentRecord& record, const std::filesystem::path& folder,
                           const OutputPaths& paths, const core::FrameRate& rate);

}  // namespace ebbflow::delivery
