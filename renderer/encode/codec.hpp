#pragma once
// The codecs a film can be made with, by their names in the code. What there is to say of each is
// its row (codec_row.hpp).

namespace ebbflow::encode {

enum class Codec {
    h264,
    hevc,
    vp9,
    av1,
    prores422Proxy,
    prores422Lt,
    prores422,
    prores422Hq,
    prores4444,
    dnxhrHqx,
    dnxhr444,
    ffv1,
    png,
    exr,
    webp,
    gif
};

}  // namespace ebbflow::encode
