#include "video/segment_file.hpp"

extern "C" {
#include <libavformat/avformat.h>
}

#include "core/error.hpp"
#include "video/segment_encoder.hpp"

namespace ebbflow::video {

namespace fs = std::filesystem;

SegmentFile::SegmentFile(const fs::path& path, const core::FrameRate& rate)
    : file_(kSegmentFormat, path.string()), rate_(rate) {}

const AVCodecParameters& SegmentFile::stream() const {
    return *file_->streams[0]->codecpar;
}

bool SegmentFile::read(AVPacket& packet) {
    if (!file_.read(&packet)) return false;
    // NUT counts in a finer unit, of which a frame is a whole number.
    packet.pts =
        av_rescale_q(packet.pts, file_->streams[0]->time_base,
                     {static_cast<int>(rate_.denominator), static_cast<int>(rate_.numerator)});
    packets_.add(static_cast<std::uint64_t>(packet.pts));
    packets_.add(packet.data, static_cast<std::size_t>(packet.size));
    ++count_;
    return true;
}

bool SegmentFile::matches(const SegmentRecord& record) const {
    return count_ == record.count && hexOf(packets_.value()) == record.packets;
}

std::string hashOfFrames(const fs::path& pattern, std::int64_t first, std::int64_t count) {
    ByteHash hash;
    for (std::int64_t frame = first; frame < first + count; ++frame) {
        const std::string bytes = readWhole(framePath(pattern, frame));
        hash.add(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    return hexOf(hash.value());
}

bool isWhole(const SegmentRecord& record, const fs::path& folder, const OutputPaths& paths,
             const core::FrameRate& rate) {
    try {
        if (record.file.empty()) {
            return hashOfFrames(paths.film, record.first, record.count) == record.packets;
        }
        SegmentFile file(folder / record.file, rate);
        const libav::Packet packet = libav::makePacket();
        while (file.read(*packet)) av_packet_unref(packet.get());
        return file.matches(record);
    } catch (const core::Failure&) {
        return false;
    }
}

}  // namespace ebbflow::video
