#pragma once
// How an encoder of libav is to be set for given settings: its name, threads and options, all that
// its output depends on. A manifest records it whole. It opens nothing.

#include <string>

#include "encode/codec_row.hpp"
#include "encode/settings.hpp"

namespace ebbflow::encode {

struct Recipe {
    std::string encoder;  ///< libav's name
    int threads = 1;
    int keyFrameDistance = 1;  ///< frames from a key frame to the next, at most
    EncoderOptions options;
    std::string tag;  ///< four characters that name the stream in MP4 and MOV; empty: libav's own
    std::string vendor;  ///< four characters that a QuickTime file says of its encoder; or empty
    int profile = -1;    ///< libav's number of it, where a muxer asks; −1: the encoder says
};

/// Throws core::Failure for a codec without an encoder of libav's.
[[nodiscard]] Recipe recipeFor(const Settings& settings);

}  // namespace ebbflow::encode
