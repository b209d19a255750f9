#include "delivery/side_writer.hpp"

extern "C" {
#include <libavformat/avformat.h>
}

#include <cstring>
#include <optional>
#include <system_error>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "delivery/language_code.hpp"
#include "encode/sound_encoder.hpp"
#include "encode/subtitle_packets.hpp"
#include "sound/sample_time.hpp"

namespace ebbflow::delivery {

namespace {

constexpr AVRational kSample{1, sound::kSampleRate};
constexpr AVRational kMillisecond{1, 1000};

AVStream& addStream(encode::libav::FileMuxer& file, const std::string& language) {
    AVStream* stream = avformat_new_stream(file.get(), nullptr);
    if (stream == nullptr) throw std::bad_alloc();
    if (!language.empty())
        av_dict_set(&stream->metadata, "language", languageCode(language).c_str(), 0);
    return *stream;
}

}  // namespace

struct SideWriter::State {
    struct Subtitles {
        int stream = 0;
        std::vector<encode::SubtitlePacket> packets;
        std::size_t next = 0;
    };

    State(encode::libav::FileMuxer& muxer, const encode::Settings& settings,
          encode::Container container)
        : file(muxer) {
        if (!settings.side || !encode::takesSound(container)) return;
        const encode::SideTracks& side = *settings.side;
        if (!side.sound.mix.empty()) {
            sound.emplace(side.sound, encode::soundCodecFor(settings, container));
            AVStream& stream = addStream(file, side.sound.language);
            sound->describe(*stream.codecpar);
            stream.codecpar->codec_tag = 0;
            stream.time_base = kSample;
            stream.disposition = AV_DISPOSITION_DEFAULT;
            soundStream = stream.index;
            // Readers of WebM take its codec delay from every time, the first one's too.
            if (container == encode::Container::webm) soundShift = stream.codecpar->initial_padding;
        }
        for (const encode::SubtitleTrack& track : side.subtitles) {
            AVStream& stream = addStream(file, track.language);
            encode::describeSubtitles(*stream.codecpar, container, settings.size);
            stream.time_base = kMillisecond;
            subtitles.push_back({stream.index, encode::packetsOf(track, container), 0});
        }
    }

    void write(AVPacket* ready, int stream, AVRational unit) {
        ready->stream_index = stream;
        ready->pos = -1;
        av_packet_rescale_ts(ready, unit, file->streams[stream]->time_base);
        file.write(ready);
        av_packet_unref(ready);
    }

    void writeSoundUntil(double seconds) {
        while (sound) {
            if (!waiting) {
                waiting = sound->next(packet.get());
                if (!waiting) {
                    sound.reset();
                    return;
                }
            }
            if (static_cast<double>(packet->dts) / sound::kSampleRate > seconds) return;
            packet->pts += soundShift;
            packet->dts += soundShift;
            write(packet.get(), soundStream, kSample);
            waiting = false;
        }
    }

    void writeSubtitlesUntil(Subtitles& track, double seconds) {
        for (; track.next < track.packets.size(); ++track.next) {
            const encode::SubtitlePacket& from = track.packets[track.next];
            if (static_cast<double>(from.start) / 1000 > seconds) return;
            const auto made = encode::libav::makePacket();
            encode::libav::check(av_new_packet(made.get(), static_cast<int>(from.data.size())),
                                 "cannot write captions");
            std::memcpy(made->data, from.data.data(), from.data.size());
            made->pts = made->dts = from.start;
            made->duration = from.duration;
            made->flags |= AV_PKT_FLAG_KEY;
            write(made.get(), track.stream, kMillisecond);
        }
    }

    encode::libav::FileMuxer& file;
    std::optional<encode::SoundEncoder> sound;
    int soundStream = -1;
    std::int64_t soundShift = 0;  ///< samples
    encode::libav::Packet packet = encode::libav::makePacket();
    bool waiting = false;  ///< a packet of sound that is still too early
    std::vector<Subtitles> subtitles;
};

SideWriter::SideWriter(encode::libav::FileMuxer& file, const encode::Settings& settings,
                       encode::Container container)
    : state_(std::make_unique<State>(file, settings, container)) {}

SideWriter::~SideWriter() = default;

void SideWriter::writeUntil(double seconds) {
    state_->writeSoundUntil(seconds);
    for (auto& track : state_->subtitles) state_->writeSubtitlesUntil(track, seconds);
}

void SideWriter::writeRest() {
    writeUntil(std::numeric_limits<double>::infinity());
}

void writeSound(const encode::Soundtrack& track, const std::filesystem::path& path) {
    const std::filesystem::path part = core::partOf(path);
    try {
        encode::libav::FileMuxer file("wav", part.string());
        encode::Settings settings;
        settings.codec = encode::Codec::png;
        settings.side = std::make_shared<const encode::SideTracks>(encode::SideTracks{{}, track});
        SideWriter writer(file, settings, encode::Container::pngFrames);
        file.writeHeader(nullptr);
        writer.writeRest();
        file.finish();
        core::publishSettled(part, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

}  // namespace ebbflow::delivery
