#include "delivery/segment_file.hpp"

extern "C" {
#include <libavformat/avformat.h>
}

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "encode/codec_info.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kNut = ".nut", kMatroska = ".mkv";

}  // namespace

std::string_view segmentEnding(const encode::Settings& settings) {
    const bool beside = settings.alpha && encode::codecInfo(settings.codec).alphaBeside;
    return beside ? kMatroska : kNut;
}

std::string segmentFormat(const fs::path& segment) {
    return segment.extension() == kMatroska ? "matroska" : "nut";
}

void addPacket(core::ByteHash& hash, const AVPacket& packet) {
    hash.add(static_cast<std::uint64_t>(packet.pts));
    hash.add(packet.data, static_cast<std::size_t>(packet.size));
    std::size_t size = 0;
    const std::uint8_t* alpha =
        av_packet_get_side_data(&packet, AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL, &size);
    if (alpha != nullptr) hash.add(alpha, size);
}

SegmentFile::SegmentFile(const fs::path& path, const core::FrameRate& rate)
    : file_(segmentFormat(path), path.string()), rate_(rate) {}

const AVCodecParameters& SegmentFile::stream() const {
    return *file_->streams[0]->codecpar;
}

bool SegmentFile::read(AVPacket& packet) {
    if (!file_.read(&packet)) return false;
    // NUT counts in a finer unit, of which a frame is a whole number; Matroska in milliseconds, to
    // which it rounds.
    packet.pts =
        av_rescale_q(packet.pts, file_->streams[0]->time_base,
                     {static_cast<int>(rate_.denominator), static_cast<int>(rate_.numerator)});
    addPacket(packets_, packet);
    ++count_;
    return true;
}

bool SegmentFile::matches(const SegmentRecord& record) const {
    return count_ == record.count && core::hexOf(packets_.value()) == record.packets;
}

std::string hashOfFrames(const fs::path& pattern, std::int64_t first, std::int64_t count) {
    core::ByteHash hash;
    for (std::int64_t frame = first; frame < first + count; ++frame) {
        const std::string bytes = core::readWhole(framePath(pattern, frame));
        hash.add(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    return core::hexOf(hash.value());
}

bool isWhole(const SegmentRecord& record, const fs::path& folder, const OutputPaths& paths,
             const core::FrameRate& rate) {
    try {
        if (record.file.empty()) {
            return hashOfFrames(paths.film, record.first, record.count) == record.packets;
        }
        SegmentFile file(folder / record.file, rate);
        const encode::libav::Packet packet = encode::libav::makePacket();
        while (file.read(*packet)) av_packet_unref(packet.get());
        return file.matches(record);
    } catch (const core::Failure&) {
        return false;
    }
}

}  // namespace ebbflow::delivery
