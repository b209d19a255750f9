#include "quality/film_reader.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/pixdesc.h>
}

#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <new>
#include <string_view>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/patience.hpp"
#include "encode/libav.hpp"
#include "quality/frame_pixels.hpp"
#include "quality/loudness_meter.hpp"
#include "quality/picture_gate.hpp"

namespace ebbflow::quality {

namespace libav = encode::libav;

namespace {

struct Close {
    void operator()(AVFormatContext* file) const { avformat_close_input(&file); }
};
using File = std::unique_ptr<AVFormatContext, Close>;

/// Formats that hold their pictures themselves. Playlists and lists of parts, which name other
/// files, are none, nor is the terminal's output, which libav takes any text for.
constexpr const char* kFormats =
    "apng,asf,avi,dv,flv,gif,h264,hevc,ivf,m4v,matroska,mov,mp4,mpeg,mpegts,mpegvideo,mxf,nut,obu,"
    "ogg,rm,wav,webm,webp,webp_pipe,yuv4mpegpipe";

File openFile(const std::filesystem::path& path, core::Patience& patience) {
    libav::quieten();
    AVFormatContext* raw = avformat_alloc_context();
    if (raw == nullptr) throw std::bad_alloc();
    raw->interrupt_callback = {core::Patience::isOver, &patience};
    const std::string what = "cannot read " + path.string();
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", kFormats, 0);
    const int opened =
        avformat_open_input(&raw, ("file:" + path.string()).c_str(), nullptr, &options);
    av_dict_free(&options);
    if (opened == AVERROR(EINVAL)) throw core::Failure(path.string() + " is no film");
    libav::check(opened, what);
    File file(raw);
    libav::check(avformat_find_stream_info(raw, nullptr), what);
    return file;
}

AVStream& pictureOf(AVFormatContext& file, const std::filesystem::path& path) {
    const int index = av_find_best_stream(&file, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (index < 0) throw core::Failure("there is no picture in " + path.string());
    return *file.streams[index];
}

std::string text(const char* words) {
    return words != nullptr ? words : "unknown";
}

std::string entry(const AVDictionary* dictionary, const char* key) {
    const AVDictionaryEntry* found = av_dict_get(dictionary, key, nullptr, 0);
    return found != nullptr ? found->value : "";
}

core::FrameRate rateOf(AVRational rate) {
    return {rate.num, rate.den};
}

FilmFacts headerOf(const AVFormatContext& file, const AVStream& stream) {
    const AVCodecParameters& codec = *stream.codecpar;
    FilmFacts facts;
    facts.container = file.iformat->name;
    facts.codec = avcodec_get_name(codec.codec_id);
    facts.pixelFormat = text(av_get_pix_fmt_name(static_cast<AVPixelFormat>(codec.format)));
    const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(codec.format));
    if (format != nullptr) facts.bits = format->comp[0].depth;
    facts.width = codec.width;
    facts.height = codec.height;
    if (stream.sample_aspect_ratio.num > 0) facts.pixelAspect = av_q2d(stream.sample_aspect_ratio);
    facts.rate = rateOf(stream.avg_frame_rate);
    facts.nominalRate = rateOf(stream.r_frame_rate);
    facts.range = text(av_color_range_name(codec.color_range));
    facts.primaries = text(av_color_primaries_name(codec.color_primaries));
    facts.transfer = text(av_color_transfer_name(codec.color_trc));
    facts.matrix = text(av_color_space_name(codec.color_space));
    facts.interlaced =
        codec.field_order != AV_FIELD_PROGRESSIVE && codec.field_order != AV_FIELD_UNKNOWN;
    // VP9's alpha is a stream of its own beside the picture, which decoders may leave out.
    facts.alpha = entry(stream.metadata, "alpha_mode") == "1";
    facts.timecode = entry(stream.metadata, "timecode");
    // Matroska keeps it with the file.
    if (facts.timecode.empty()) facts.timecode = entry(file.metadata, "timecode");
    return facts;
}

libav::CodecContext openDecoder(const AVStream& stream) {
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    const std::string what =
        fmt::format("no decoder for {} starts", avcodec_get_name(stream.codecpar->codec_id));
    if (codec == nullptr) throw core::Failure(what);
    libav::CodecContext decoder(avcodec_alloc_context3(codec));
    if (!decoder) throw std::bad_alloc();
    libav::check(avcodec_parameters_to_context(decoder.get(), stream.codecpar), what);
    decoder->pkt_timebase = stream.time_base;
    decoder->thread_count = 0;
    libav::check(avcodec_open2(decoder.get(), codec, nullptr), what);
    return decoder;
}

/// One packet, or the end, through a decoder; false when the packet is damaged.
template <class Take>
bool decode(AVCodecContext& decoder, const AVPacket* packet, AVFrame* frame, Take take) {
    const bool good = avcodec_send_packet(&decoder, packet) >= 0;
    while (avcodec_receive_frame(&decoder, frame) >= 0) {
        take(*frame);
        av_frame_unref(frame);
    }
    if (!good) (void)libav::takeLastError();
    return good;
}

/// The pictures: their places in time, and what they show.
class PictureTrack {
public:
    PictureTrack(const AVStream& stream, FilmFacts& facts,
                 const std::function<void(const ReadFrame&)>& take)
        : stream_(stream),
          facts_(facts),
          take_(take),
          decoder_(openDecoder(stream)),
          size_(smallSize(facts.width, facts.height)),
          pixels_(size_.width, size_.height) {}

