#include "sound/audio_file.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
}

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <new>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/patience.hpp"

namespace ebbflow::sound {

namespace {

struct Free {
    void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(SwrContext* resampler) const { swr_free(&resampler); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

std::string wordsOf(int code) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> words{};
    av_strerror(code, words.data(), words.size());
    return words.data();
}

int check(int code, const std::string& what) {
    if (code < 0) throw core::Failure(what + ": " + wordsOf(code));
    return code;
}

template <class T>
Owned<T> owned(T* object) {
    if (object == nullptr) throw std::bad_alloc();
    return Owned<T>(object);
}

/// Formats that hold their sound themselves. Playlists, lists of parts and descriptions of streams,
/// which name other files, are none.
constexpr const char* kFormats =
    "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dsf,dts,dtshd,eac3,flac,flv,matroska,mp3,mpc,mpc8,mpeg,"
    "mpegts,mov,mp4,ogg,oma,qoa,tak,tta,voc,w64,wav,webm,wv";

/// Slower ones are damaged or meant to swell: a second of them becomes 48,000 samples.
constexpr int kSlowestRate = 1000;

Owned<AVFormatContext> open(const std::string& path, core::Patience& patience) {
    // libav would write its warnings to the terminal.
    av_log_set_level(AV_LOG_QUIET);
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    if (!std::filesystem::exists(status)) throw core::Failure("there is no such file");
    // At a pipe the reader would wait without end.
    if (!std::filesystem::is_regular_file(status))
        throw core::Failure("is a folder, a pipe or a device; name a sound file");
    AVFormatContext* context = owned(avformat_alloc_context()).release();
    context->interrupt_callback = {core::Patience::isOver, &patience};
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", kFormats, 0);
    // Named so, a path is nothing but a path.
    const int opened = avformat_open_input(&context, ("file:" + path).c_str(), nullptr, &options);
    av_dict_free(&options);
    if (opened == AVERROR(EINVAL))
        throw core::Failure("it is no sound file that can be read; playlists and lists are none");
    check(opened, "it is no sound file that can be read");
    return Owned<AVFormatContext>(context);
}

}  // namespace

struct AudioFile::State {
    State(const std::string& path, const core::Limits& limits)
        : mostSamples(kSampleRate * static_cast<std::int64_t>(
                                        std::min<std::uint64_t>(limits.soundSeconds, kAnyLength))),
          file(open(path, patience)),
          packet(owned(av_packet_alloc())),
          frame(owned(av_frame_alloc())) {
        check(avformat_find_stream_info(file.get(), nullptr), "it cannot be read");
        const AVCodec* codec = nullptr;
        stream = av_find_best_stream(file.get(), AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0);
        if (stream < 0 || codec == nullptr) throw core::Failure("it holds no sound");
        decoder = owned(avcodec_alloc_context3(codec));
        const AVStream& source = *file->streams[stream];
        check(avcodec_parameters_to_context(decoder.get(), source.codecpar), "it cannot be read");
        // Without the time base the decoder cannot tell how much of a packet is padding.
        decoder->pkt_timebase = source.time_base;
        check(avcodec_open2(decoder.get(), codec, nullptr), "it cannot be decoded");
        for (unsigned i = 0; i < file->nb_streams; ++i) {
            if (static_cast<int>(i) != stream) file->streams[i]->discard = AVDISCARD_ALL;
        }
        if (!decodeSome()) throw core::Failure("it holds no sound");
    }

    /// More samples into `ready`; false at the end of the file.
    bool decodeSome() {
        while (!ended && begin == ready.size()) {
            const int code = avcodec_receive_frame(decoder.get(), frame.get());
            if (code == AVERROR(EAGAIN)) {
                feed();
            } else if (code == AVERROR_EOF) {
                if (resampler) convert(nullptr, 0);
                ended = true;
            } else {
                check(code, "it cannot be decoded");
                if (!resampler) makeResampler();
                convert(const_cast<const std::uint8_t**>(frame->extended_data), frame->nb_samples);
            }
        }
        return begin < ready.size();
    }

    void feed() {
        patience.renew();
        const int code = av_read_frame(file.get(), packet.get());
        if (code == AVERROR_EOF) {
            check(avcodec_send_packet(decoder.get(), nullptr), "it cannot be decoded");
            return;
        }
        check(code, "it cannot be read");
        const int sent =
            packet->stream_index == stream ? avcodec_send_packet(decoder.get(), packet.get()) : 0;
        av_packet_unref(packet.get());
        check(sent, "it cannot be decoded");
    }

