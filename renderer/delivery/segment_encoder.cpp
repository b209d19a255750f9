#include "delivery/segment_encoder.hpp"

extern "C" {
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <cassert>
#include <system_error>

#include "core/byte_hash.hpp"
#include "core/whole_file.hpp"
#include "delivery/segment_file.hpp"
#include "encode/codec_info.hpp"
#include "encode/encoder.hpp"
#include "encode/libav.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

namespace {

/// Frames by which decoding runs ahead of showing, at most: what H.264 and HEVC can hold back.
constexpr std::int64_t kLongestDelay = 16;

}  // namespace

struct SegmentEncoder::State {
    State(const encode::Settings& settings, std::int64_t first, fs::path where)
        : folder(std::move(where)), encoder(settings, [this](AVPacket& packet) { write(packet); }) {
        record.first = first;
        record.file = segmentName(first) + std::string(segmentEnding(settings));
        file = std::make_unique<encode::libav::FileMuxer>(segmentFormat(path()),
                                                          core::partOf(path()).string());
        AVStream* stream = avformat_new_stream(file->get(), nullptr);
        if (stream == nullptr) throw std::bad_alloc();
        encoder.describe(*stream->codecpar);
        // Where NUT knows no name of its own; the joiner names the codec.
        const std::string_view tag = encode::codecInfo(settings.codec).nutTag;
        if (!tag.empty()) stream->codecpar->codec_tag = encode::libav::tagOf(tag);
        frame = {static_cast<int>(settings.rate.denominator),
                 static_cast<int>(settings.rate.numerator)};
        stream->time_base = frame;
        file->writeHeader(nullptr);
    }

    [[nodiscard]] fs::path path() const { return folder / record.file; }

    // The time of decoding is one that is early enough for any order; the joiner sets the right
    // one. The encoder's own is not to be had of x265 3.5, which leaves it unset in films shorter
    // than its delay.
    void write(AVPacket& packet) {
        addPacket(packets, packet);
        packet.dts = record.first + written - kLongestDelay;
        const std::int64_t shown = packet.pts - record.first;
        record.delay = std::max(record.delay, static_cast<int>(written - shown));
        ++written;
        packet.stream_index = 0;
        av_packet_rescale_ts(&packet, frame, (*file)->streams[0]->time_base);
        file->write(&packet);
    }

    fs::path folder;
    SegmentRecord record;
    core::ByteHash packets;
    std::int64_t written = 0;
    AVRational frame{};
    std::unique_ptr<encode::libav::FileMuxer> file;
    encode::Encoder encoder;
};

SegmentEncoder::SegmentEncoder(const encode::Settings& settings, std::int64_t first,
                               fs::path folder, const Provenance& machine)
    : state_(std::make_unique<State>(settings, first, std::move(folder))) {
    state_->record.machine = machine;
}

SegmentEncoder::~SegmentEncoder() {
    if (!state_) return;
    const fs::path part = core::partOf(state_->path());
    state_.reset();
    std::error_code ignored;
    fs::remove(part, ignored);
}

std::int64_t SegmentEncoder::nextFrame() const {
    return state_->record.first + state_->record.count;
}

void SegmentEncoder::encode(encode::Planes planes) {
    state_->record.frames.push_back(core::hexOf(encode::hashOf(planes)));
    const std::int64_t index = nextFrame();
    ++state_->record.count;
    state_->encoder.encode(index, std::move(planes));
}

SegmentRecord SegmentEncoder::finish() {
    assert(state_->record.count > 0);
    state_->encoder.flush();
    assert(state_->written == state_->record.count);
    state_->file->finish();
    core::publishSettled(core::partOf(state_->path()), state_->path());
    state_->record.packets = core::hexOf(state_->packets.value());
    writeRecord(state_->folder, state_->record);
    return std::move(state_->record);
}

}  // namespace ebbflow::delivery
