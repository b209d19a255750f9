#include "support/read_side.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <functional>
#include <stdexcept>

namespace ebbflow::test {

namespace {

void check(int code) {
    if (code < 0) throw std::runtime_error("libav could not read what was written");
}

std::string languageOf(const AVStream& stream) {
    const AVDictionaryEntry* entry = av_dict_get(stream.metadata, "language", nullptr, 0);
    return entry == nullptr ? "" : entry->value;
}

class File {
public:
    explicit File(const std::filesystem::path& path) {
        check(avformat_open_input(&context_, path.c_str(), nullptr, nullptr));
        check(avformat_find_stream_info(context_, nullptr));
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        av_packet_free(&packet_);
        avformat_close_input(&context_);
    }

    [[nodiscard]] AVFormatContext& get() const { return *context_; }

    void eachPacket(int stream, const std::function<void(AVPacket&)>& take) {
        while (av_read_frame(context_, packet_) >= 0) {
            if (packet_->stream_index == stream) take(*packet_);
            av_packet_unref(packet_);
        }
    }

private:
    AVFormatContext* context_ = nullptr;
    AVPacket* packet_ = av_packet_alloc();
};

float sampleOf(const AVFrame& frame, int i) {
    const int stride = frame.ch_layout.nb_channels;
    switch (frame.format) {
        case AV_SAMPLE_FMT_FLTP:
            return reinterpret_cast<const float*>(frame.extended_data[0])[i];
        case AV_SAMPLE_FMT_S32:
            return static_cast<float>(reinterpret_cast<const std::int32_t*>(
                                          frame.data[0])[static_cast<std::ptrdiff_t>(i) * stride] /
                                      2147483648.0);
        default:
            throw std::runtime_error("a sample format that no film has");
    }
}

void decode(AVCodecContext& decoder, const AVPacket* packet, const AVStream& stream,
            SoundOf& sound) {
    check(avcodec_send_packet(&decoder, packet));
    AVFrame* frame = av_frame_alloc();
    while (avcodec_receive_frame(&decoder, frame) >= 0) {
        if (sound.left.empty())
            sound.startSeconds = static_cast<double>(frame->pts) * av_q2d(stream.time_base);
        for (int i = 0; i < frame->nb_samples; ++i) sound.left.push_back(sampleOf(*frame, i));
    }
    av_frame_free(&frame);
}

/// The words of a packet: 3GPP timed text has their length before them.
std::string wordsOf(const AVPacket& packet, AVCodecID codec) {
    std::string data(reinterpret_cast<const char*>(packet.data),
                     static_cast<std::size_t>(packet.size));
    if (codec != AV_CODEC_ID_MOV_TEXT) return data;
    const std::size_t length = static_cast<std::size_t>(packet.data[0]) * 256 + packet.data[1];
    return data.substr(2, length);
}

core::FilmTime timeOf(std::int64_t count, AVRational unit) {
    return core::FilmTime::fromSeconds(static_cast<double>(count) * av_q2d(unit));
}

}  // namespace

SoundOf readSound(const std::filesystem::path& path) {
    File file(path);
    SoundOf sound;
    const AVCodec* codec = nullptr;
    const int index = av_find_best_stream(&file.get(), AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0);
    if (index < 0) return sound;
    const AVStream& stream = *file.get().streams[index];
    sound.codec = avcodec_get_name(stream.codecpar->codec_id);
    sound.language = languageOf(stream);
    sound.rate = stream.codecpar->sample_rate;
    sound.channels = stream.codecpar->ch_layout.nb_channels;
    AVCodecContext* decoder = avcodec_alloc_context3(codec);
    check(avcodec_parameters_to_context(decoder, stream.codecpar));
    decoder->pkt_timebase = stream.time_base;
    check(avcodec_open2(decoder, codec, nullptr));
    file.eachPacket(index, [&](AVPacket& packet) { decode(*decoder, &packet, stream, sound); });
    decode(*decoder, nullptr, stream, sound);
    avcodec_free_context(&decoder);
    return sound;
}

std::vector<SubtitlesOf> readSubtitles(const std::filesystem::path& path) {
    std::vector<SubtitlesOf> all;
    const auto count = File(path).get().nb_streams;
    for (int i = 0; i < static_cast<int>(count); ++i) {
        File file(path);
        const AVStream& stream = *file.get().streams[i];
        if (stream.codecpar->codec_type != AVMEDIA_TYPE_SUBTITLE) continue;
        SubtitlesOf track{avcodec_get_name(stream.codecpar->codec_id), languageOf(stream), {}};
        file.eachPacket(i, [&](AVPacket& packet) {
            const std::string words = wordsOf(packet, stream.codecpar->codec_id);
            if (words.empty()) return;
            track.captions.push_back({timeOf(packet.pts, stream.time_base),
                                      timeOf(packet.pts + packet.duration, stream.time_base),
                                      words});
        });
        all.push_back(std::move(track));
    }
    return all;
}

}  // namespace ebbflow::test
