#pragma once
// A finished segment read back, packet by packet, and held against its record. It changes nothing.

#include <cstdint>
#include <filesystem>

#include "video/byte_hash.hpp"
#include "video/files.hpp"
#include "video/libav.hpp"
#include "video/manifest.hpp"
#include "video/settings.hpp"

struct AVCodecParameters;
struct AVPacket;

namespace ebbflow::video {

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
    libav::FileDemuxer file_;
    core::FrameRate rate_;
    ByteHash packets_;
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

}  // namespace ebbflow::video