    void send(const AVPacket* packet) {
        const bool good =
            decode(*decoder_, packet, frame_.get(), [this](AVFrame& frame) { look(frame); });
        if (!good && packet != nullptr) ++facts_.damaged;
    }

private:
    void look(const AVFrame& frame) {
        if (frame.decode_error_flags != 0) ++facts_.damaged;
        if (frame.interlaced_frame != 0) facts_.interlaced = true;
        if (facts_.frames == 0) describe(frame);
        time(frame.best_effort_timestamp);
        take_({facts_.frames, pixels_.small(frame), pixels_.levels(frame)});
        ++facts_.frames;
    }

    /// What only the decoder knows.
    void describe(const AVFrame& frame) {
        const char* grade = avcodec_profile_name(decoder_->codec_id, decoder_->profile);
        if (grade != nullptr) facts_.grade = grade;
        const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
        if (format != nullptr && (format->flags & AV_PIX_FMT_FLAG_ALPHA) != 0) facts_.alpha = true;
    }

    /// Frame i belongs at i / rate, as exactly as the container's clock can say it.
    void time(std::int64_t at) {
        const AVRational clock = stream_.time_base;
        if (facts_.frames == 0) {
            first_ = at;
            facts_.startSeconds = static_cast<double>(at) * av_q2d(clock);
        }
        if (facts_.rate.numerator <= 0) return;
        const AVRational frame{static_cast<int>(facts_.rate.denominator),
                               static_cast<int>(facts_.rate.numerator)};
        const std::int64_t wanted = av_rescale_q(facts_.frames, frame, clock);
        const bool exact = static_cast<std::int64_t>(frame.num) * clock.den %
                               (static_cast<std::int64_t>(frame.den) * clock.num) ==
                           0;
        if (std::abs(at - first_ - wanted) <= (exact ? 0 : 1)) return;
        if (facts_.uneven++ == 0) facts_.firstUneven = facts_.frames;
    }

    const AVStream& stream_;
    FilmFacts& facts_;
    const std::function<void(const ReadFrame&)>& take_;
    libav::CodecContext decoder_;
    libav::Frame frame_ = libav::makeFrame();
    SmallSize size_;
    FramePixels pixels_;
    std::int64_t first_ = 0;
};

/// One track of sound.
class SoundTrack {
public:
    explicit SoundTrack(const AVStream& stream) : decoder_(openDecoder(stream)), meter_(*decoder_) {
        facts_.codec = avcodec_get_name(stream.codecpar->codec_id);
        facts_.language = entry(stream.metadata, "language");
        facts_.sampleRate = decoder_->sample_rate;
        facts_.channels = decoder_->ch_layout.nb_channels;
        if (stream.start_time != AV_NOPTS_VALUE)
            facts_.startSeconds = static_cast<double>(stream.start_time) * av_q2d(stream.time_base);
    }

    void send(const AVPacket* packet) {
        (void)decode(*decoder_, packet, frame_.get(), [this](AVFrame& frame) {
            facts_.seconds += static_cast<double>(frame.nb_samples) / facts_.sampleRate;
            meter_.add(&frame);
        });
    }

    [[nodiscard]] SoundFacts finish() {
        send(nullptr);
        facts_.loudness = meter_.finish();
        return facts_;
    }

private:
    libav::CodecContext decoder_;
    LoudnessMeter meter_;
    libav::Frame frame_ = libav::makeFrame();
    SoundFacts facts_;
};

std::map<int, SoundTrack> soundOf(const AVFormatContext& file) {
    std::map<int, SoundTrack> tracks;
    for (unsigned i = 0; i < file.nb_streams; ++i) {
        const AVStream& stream = *file.streams[i];
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_AUDIO)
            tracks.emplace(static_cast<int>(i), SoundTrack(stream));
    }
    return tracks;
}

}  // namespace

FilmFacts factsOf(const std::filesystem::path& path) {
    core::Patience patience;
    const File file = openFile(path, patience);
    return headerOf(*file, pictureOf(*file, path));
}

FilmFacts readFilm(const std::filesystem::path& path,
                   const std::function<void(const ReadFrame&)>& frame) {
    core::Patience patience;
    const File file = openFile(path, patience);
    AVStream& stream = pictureOf(*file, path);
    FilmFacts facts = headerOf(*file, stream);
    PictureTrack picture(stream, facts, frame);
    std::map<int, SoundTrack> sound = soundOf(*file);
    const libav::Packet packet = libav::makePacket();
    int code = 0;
    const auto next = [&] {
        patience.renew();
        return av_read_frame(file.get(), packet.get());
    };
    while ((code = next()) >= 0) {
        if (packet->stream_index == stream.index) picture.send(packet.get());
        const auto track = sound.find(packet->stream_index);
        if (track != sound.end()) track->second.send(packet.get());
        av_packet_unref(packet.get());
    }
    if (code != AVERROR_EOF) libav::check(code, "cannot read " + path.string());
    picture.send(nullptr);
    for (auto& [index, track] : sound) facts.sound.push_back(track.finish());
    return facts;
}

}  // namespace ebbflow::quality