    void makeResampler() {
        if (frame->sample_rate < kSlowestRate)
            throw core::Failure(fmt::format("it has {} samples a second, and needs {} at least",
                                            frame->sample_rate, kSlowestRate));
        AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO;
        AVChannelLayout from{};
        // Files that do not say how their channels lie have the usual layout of their number.
        if (frame->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
            av_channel_layout_default(&from, frame->ch_layout.nb_channels);
        else
            check(av_channel_layout_copy(&from, &frame->ch_layout), "it cannot be read");
        SwrContext* made = nullptr;
        const int code = swr_alloc_set_opts2(&made, &stereo, AV_SAMPLE_FMT_FLT, kSampleRate, &from,
                                             static_cast<AVSampleFormat>(frame->format),
                                             frame->sample_rate, 0, nullptr);
        const int channels = from.nb_channels;
        av_channel_layout_uninit(&from);
        check(code, "its samples cannot be converted");
        resampler.reset(made);
        // One channel is heard as loud from both sides as it is alone.
        const std::array<double, 2> both{1, 1};
        if (channels == 1)
            check(swr_set_matrix(made, both.data(), 1), "its samples cannot be converted");
        check(swr_init(made), "its samples cannot be converted");
    }

    void convert(const std::uint8_t** samples, int count) {
        const int room = swr_get_out_samples(resampler.get(), count);
        check(room, "its samples cannot be converted");
        ready.resize(static_cast<std::size_t>(room) * kChannels);
        auto* out = reinterpret_cast<std::uint8_t*>(ready.data());
        const int made = swr_convert(resampler.get(), &out, room, samples, count);
        check(made, "its samples cannot be converted");
        ready.resize(static_cast<std::size_t>(made) * kChannels);
        begin = 0;
        decoded += made;
        requireLength(decoded);
    }

    void requireLength(std::int64_t samples) const {
        if (samples > mostSamples)
            throw core::Failure(fmt::format("it is longer than {} hours; {}",
                                            mostSamples / kSampleRate / 3600, core::kLiftLimits));
    }

    static constexpr std::uint64_t kAnyLength = std::uint64_t{1} << 40;
    std::int64_t mostSamples;
    std::int64_t decoded = 0;
    core::Patience patience;  ///< of the file, which asks it
    Owned<AVFormatContext> file;
    Owned<AVCodecContext> decoder;
    Owned<AVPacket> packet;
    Owned<AVFrame> frame;
    Owned<SwrContext> resampler;
    int stream = -1;
    std::vector<float> ready;
    std::size_t begin = 0;  ///< of what is ready, not yet given away
    bool ended = false;
};

AudioFile::AudioFile(const std::string& path, const core::Limits& limits)
    : state_(std::make_unique<State>(path, limits)) {}
AudioFile::AudioFile(AudioFile&&) noexcept = default;
AudioFile& AudioFile::operator=(AudioFile&&) noexcept = default;
AudioFile::~AudioFile() = default;

std::int64_t AudioFile::read(std::span<float> out) {
    std::size_t filled = 0;
    while (filled < out.size() && state_->decodeSome()) {
        const std::size_t count =
            std::min(out.size() - filled, state_->ready.size() - state_->begin);
        std::copy_n(state_->ready.begin() + static_cast<std::ptrdiff_t>(state_->begin), count,
                    out.begin() + static_cast<std::ptrdiff_t>(filled));
        state_->begin += count;
        filled += count;
    }
    return static_cast<std::int64_t>(filled) / kChannels;
}

void AudioFile::skip(std::int64_t samples) {
    auto left = static_cast<std::size_t>(samples) * kChannels;
    while (left > 0 && state_->decodeSome()) {
        const std::size_t count = std::min(left, state_->ready.size() - state_->begin);
        state_->begin += count;
        left -= count;
    }
}

std::int64_t AudioFile::promisedLength() const {
    const AVStream& stream = *state_->file->streams[state_->stream];
    const AVCodecID codec = stream.codecpar->codec_id;
    const bool counted = codec == AV_CODEC_ID_FLAC ||
                         (av_get_exact_bits_per_sample(codec) > 0 && codec != AV_CODEC_ID_DSD_LSBF);
    if (!counted || stream.duration <= 0) return -1;
    const std::int64_t length =
        av_rescale_q_rnd(stream.duration, stream.time_base, {1, kSampleRate}, AV_ROUND_UP);
    state_->requireLength(length);
    return length;
}

std::int64_t lengthOf(const std::string& path, const core::Limits& limits) {
    AudioFile file(path, limits);
    if (const std::int64_t promised = file.promisedLength(); promised > 0) return promised;
    std::vector<float> block(static_cast<std::size_t>(kSampleRate) * kChannels);
    std::int64_t length = 0;
    while (const std::int64_t count = file.read(block)) length += count;
    return length;
}

}  // namespace ebbflow::sound
