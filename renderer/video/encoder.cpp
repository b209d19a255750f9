#include "video/encoder.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/opt.h>
}

#include <cassert>

#include <fmt/format.h>

#include "core/error.hpp"
#include "video/libav.hpp"
#include "video/recipe.hpp"
#include "video/stream_tags.hpp"

namespace ebbflow::video {

namespace {

const AVCodec& encoderNamed(const Settings& settings, const std::string& name) {
    const AVCodec* codec = avcodec_find_encoder_by_name(name.c_str());
    if (codec != nullptr && codec->type == AVMEDIA_TYPE_VIDEO) return *codec;
    throw core::Failure(fmt::format(
        "this machine's libavcodec ({}) has no video encoder `{}` for {}; Debian's own package "
        "libavcodec59 has libx264, libx265 and ffv1",
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

void freePlanes(void* planes, std::uint8_t* /*data*/) {
    delete static_cast<Planes*>(planes);
}

// The frame owns the planes: no copy is made, and they go back to their pool with it.
libav::Frame wrap(std::int64_t index, Planes planes) {
    libav::Frame frame = libav::makeFrame();
    tag(*frame, planes.format());
    frame->width = planes.width();
    frame->height = planes.height();
    frame->pts = index;
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

}  // namespace

struct Encoder::State {
    libav::CodecContext context;
    libav::Packet packet = libav::makePacket();
    Take take;
    std::string name;

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
    state_->context.reset(avcodec_alloc_context3(&codec));
    AVCodecContext& context = *state_->context;
    context.width = settings.size.width;
    context.height = settings.size.height;
    tag(context, settings.format);
    context.framerate = {static_cast<int>(settings.rate.numerator),
                         static_cast<int>(settings.rate.denominator)};
    context.time_base = av_inv_q(context.framerate);
    context.gop_size = recipe.keyFrameDistance;
    context.thread_count = recipe.threads;
    constexpr unsigned flags =
        AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP | AV_CODEC_FLAG_BITEXACT;
    context.flags = static_cast<int>(flags);
    apply(recipe, context, codec);
}

Encoder::~Encoder() = default;

void Encoder::describe(AVCodecParameters& stream) const {
    libav::check(avcodec_parameters_from_context(&stream, state_->context.get()),
                 "cannot describe the stream");
}

void Encoder::encode(std::int64_t index, Planes planes) {
    state_->send(wrap(index, std::move(planes)).get());
}

void Encoder::flush() {
    state_->send(nullptr);
}

}  // namespace ebbflow::video
