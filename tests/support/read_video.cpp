#include "support/read_video.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
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
    need(raw->nb_streams > 0 && raw->streams[0]->codecpar->codec_type == AVMEDIA_TYPE_VIDEO,
         "the picture is the first stream");
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
    out.profile = text(avcodec_profile_name(codec.codec_id, codec.profile));
    out.vendor = entry(stream.metadata, "vendor_id");
    out.depth = codec.bits_per_coded_sample;
    for (unsigned i = 1; i < file.nb_streams; ++i) {
        const AVCodecParameters& other = *file.streams[i]->codecpar;
        out.hasTimecodeTrack |= other.codec_tag == MKTAG('t', 'm', 'c', 'd');
        out.hasAudio |= other.codec_type == AVMEDIA_TYPE_AUDIO;
    }
    for (unsigned i = 0; i < file.nb_chapters; ++i) {
        const AVChapter& c = *file.chapters[i];
        const double unit = av_q2d(c.time_base);
        out.chapters.push_back({static_cast<double>(c.start) * unit,
                                static_cast<double>(c.end) * unit, entry(c.metadata, "title")});
    }
    readColour(codec, out);
    return out;
}

Owned<AVCodecContext> openDecoder(const AVStream& stream) {
    // libav's own decoder of VP9 leaves alpha out.
    const bool alpha = entry(stream.metadata, "alpha_mode") == "1";
    const AVCodec* codec = alpha ? avcodec_find_decoder_by_name("libvpx-vp9")
                                 : avcodec_find_decoder(stream.codecpar->codec_id);
    need(codec != nullptr, "no decoder");
    Owned<AVCodecContext> decoder(avcodec_alloc_context3(codec));
    need(avcodec_parameters_to_context(decoder.get(), stream.codecpar) >= 0, "parameters");
    decoder->pkt_timebase = stream.time_base;
    need(avcodec_open2(decoder.get(), codec, nullptr) == 0, "decoder does not start");
    return decoder;
}

encode::PixelFormat formatOf(int format) {
    using enum encode::PixelFormat;
    switch (format) {
        case AV_PIX_FMT_YUV420P:
            return yuv420p8;
        case AV_PIX_FMT_YUV444P:
            return yuv444p8;
        case AV_PIX_FMT_YUVA420P:
            return yuva420p8;
        case AV_PIX_FMT_YUV420P10:
            return yuv420p10;
        case AV_PIX_FMT_YUV422P10:
            return yuv422p10;
        case AV_PIX_FMT_YUV444P10:
        case AV_PIX_FMT_YUV444P12:
            return yuv444p10;
        case AV_PIX_FMT_YUVA444P10:
        case AV_PIX_FMT_YUVA444P12:
            return yuva444p10;
        case AV_PIX_FMT_GBRPF32:
            return gbrpf32;
        case AV_PIX_FMT_GBRAPF32:
            return gbrapf32;
        case AV_PIX_FMT_RGBA:
        case AV_PIX_FMT_BGRA:
        case AV_PIX_FMT_ARGB:
        case AV_PIX_FMT_RGB24:
            return rgba8;
        case AV_PIX_FMT_RGB48BE:
        case AV_PIX_FMT_RGBA64BE:
            return rgba16;
        default:
            throw core::Failure("reading back: unexpected pixel format " +
                                text(av_get_pix_fmt_name(static_cast<AVPixelFormat>(format))));
    }
}

/// libav decodes ProRes 4444 with 12 bits, whatever was encoded.
void dropTwoBits(encode::Planes& planes) {
    for (int p = 0; p < planes.planeCount(); ++p) {
        for (int y = 0; y < planes.planeHeight(p); ++y) {
            auto* row = reinterpret_cast<std::uint16_t*>(planes.row(p, y));
            for (int x = 0; x < planes.planeWidth(p); ++x) {
                const int rounded = (row[x] + 2) / 4;
                row[x] = static_cast<std::uint16_t>(std::min(rounded, 1023));
            }
        }
    }
}

const std::uint8_t* rowOf(const AVFrame& frame, int plane, int y) {
    return frame.data[plane] + static_cast<std::ptrdiff_t>(y) * frame.linesize[plane];
}

