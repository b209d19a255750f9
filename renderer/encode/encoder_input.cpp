#include "encode/encoder_input.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include <cstring>
#include <memory>
#include <new>

#include "encode/codec_info.hpp"
#include "encode/palette.hpp"
#include "encode/stream_tags.hpp"

namespace ebbflow::encode {

namespace {

void freePlanes(void* planes, std::uint8_t* /*data*/) {
    delete static_cast<Planes*>(planes);
}

libav::Frame wrap(Planes planes) {
    libav::Frame frame = libav::makeFrame();
    tag(*frame, planes.format());
    frame->width = planes.width();
    frame->height = planes.height();
    for (int p = 0; p < planes.planeCount(); ++p) {
        frame->data[p] = planes.row(p, 0);
        frame->linesize[p] = static_cast<int>(planes.stride(p));
    }
    std::uint8_t* const first = planes.row(0, 0);
    const std::size_t bytes = planes.bytes();
    auto owner = std::make_unique<Planes>(std::move(planes));
    frame->buf[0] = av_buffer_create(first, bytes, freePlanes, owner.get(), 0);
    if (frame->buf[0] == nullptr) throw std::bad_alloc();
    (void)owner.release();
    return frame;
}

libav::Frame emptyLike(const Planes& planes, AVPixelFormat format) {
    libav::Frame frame = libav::makeFrame();
    tag(*frame, planes.format());
    frame->format = format;
    frame->width = planes.width();
    frame->height = planes.height();
    libav::check(av_frame_get_buffer(frame.get(), 0), "cannot make a frame");
    return frame;
}

libav::Frame blueFirst(const Planes& planes) {
    libav::Frame frame = emptyLike(planes, AV_PIX_FMT_BGRA);
    for (int y = 0; y < planes.height(); ++y) {
        const std::uint8_t* in = planes.row(0, y);
        std::uint8_t* out = frame->data[0] + std::ptrdiff_t{y} * frame->linesize[0];
        for (int x = 0; x < planes.width(); ++x, in += 4, out += 4) {
            out[0] = in[2];
            out[1] = in[1];
            out[2] = in[0];
            out[3] = in[3];
        }
    }
    return frame;
}

libav::Frame byPalette(const Planes& planes) {
    libav::Frame frame = emptyLike(planes, AV_PIX_FMT_PAL8);
    const Palette palette = paletteOf(planes);
    std::memcpy(frame->data[1], palette.argb.data(), sizeof(palette.argb));
    for (int y = 0; y < planes.height(); ++y) {
        std::uint8_t* out = frame->data[0] + std::ptrdiff_t{y} * frame->linesize[0];
        indicesOf(planes, y, palette, out);
    }
    return frame;
}

}  // namespace

int encoderInput(Codec codec, PixelFormat format) {
    switch (codecInfo(codec).form) {
        case FrameForm::blueFirst:
            return AV_PIX_FMT_BGRA;
        case FrameForm::byPalette:
            return AV_PIX_FMT_PAL8;
        case FrameForm::planes:
            break;
    }
    return libavFormat(format);
}

libav::Frame frameFor(Codec codec, Planes planes) {
    switch (codecInfo(codec).form) {
        case FrameForm::blueFirst:
            return blueFirst(planes);
        case FrameForm::byPalette:
            return byPalette(planes);
        case FrameForm::planes:
            break;
    }
    return wrap(std::move(planes));
}

}  // namespace ebbflow::encode
