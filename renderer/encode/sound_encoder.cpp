#include "encode/sound_encoder.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/channel_layout.h>
}

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "encode/codec_info.hpp"
#include "encode/libav.hpp"
#include "sound/mixer.hpp"

namespace ebbflow::encode {

namespace {

constexpr int kBlock = 1024;  ///< samples of a packet where the codec does not say
constexpr std::int64_t kBitRate = 256'000;

/// 24 bits in the upper part of 32, as libav takes them.
std::int32_t wholeSample(float value) {
    constexpr double kFull = 8'388'607;
    return static_cast<std::int32_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * kFull)) * 256;
}

void fillPlanar(AVFrame& frame, const std::vector<float>& samples) {
    const auto count = static_cast<std::size_t>(frame.nb_samples);
    for (std::size_t c = 0; c < sound::kChannels; ++c) {
        auto* out = reinterpret_cast<float*>(frame.extended_data[c]);
        for (std::size_t i = 0; i < count; ++i) out[i] = samples[i * sound::kChannels + c];
    }
}

void fillWhole(AVFrame& frame, const std::vector<float>& samples) {
    auto* out = reinterpret_cast<std::int32_t*>(frame.data[0]);
    for (const float sample : samples) *out++ = wholeSample(sample);
}

void fill(AVFrame& frame, const std::vector<float>& samples) {
    if (frame.format == AV_SAMPLE_FMT_FLTP)
        fillPlanar(frame, samples);
    else if (frame.format == AV_SAMPLE_FMT_FLT)
        std::ranges::copy(samples, reinterpret_cast<float*>(frame.data[0]));
    else
        fillWhole(frame, samples);
}

AVCodecID codecOf(SoundCodec kind) {
    switch (kind) {
        case SoundCodec::aac:
            return AV_CODEC_ID_AAC;
        case SoundCodec::flac:
            return AV_CODEC_ID_FLAC;
        case SoundCodec::opus:
            return AV_CODEC_ID_OPUS;
        case SoundCodec::pcm24:
            return AV_CODEC_ID_PCM_S24LE;
    }
    return AV_CODEC_ID_NONE;
}

AVSampleFormat sampleFormatOf(SoundCodec kind) {
    switch (kind) {
        case SoundCodec::aac:
            return AV_SAMPLE_FMT_FLTP;
        case SoundCodec::opus:
            return AV_SAMPLE_FMT_FLT;
        case SoundCodec::flac:
        case SoundCodec::pcm24:
            return AV_SAMPLE_FMT_S32;
    }
    return AV_SAMPLE_FMT_NONE;
}

libav::CodecContext openEncoder(SoundCodec kind) {
    libav::quieten();
    const AVCodec* codec = avcodec_find_encoder(codecOf(kind));
    if (codec == nullptr) throw core::Failure("this machine's libav has no encoder for sound");
    libav::CodecContext context(avcodec_alloc_context3(codec));
    if (!context) throw std::bad_alloc();
    context->sample_rate = sound::kSampleRate;
    context->time_base = {1, sound::kSampleRate};
    context->ch_layout = AV_CHANNEL_LAYOUT_STEREO;
    context->sample_fmt = sampleFormatOf(kind);
    context->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER;
    if (kind == SoundCodec::aac || kind == SoundCodec::opus) context->bit_rate = kBitRate;
    if (kind == SoundCodec::flac) context->bits_per_raw_sample = 24;
    libav::check(avcodec_open2(context.get(), codec, nullptr), "cannot encode sound");
    return context;
}

}  // namespace

SoundCodec soundCodecFor(const Settings& settings, Container container) {
    if (container == Container::mkv) return SoundCodec::flac;
    if (container == Container::webm) return SoundCodec::opus;
    const bool played = codecInfo(settings.codec).played || container == Container::mp4;
    return played ? SoundCodec::aac : SoundCodec::pcm24;
}

struct SoundEncoder::State {
    State(const Soundtrack& track, SoundCodec codec)
        : kind(codec),
          mixer(track.mix, track.first),
          first(track.first),
          end(track.end),
          encoder(openEncoder(codec)) {}

    [[nodiscard]] int blockSize() const {
        const int usual = encoder->frame_size > 0 ? encoder->frame_size : kBlock;
        return static_cast<int>(std::min<std::int64_t>(usual, end - mixer.position()));
    }

    void feed() {
        const int count = blockSize();
        if (count <= 0) {
            libav::check(avcodec_send_frame(encoder.get(), nullptr), "cannot encode sound");
            return;
        }
        auto frame = libav::makeFrame();
        frame->nb_samples = count;
        frame->format = encoder->sample_fmt;
        frame->sample_rate = sound::kSampleRate;
        frame->ch_layout = AV_CHANNEL_LAYOUT_STEREO;
        frame->pts = mixer.position() - first;
        libav::check(av_frame_get_buffer(frame.get(), 0), "cannot encode sound");
        samples.resize(static_cast<std::size_t>(count) * sound::kChannels);
        mixer.read(samples);
        fill(*frame, samples);
        libav::check(avcodec_send_frame(encoder.get(), frame.get()), "cannot encode sound");
    }

    SoundCodec kind;
    sound::Mixer mixer;
    std::int64_t first, end;
    libav::CodecContext encoder;
    std::vector<float> samples;
};

SoundEncoder::SoundEncoder(const Soundtrack& track, SoundCodec codec)
    : state_(std::make_unique<State>(track, codec)) {}

SoundEncoder::~SoundEncoder() = default;

void SoundEncoder::describe(AVCodecParameters& stream) const {
    libav::check(avcodec_parameters_from_context(&stream, state_->encoder.get()),
                 "cannot describe the sound");
}

bool SoundEncoder::next(AVPacket* packet) {
    for (;;) {
        const int code = avcodec_receive_packet(state_->encoder.get(), packet);
        if (code == AVERROR_EOF) return false;
        if (code != AVERROR(EAGAIN)) {
            libav::check(code, "cannot encode sound");
            return true;
        }
        state_->feed();
    }
}

}  // namespace ebbflow::encode
