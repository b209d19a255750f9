#pragma once
// Captions as the packets of a subtitle stream: 3GPP timed text in MP4 and MOV (ETSI TS 126 245),
// SubRip in Matroska, WebVTT in
// WebM. They count milliseconds.

#include <cstdint>
#include <string>
#include <vector>

#include "encode/settings.hpp"

struct AVCodecParameters;

namespace ebbflow::encode {

struct SubtitlePacket {
    std::int64_t start = 0, duration = 0;  ///< ms
    std::string data;
};

/// In MP4 and MOV a packet stands until the next begins, so empty ones fill the gaps.
[[nodiscard]] std::vector<SubtitlePacket> packetsOf(const SubtitleTrack& track,
                                                    Container container);
/// What a muxer has to know of the stream; `size` is the picture's.
void describeSubtitles(AVCodecParameters& stream, Container container, const FrameSize& size);

}  // namespace ebbflow::encode
