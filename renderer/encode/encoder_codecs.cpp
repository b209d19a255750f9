#include "encode/encoder_codecs.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include "encode/codec_info.hpp"

namespace ebbflow::encode {

namespace {

const AVCodec* pictureEncoder(const std::string& name) {
    const AVCodec* codec = avcodec_find_encoder_by_name(name.c_str());
    return codec != nullptr && codec->type == AVMEDIA_TYPE_VIDEO ? codec : nullptr;
}

}  // namespace

std::optional<std::vector<Codec>> codecsOf(const std::string& encoder) {
    const AVCodec* asked = pictureEncoder(encoder);
    if (asked == nullptr) return {};
    std::vector<Codec> made;
    for (const CodecInfo& info : allCodecs()) {
        const AVCodec* usual = pictureEncoder(std::string(info.encoder));
        if (usual != nullptr && usual->id == asked->id) made.push_back(info.codec);
    }
    return made;
}

}  // namespace ebbflow::encode