/// Deep PNGs have the high byte first, and opaque ones no alpha.
void unpackWords(const AVFrame& frame, encode::Planes& planes) {
    const int channels = frame.format == AV_PIX_FMT_RGB48BE ? 3 : 4;
    for (int y = 0; y < frame.height; ++y) {
        const std::uint8_t* in = rowOf(frame, 0, y);
        auto* out = reinterpret_cast<std::uint16_t*>(planes.row(0, y));
        for (int x = 0; x < frame.width; ++x) {
            for (int c = 0; c < 4; ++c, ++out) {
                *out = 65535;
                if (c == channels) continue;
                *out = static_cast<std::uint16_t>(in[0] << 8 | in[1]);
                in += 2;
            }
        }
    }
}

/// Of GIF and WebP, whose channels come in other orders, and of opaque PNGs, which have three.
void orderBytes(const AVFrame& frame, const AVPixFmtDescriptor& info, encode::Planes& planes) {
    for (int y = 0; y < frame.height; ++y) {
        const std::uint8_t* in = rowOf(frame, 0, y);
        std::uint8_t* out = planes.row(0, y);
        for (int x = 0; x < frame.width; ++x, in += info.nb_components) {
            for (int c = 0; c < 4; ++c)
                *out++ = c < info.nb_components ? in[info.comp[c].offset] : std::uint8_t{255};
        }
    }
}

encode::Planes planesFrom(const AVFrame& frame) {
    encode::Planes planes(formatOf(frame.format), frame.width, frame.height);
    if (planes.format() == encode::PixelFormat::rgba16) {
        unpackWords(frame, planes);
        return planes;
    }
    const AVPixFmtDescriptor* info = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (planes.format() == encode::PixelFormat::rgba8) {
        orderBytes(frame, *info, planes);
        return planes;
    }
    for (int p = 0; p < planes.planeCount(); ++p) {
        for (int y = 0; y < planes.planeHeight(p); ++y) {
            std::memcpy(planes.row(p, y), rowOf(frame, p, y), planes.rowBytes(p));
        }
    }
    if (info->comp[0].depth == 12) dropTwoBits(planes);
    return planes;
}

class Decoding {
public:
    Decoding(AVFormatContext& file, VideoFile& out, const TakeFrame& take)
        : file_(file), out_(out), take_(take), decoder_(openDecoder(*file.streams[0])) {}

    void run() {
        const Owned<AVPacket> packet(av_packet_alloc());
        while (av_read_frame(&file_, packet.get()) == 0) {
            // The other tracks are of timecode, chapters, sound.
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

std::vector<encode::Planes> readFrames(const std::filesystem::path& path) {
    std::vector<encode::Planes> frames;
    const VideoFile file = readVideo(path, [&](std::int64_t, const encode::Planes& frame) {
        encode::Planes copy(frame.format(), frame.width(), frame.height());
        std::memcpy(copy.row(0, 0), frame.row(0, 0), frame.bytes());
        frames.push_back(std::move(copy));
    });
    need(file.frameStarts.size() == frames.size(), "frames were lost");
    return frames;
}

namespace {

double sampleOf(const encode::Planes& planes, int p, int x, int y) {
    switch (encode::formatInfo(planes.format()).bits) {
        case 8:
            return planes.row(p, y)[x];
        case 32:
            return reinterpret_cast<const float*>(planes.row(p, y))[x];
        default:
            return reinterpret_cast<const std::uint16_t*>(planes.row(p, y))[x];
    }
}

}  // namespace

double psnr(const encode::Planes& a, const encode::Planes& b, int p) {
    need(a.format() == b.format() && a.width() == b.width() && a.height() == b.height(),
         "frames of different shapes");
    double sum = 0;
    for (int y = 0; y < a.planeHeight(p); ++y) {
        for (int x = 0; x < a.planeWidth(p); ++x) {
            const double difference = sampleOf(a, p, x, y) - sampleOf(b, p, x, y);
            sum += difference * difference;
        }
    }
    const double mean = sum / a.planeHeight(p) / a.planeWidth(p);
    if (mean == 0) return std::numeric_limits<double>::infinity();
    const int bits = encode::formatInfo(a.format()).bits;
    const double range = bits == 32 ? 1 : std::ldexp(1, bits) - 1;
    return 10 * std::log10(range * range / mean);
}

}  // namespace ebbflow::test
