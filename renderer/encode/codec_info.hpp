#pragma once
// What there is to know about each codec before an encoder is opened: its names, what holds it,
// which samples it takes, how its rate is chosen. Facts only; settings.cpp judges by them.

#include <string_view>
#include <vector>

#include "encode/settings.hpp"

namespace ebbflow::encode {

enum class RateControl {
    quality,   ///< crf or bitrate
    byCodec,   ///< what the profile says, a quality for stills
    lossless,  ///<
};

struct CodecInfo {
    Codec codec;
    std::string_view name;
    std::string_view encoder;  ///< libav's usual one; empty: none of libav's is used
    RateControl rate;
    double worstCrf;                    ///< 0 where there is no crf
    std::vector<Container> containers;  ///< the first is the one to advise
    std::vector<PixelFormat> formats;   ///< the first is the usual one
};

[[nodiscard]] const std::vector<CodecInfo>& allCodecs();
[[nodiscard]] const CodecInfo& codecInfo(Codec codec);

/// How a name of that container ends: `.mp4`, `-%05d.png`.
[[nodiscard]] std::string_view endOf(Container container);

}  // namespace ebbflow::encode
