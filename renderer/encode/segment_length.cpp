#include "encode/segment_length.hpp"

#include <limits>

#include "encode/codec_info.hpp"

namespace ebbflow::encode {

std::string whyNotCut(const Settings& settings) {
    const CodecInfo& row = codecInfo(settings.codec);
    if (!row.uncut.empty()) return std::string(row.uncut);
    if (settings.bitrate)
        return "a bitrate, which the encoder shares out over the whole film in one go";
    return {};
}

int segmentLength(const Settings& settings) {
    return whyNotCut(settings).empty() ? keyFrameDistance(settings)
                                       : std::numeric_limits<int>::max();
}

}  // namespace ebbflow::encode
