#include "support/read_video.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/pixdesc.h>
}

#include <cmath>
#include <cstring>
#include <limits>
#include <memory>

#include "core/error.hpp"

namespace ebbflow::test {

namespace {

void need(bool good, const std::string& what) {
    if (!good) throw core::Failure("reading back: " + what);
}

struct Free {
    void operator()(AVFormatContext* c) const { avformat_close_input(&c); }
    void operator()(AVCodecContext* c) const { avcodec_free_context(&c); }
    void operator()(AVFrame* f) const { av_frame_free(&f); }
    void operator()(AVPacket* p) const { av_packet_free(&p); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

std::string text(const char* words) {
    return words != nullptr ? words : "";
}

std::string entry(const AVDictionary* dictionary, const char* key) {
    const AVDictionaryEntry* found = av_dict_get(dictionary, key, nullptr, 0);
    return found != nullptr ? found->value : "";
}

core::FrameRate rateFrom(AVRational r) {
    return {r.num, r.den};
}

Owned<AVFormatContext> open(const std::filesystem::path& path) {
    AVFormatContext* raw = nullptr;
    need(avformat_open_input(&raw, path.c_str(), nullptr, nullptr) == 0, path.string());
    Owned<AVFormatContext> file(raw);
    need(avformat_find_stream_info(raw, nullptr) >= 0, "no stream information");
    // Beside the picture at most the track of its timecode.
    const bool timecode =
        raw->nb_streams == 2 && raw->streams[1]->codecpar->codec_tag == MKTAG('t', 'm', 'c', 'd');
    need(raw->nb_streams == 1 || timecode, "one stream expected");
    return file;
}

void readColour(const AVCodecParameters& stream, VideoFile& out) {
    out.pixelFormat = text(av_get_pix_fmt_name(static_cast<AVPixelFormat>(stream.format)));
    out.range = text(av_color_range_name(stream.color_range));
    out.primaries = text(av_color_primaries_name(stream.color_primaries));
    out.transfer = text(av_color_transfer_name(stream.color_trc));
    out.matrix = text(av_color_space_name(stream.color_space));
    out.siting = text(av_chroma_location_name(stream.chroma_location));
}

VideoFile readHeader(const AVFormatContext& file) {
    const AVStream& stream = *file.streams[0];
    const AVCodecParameters& codec = *stream.codecpar;
    VideoFile out;
    out.container = file.iformat->name;
    out.codec = avcodec_get_name(codec.codec_id);
    char tag[AV_FOURCC_MAX_STRING_SIZE] = {};
    out.codecTag = av_fourcc_make_string(tag, codec.codec_tag);
    out.width = codec.width;
    out.height = codec.height;
    out.rate = rateFrom(stream.avg_frame_rate);
    out.nominalRate = rateFrom(stream.r_frame_rate);
    out.startSeconds = static_cast<double>(file.start_time) / AV_TIME_BASE;
    out.durationSeconds = static_cast<double>(file.duration) / AV_TIME_BASE;
    out.pixelAspect = av_q2d(stream.sample_aspect_ratio);
    out.title = entry(file.metadata, "title");
    out.language = entry(stream.metadata, "language");
    out.timecode = entry(stream.metadata, "timecode");
    out.hasTimecodeTrack = file.nb_streams == 2;
    readColour(codec, out);
    return out;
}

Owned<AVCodecContext> openDecoder(const AVStream& stream) {
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    need(codec != nullptr, "no decoder");
    Owned<AVCodecContext> decoder(avcodec_alloc_context3(codec));
    need(avcodec_parameters_to_context(decoder.get(), stream.codecpar) >= 0, "parameters");
    decoder->pkt_timebase = stream.time_base;
    need(avcodec_open2(decoder.get(), codec, nullptr) == 0, "decoder does not start");
    return decoder;
}

video::Planes planesFrom(const AVFrame& frame) {
    need(frame.format == AV_PIX_FMT_YUV420P || frame.format == AV_PIX_FMT_YUV444P,
         "unexpected pixel format");
    video::Planes planes(frame.format == AV_PIX_FMT_YUV420P ? video::PixelFormat::yuv420p8
                                                            : video::PixelFormat::yuv444p8,
                         frame.width, frame.height);
    for (int p = 0; p < planes.planeCount(); ++p) {
        for (int y = 0; y < planes.planeHeight(p); ++y) {
            std::memcpy(planes.row(p, y), frame.data[p] + y * frame.linesize[p],
                        planes.rowBytes(p));
        }
    }
    return planes;
}

class Decoding {
public:
    Decoding(AVFormatContext& file, VideoFile& out, const TakeFrame& take)
        : file_(file), out_(out), take_(take), decoder_(openDecoder(*file.streams[0])) {}

    void run() {
        const Owned<AVPacket> packet(av_packet_alloc());
        while (av_read_frame(&file_, packet.get()) == 0) {
            // The other track is that of timecode.
            if (packet->stream_index == 0) {
                if (packet->dts != AV_NOPTS_VALUE) out_.packetDts.push_back(seconds(packet->dts));
                send(packet.get());
            }
            av_packet_unref(packet.get());
        }
        send(nullptr);
    }

private:
    [[nodiscard]] double seconds(std::int64_t time) const {
        return static_cast<double>(time) * av_q2d(file_.streams[0]->time_base);
    }

    void send(const AVPacket* packet) {
        need(avcodec_send_packet(decoder_.get(), packet) == 0, "a packet does not decode");
        const Owned<AVFrame> frame(av_frame_alloc());
        while (avcodec_receive_frame(decoder_.get(), frame.get()) == 0) {
            need(frame->decode_error_flags == 0, "a damaged frame");
            const auto index = static_cast<std::int64_t>(out_.frameStarts.size());
            out_.frameStarts.push_back(seconds(frame->pts));
            if (take_) take_(index, planesFrom(*frame));
        }
    }

    AVFormatContext& file_;
    VideoFile& out_;
    const TakeFrame& take_;
    Owned<AVCodecContext> decoder_;
};

}  // namespace

VideoFile readVideo(const std::filesystem::path& path, const TakeFrame& frame) {
    const Owned<AVFormatContext> file = open(path);
    VideoFile out = readHeader(*file);
    Decoding(*file, out, frame).run();
    return out;
}

std::vector<video::Planes> readFrames(const std::filesystem::path& path) {
    std::vector<video::Planes> frames;
    const VideoFile file = readVideo(path, [&](std::int64_t, const video::Planes& frame) {
        video::Planes copy(frame.format(), frame.width(), frame.height());
        std::memcpy(copy.row(0, 0), frame.row(0, 0), frame.bytes());
        frames.push_back(std::move(copy));
    });
    need(file.frameStarts.size() == frames.size(), "frames were lost");
    return frames;
}

double psnr(const video::Planes& a, const video::Planes& b, int p) {
    need(a.format() == b.format() && a.width() == b.width() && a.height() == b.height(),
         "frames of different shapes");
    double sum = 0;
    for (int y = 0; y < a.planeHeight(p); ++y) {
        for (int x = 0; x < a.planeWidth(p); ++x) {
            const double difference = a.row(p, y)[x] - b.row(p, y)[x];
            sum += difference * difference;
        }
    }
    const double mean = sum / a.planeHeight(p) / a.planeWidth(p);
    if (mean == 0) return std::numeric_limits<double>::infinity();
    return 10 * std::log10(255 * 255 / mean);
}

}  // namespace ebbflow::test
