#include "encode/subtitle_packets.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include <algorithm>
#include <cstring>
#include <new>

namespace ebbflow::encode {

namespace {

bool isMov(Container container) {
    return container == Container::mp4 || container == Container::mov;
}

std::int64_t milliseconds(core::FilmTime time) {
    constexpr std::int64_t kTicks = core::FilmTime::kTicksPerSecond / 1000;
    return (time.ticks() + kTicks / 2) / kTicks;
}

void put(std::string& bytes, std::uint32_t value, int count) {
    for (int i = count - 1; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// Timed text: its length in two bytes, then the words.
std::string timedText(std::string words) {
    constexpr std::size_t kLongest = 0xFFFF;
    if (words.size() > kLongest) words.resize(kLongest);
    std::string data;
    put(data, static_cast<std::uint32_t>(words.size()), 2);
    return data + words;
}

/// A sample entry: white words at the foot of the picture, in the middle.
std::string sampleEntry(const FrameSize& size) {
    const auto height = static_cast<std::uint32_t>(size.height);
    std::string bytes;
    put(bytes, 0, 4);     // no scrolling, no karaoke
    put(bytes, 1, 1);     // centred
    put(bytes, 0xFF, 1);  // at the bottom
    put(bytes, 0, 4);     // nothing behind the words
    put(bytes, height * 3 / 4, 2);
    put(bytes, 0, 2);
    put(bytes, height, 2);
    put(bytes, static_cast<std::uint32_t>(size.width), 2);
    put(bytes, 0, 4);  // the style of all characters
    put(bytes, 1, 2);
    put(bytes, 0, 1);
    put(bytes, std::clamp(height / 20, 8U, 255U), 1);
    put(bytes, 0xFFFFFFFF, 4);
    const std::string font = "Sans";
    put(bytes, static_cast<std::uint32_t>(13 + font.size()), 4);
    bytes += "ftab";
    put(bytes, 1, 2);
    put(bytes, 1, 2);
    put(bytes, static_cast<std::uint32_t>(font.size()), 1);
    return bytes + font;
}

}  // namespace

std::vector<SubtitlePacket> packetsOf(const SubtitleTrack& track, Container container) {
    std::vector<SubtitlePacket> packets;
    std::int64_t until = 0;
    for (const core::TimedText& caption : track.captions) {
        const std::int64_t start = std::max(until, milliseconds(caption.start));
        const std::int64_t end = milliseconds(caption.end);
        if (end <= start) continue;
        if (isMov(container) && start > until)
            packets.push_back({until, start - until, timedText({})});
        packets.push_back(
            {start, end - start, isMov(container) ? timedText(caption.words) : caption.words});
        until = end;
    }
    return packets;
}

void describeSubtitles(AVCodecParameters& stream, Container container, const FrameSize& size) {
    stream.codec_type = AVMEDIA_TYPE_SUBTITLE;
    stream.codec_id = isMov(container)               ? AV_CODEC_ID_MOV_TEXT
                      : container == Container::webm ? AV_CODEC_ID_WEBVTT
                                                     : AV_CODEC_ID_SUBRIP;
    if (!isMov(container)) return;
    stream.width = size.width;
    stream.height = size.height;
    const std::string entry = sampleEntry(size);
    stream.extradata =
        static_cast<std::uint8_t*>(av_mallocz(entry.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    if (stream.extradata == nullptr) throw std::bad_alloc();
    std::memcpy(stream.extradata, entry.data(), entry.size());
    stream.extradata_size = static_cast<int>(entry.size());
}

}  // namespace ebbflow::encode
