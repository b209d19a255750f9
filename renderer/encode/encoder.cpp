#include "encode/encoder.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/opt.h>
}

#include <cassert>
#include <cstring>

#include <fmt/format.h>

#include "core/error.hpp"
#include "encode/card_frames.hpp"
#include "encode/codec_info.hpp"
#include "encode/encoder_input.hpp"
#include "encode/libav.hpp"
#include "encode/recipe.hpp"
#include "encode/stream_tags.hpp"

namespace ebbflow::encode {

namespace {

const AVCodec& encoderNamed(const Settings& settings, const std::string& name) {
    const AVCodec* codec = avcodec_find_encoder_by_name(name.c_str());
    if (codec != nullptr && codec->type == AVMEDIA_TYPE_VIDEO) return *codec;
    throw core::Failure(fmt::format(
        "this machine's libavcodec ({}) has no video encoder `{}` for {}; Debian's own package "
        "libavcodec59 has libx264, libx265, libsvtav1, libvpx-vp9 and the others ebbflow uses",
        av_version_info(), name, nameOf(settings.codec)));
}

// What libav leaves in the dictionary it did not understand; silence would be another picture.
void apply(const Recipe& recipe, AVCodecContext& context, const AVCodec& codec) {
    AVDictionary* options = nullptr;
    for (const auto& [key, value] : recipe.options) {
        av_dict_set(&options, key.c_str(), value.c_str(), 0);
    }
    const int opened = avcodec_open2(&context, &codec, &options);
    const AVDictionaryEntry* left = av_dict_get(options, "", nullptr, AV_DICT_IGNORE_SUFFIX);
    const std::string unknown = left != nullptr ? left->key : "";
    av_dict_free(&options);
    libav::check(opened, fmt::format("the encoder {} does not start", recipe.encoder));
    if (!unknown.empty()) {
        throw core::Failure(
            fmt::format("the encoder {} has no option `{}`", recipe.encoder, unknown));
    }
}

}  // namespace

struct Encoder::State {
    libav::CodecContext context;
    libav::Packet packet = libav::makePacket();
    Take take;
    std::string name;
    Codec codec = Codec::h264;
    std::unique_ptr<CardFrames> card;  ///< where frames have to go onto a card first

    bool fed = false;
    bool flushed = false;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    // SVT-AV1 waits for ever when it is closed without a frame or without having been told the end.
    ~State() {
        const bool waits = codecInfo(codec).waitsForEnd && !flushed;
        if (!waits || !context || avcodec_is_open(context.get()) == 0) return;
        if (!fed && !feedBlank()) return;
        if (avcodec_send_frame(context.get(), nullptr) < 0) return;
        while (avcodec_receive_packet(context.get(), packet.get()) >= 0)
            av_packet_unref(packet.get());
    }

    [[nodiscard]] bool feedBlank() const {
        const libav::Frame blank = libav::makeFrame();
        blank->format = context->pix_fmt;
        blank->width = context->width;
        blank->height = context->height;
        blank->pts = 0;
        if (av_frame_get_buffer(blank.get(), 0) < 0) return false;
        for (int p = 0; p < 3; ++p) {
            const auto rows = static_cast<std::size_t>(p == 0 ? blank->height : blank->height / 2);
            std::memset(blank->data[p], 0, rows * static_cast<std::size_t>(blank->linesize[p]));
        }
        return avcodec_send_frame(context.get(), blank.get()) >= 0;
    }

    void receive() {
        for (;;) {
            const int code = avcodec_receive_packet(context.get(), packet.get());
            if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
            libav::check(code, "the encoder " + name + " failed");
            // Not every encoder says it, and a muxer without it guesses the last frame's length.
            packet->duration = 1;
            take(*packet);
            av_packet_unref(packet.get());
        }
    }

    void send(const AVFrame* frame) {
        fed = fed || frame != nullptr;
        libav::check(avcodec_send_frame(context.get(), frame), "the encoder " + name + " failed");
        receive();
    }
};

Encoder::Encoder(const Settings& settings, Take take) : state_(std::make_unique<State>()) {
    libav::quieten();
    const Recipe recipe = recipeFor(settings);
    const AVCodec& codec = encoderNamed(settings, recipe.encoder);
    state_->take = std::move(take);
    state_->name = recipe.encoder;
    state_->codec = settings.codec;
    state_->context.reset(avcodec_alloc_context3(&codec));
    AVCodecContext& context = *state_->context;
    context.width = settings.size.width;
    context.height = settings.size.height;
    tag(context, settings.format);
    context.pix_fmt = static_cast<AVPixelFormat>(encoderInput(settings.codec, settings.format));
    context.framerate = {static_cast<int>(settings.rate.numerator),
                         static_cast<int>(settings.rate.denominator)};
    context.time_base = av_inv_q(context.framerate);
    context.gop_size = recipe.keyFrameDistance;
    context.thread_count = recipe.threads;
    constexpr unsigned flags =
        AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP | AV_CODEC_FLAG_BITEXACT;
    context.flags = static_cast<int>(flags);
    state_->card = CardFrames::forEncoder(recipe.encoder, context);
    apply(recipe, context, codec);
}

Encoder::~Encoder() = default;

void Encoder::describe(AVCodecParameters& stream) const {
    libav::check(avcodec_parameters_from_context(&stream, state_->context.get()),
                 "cannot describe the stream");
}

void Encoder::encode(std::int64_t index, Planes planes) {
    const libav::Frame frame = frameFor(state_->codec, std::move(planes));
    frame->pts = index;
    if (state_->card) {
        state_->send(state_->card->upload(*frame).get());
        return;
    }
    state_->send(frame.get());
}

void Encoder::flush() {
    state_->flushed = true;
    state_->send(nullptr);
}

}  // namespace ebbflow::encode
