#include "encode/hardware.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/hwcontext.h>
}

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "encode/codec_info.hpp"
#include "encode/encoder.hpp"

namespace ebbflow::encode {

namespace {

struct Card {
    std::string_view encoder;
    Codec codec;
};
constexpr std::array kCards{Card{"h264_nvenc", Codec::h264}, Card{"h264_vaapi", Codec::h264},
                            Card{"hevc_nvenc", Codec::hevc}, Card{"hevc_vaapi", Codec::hevc}};

bool isVaapi(std::string_view encoder) {
    return encoder.ends_with("_vaapi");
}

/// Empty when it opens.
std::string faultOf(Settings settings, std::string_view encoder) {
    settings.encoder = encoder;
    if (settings.format != PixelFormat::yuv420p8)
        return fmt::format("{} frames are not handed to it", formatInfo(settings.format).name);
    try {
        const Encoder opened(settings, [](const AVPacket&) {});
    } catch (const core::Failure& failure) {
        return failure.what();
    }
    return {};
}

struct Unref {
    void operator()(AVBufferRef* buffer) const noexcept { av_buffer_unref(&buffer); }
};
using Buffer = std::unique_ptr<AVBufferRef, Unref>;

}  // namespace

bool isHardware(std::string_view encoder) {
    for (const Card& card : kCards) {
        if (card.encoder == encoder) return true;
    }
    return false;
}

EncoderChoice chooseHardware(const Settings& settings) {
    std::vector<std::string> faults;
    for (const Card& card : kCards) {
        if (card.codec != settings.codec) continue;
        if (!settings.encoder.empty() && settings.encoder != card.encoder) continue;
        const std::string fault = faultOf(settings, card.encoder);
        if (fault.empty()) {
            return {std::string(card.encoder), fmt::format("encoding with {}", card.encoder)};
        }
        faults.push_back(fmt::format("{}: {}", card.encoder, fault));
    }
    const std::string why = faults.empty()
                                ? fmt::format("there is none for {}", nameOf(settings.codec))
                                : fmt::format("{}", fmt::join(faults, "; "));
    return {"", fmt::format("no hardware encoder opens here ({}); encoding with {}", why,
                            codecInfo(settings.codec).encoder)};
}

Recipe hardwareRecipe(const Settings& settings, const std::string& encoder, double crf) {
    Recipe recipe;
    recipe.encoder = encoder;
    recipe.keyFrameDistance = keyFrameDistance(settings);
    if (settings.codec == Codec::hevc) recipe.tag = "hvc1";
    auto& options = recipe.options;
    if (settings.bitrate) {
        for (const char* name : {"b", "maxrate"})
            options.emplace_back(name, fmt::format("{}", *settings.bitrate));
        options.emplace_back("bufsize", fmt::format("{}", 2 * *settings.bitrate));
    } else if (isVaapi(encoder)) {
        options.emplace_back("qp", fmt::format("{:.0f}", crf));
    } else {
        options.emplace_back("rc", "vbr");
        options.emplace_back("cq", fmt::format("{}", crf));
        options.emplace_back("b", "0");
    }
    return recipe;
}

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
