#include "video/stream_tags.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include "core/error.hpp"

namespace ebbflow::video {

namespace {

AVChromaLocation sitingOf(PixelFormat format) {
    return formatInfo(format).chromaShiftY == 1 ? AVCHROMA_LOC_CENTER : AVCHROMA_LOC_UNSPECIFIED;
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
    }
    throw core::Failure("a pixel format that libav does not know");
}

void tag(AVCodecContext& encoder, PixelFormat format) {
    encoder.pix_fmt = static_cast<AVPixelFormat>(libavFormat(format));
    encoder.color_range = AVCOL_RANGE_MPEG;
    encoder.color_primaries = AVCOL_PRI_BT709;
    encoder.color_trc = AVCOL_TRC_BT709;
    encoder.colorspace = AVCOL_SPC_BT709;
    encoder.chroma_sample_location = sitingOf(format);
    encoder.sample_aspect_ratio = {1, 1};
    encoder.field_order = AV_FIELD_PROGRESSIVE;
}

void tag(AVCodecParameters& stream, PixelFormat format) {
    stream.format = libavFormat(format);
    stream.color_range = AVCOL_RANGE_MPEG;
    stream.color_primaries = AVCOL_PRI_BT709;
    stream.color_trc = AVCOL_TRC_BT709;
    stream.color_space = AVCOL_SPC_BT709;
    stream.chroma_location = sitingOf(format);
    stream.sample_aspect_ratio = {1, 1};
    stream.field_order = AV_FIELD_PROGRESSIVE;
}

void tag(AVFrame& frame, PixelFormat format) {
    frame.format = libavFormat(format);
    frame.color_range = AVCOL_RANGE_MPEG;
    frame.color_primaries = AVCOL_PRI_BT709;
    frame.color_trc = AVCOL_TRC_BT709;
    frame.colorspace = AVCOL_SPC_BT709;
    frame.chroma_location = sitingOf(format);
    frame.sample_aspect_ratio = {1, 1};
}

}  // namespace ebbflow::video
