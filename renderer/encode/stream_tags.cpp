#include "encode/stream_tags.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include "core/error.hpp"

namespace ebbflow::encode {

namespace {

struct Meaning {
    AVColorRange range = AVCOL_RANGE_MPEG;
    AVColorTransferCharacteristic transfer = AVCOL_TRC_BT709;
    AVColorSpace matrix = AVCOL_SPC_BT709;
    AVChromaLocation siting = AVCHROMA_LOC_UNSPECIFIED;
};

Meaning meaningOf(PixelFormat format) {
    const FormatInfo& info = formatInfo(format);
    if (info.rgb) {
        const bool linear = info.bits == 32;
        return {AVCOL_RANGE_JPEG, linear ? AVCOL_TRC_LINEAR : AVCOL_TRC_IEC61966_2_1, AVCOL_SPC_RGB,
                AVCHROMA_LOC_UNSPECIFIED};
    }
    Meaning meaning;
    // Halved both ways it is the mean of 2 × 2 pixels; halved across only, libav knows no name for
    // a centre, and the codecs that do so do not carry one.
    if (info.chromaShiftY == 1) meaning.siting = AVCHROMA_LOC_CENTER;
    return meaning;
}

}  // namespace

int libavFormat(PixelFormat format) {
    switch (format) {
        case PixelFormat::yuv420p8:
            return AV_PIX_FMT_YUV420P;
        case PixelFormat::yuv444p8:
            return AV_PIX_FMT_YUV444P;
        case PixelFormat::rgba8:
            return AV_PIX_FMT_RGBA;
        case PixelFormat::yuv420p10:
            return AV_PIX_FMT_YUV420P10;
        case PixelFormat::yuv422p10:
            return AV_PIX_FMT_YUV422P10;
        case PixelFormat::yuv444p10:
            return AV_PIX_FMT_YUV444P10;
        case PixelFormat::yuva420p8:
            return AV_PIX_FMT_YUVA420P;
        case PixelFormat::yuva444p10:
            return AV_PIX_FMT_YUVA444P10;
        case PixelFormat::rgba16:
            return AV_PIX_FMT_RGBA64;
        case PixelFormat::gbrpf32:
            return AV_PIX_FMT_GBRPF32;
        case PixelFormat::gbrapf32:
            return AV_PIX_FMT_GBRAPF32;
    }
    throw core::Failure("a pixel format that libav does not know");
}

void tag(AVCodecContext& encoder, PixelFormat format) {
    const Meaning meaning = meaningOf(format);
    encoder.pix_fmt = static_cast<AVPixelFormat>(libavFormat(format));
    encoder.color_range = meaning.range;
    encoder.color_primaries = AVCOL_PRI_BT709;
    encoder.color_trc = meaning.transfer;
    encoder.colorspace = meaning.matrix;
    encoder.chroma_sample_location = meaning.siting;
    encoder.sample_aspect_ratio = {1, 1};
    encoder.field_order = AV_FIELD_PROGRESSIVE;
}

void tag(AVCodecParameters& stream, PixelFormat format) {
    const Meaning meaning = meaningOf(format);
    stream.format = libavFormat(format);
    stream.color_range = meaning.range;
    stream.color_primaries = AVCOL_PRI_BT709;
    stream.color_trc = meaning.transfer;
    stream.color_space = meaning.matrix;
    stream.chroma_location = meaning.siting;
    stream.sample_aspect_ratio = {1, 1};
    stream.field_order = AV_FIELD_PROGRESSIVE;
}

void tag(AVFrame& frame, PixelFormat format) {
    const Meaning meaning = meaningOf(format);
    frame.format = libavFormat(format);
    frame.color_range = meaning.range;
    frame.color_primaries = AVCOL_PRI_BT709;
    frame.color_trc = meaning.transfer;
    frame.colorspace = meaning.matrix;
    frame.chroma_location = meaning.siting;
    frame.sample_aspect_ratio = {1, 1};
}

}  // namespace ebbflow::encode
