#include "encode/card_frames.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/hwcontext.h>
}

#include <new>

#include "encode/card_options.hpp"

namespace ebbflow::encode {

namespace {

struct Unref {
    void operator()(AVBufferRef* buffer) const noexcept { av_buffer_unref(&buffer); }
};
using Buffer = std::unique_ptr<AVBufferRef, Unref>;

}  // namespace

struct CardFrames::State {
    Buffer device, frames;
};

CardFrames::CardFrames(AVCodecContext& encoder) : state_(std::make_unique<State>()) {
    AVBufferRef* device = nullptr;
    libav::check(av_hwdevice_ctx_create(&device, AV_HWDEVICE_TYPE_VAAPI, nullptr, nullptr, 0),
                 "no card with VAAPI");
    state_->device.reset(device);
    state_->frames.reset(av_hwframe_ctx_alloc(device));
    if (!state_->frames) throw std::bad_alloc();
    auto& frames = *reinterpret_cast<AVHWFramesContext*>(state_->frames->data);
    frames.format = AV_PIX_FMT_VAAPI;
    frames.sw_format = AV_PIX_FMT_NV12;
    frames.width = encoder.width;
    frames.height = encoder.height;
    libav::check(av_hwframe_ctx_init(state_->frames.get()), "the card makes no frames");
    encoder.pix_fmt = AV_PIX_FMT_VAAPI;
    encoder.hw_frames_ctx = av_buffer_ref(state_->frames.get());
}

CardFrames::~CardFrames() = default;

std::unique_ptr<CardFrames> CardFrames::forEncoder(std::string_view name, AVCodecContext& encoder) {
    return isVaapi(name) ? std::make_unique<CardFrames>(encoder) : nullptr;
}

libav::Frame CardFrames::upload(const AVFrame& frame) const {
    libav::Frame onCard = libav::makeFrame();
    libav::check(av_hwframe_get_buffer(state_->frames.get(), onCard.get(), 0),
                 "the card has no frame left");
    libav::check(av_hwframe_transfer_data(onCard.get(), &frame, 0),
                 "the card takes no frame of this kind");
    libav::check(av_frame_copy_props(onCard.get(), &frame), "cannot describe a frame");
    return onCard;
}

}  // namespace ebbflow::encode
