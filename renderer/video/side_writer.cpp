#include "video/side_writer.hpp"

extern "C" {
#include <libavformat/avformat.h>
}

#include <cstring>
#include <optional>
#include <system_error>

#include "core/error.hpp"
#include "video/files.hpp"
#include "video/language_code.hpp"
#include "video/sound_encoder.hpp"
#include "video/subtitle_packets.hpp"

namespace ebbflow::video {

namespace {

constexpr AVRational kSample{1, sound::kSampleRate};
constexpr AVRational kMillisecond{1, 1000};

AVStream& addStream(libav::FileMuxer& file, const std::string& language) {
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
        std::vector<SubtitlePacket> packets;
        std::size_t next = 0;
    };

    State(libav::FileMuxer& muxer, const Settings& settings, Container container) : file(muxer) {
        if (!settings.side || !takesSound(container)) return;
        const SideTracks& side = *settings.side;
        if (!side.sound.clips.empty()) {
            sound.emplace(side.sound, soundCodecFor(settings, container));
            AVStream& stream = addStream(file, side.sound.language);
            sound->describe(*stream.codecpar);
            stream.codecpar->codec_tag = 0;
            stream.time_base = kSample;
            stream.disposition = AV_DISPOSITION_DEFAULT;
            soundStream = stream.index;
            // Readers of WebM take its codec delay from every time, the first one's too.
            if (container == Container::webm) soundShift = stream.codecpar->initial_padding;
        }
        for (const SubtitleTrack& track : side.subtitles) {
            AVStream& stream = addStream(file, track.language);
            describeSubtitles(*stream.codecpar, container, settings.size);
            stream.time_base = kMillisecond;
            subtitles.push_back({stream.index, packetsOf(track, container), 0});
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
            const SubtitlePacket& from = track.packets[track.next];
            if (static_cast<double>(from.start) / 1000 > seconds) return;
            const auto made = libav::makePacket();
            libav::check(av_new_packet(made.get(), static_cast<int>(from.data.size())),
                         "cannot write captions");
            std::memcpy(made->data, from.data.data(), from.data.size());
            made->pts = made->dts = from.start;
            made->duration = from.duration;
            made->flags |= AV_PKT_FLAG_KEY;
            write(made.get(), track.stream, kMillisecond);
        }
    }

    libav::FileMuxer& file;
    std::optional<SoundEncoder> sound;
    int soundStream = -1;
    std::int64_t soundShift = 0;  ///< samples
    libav::Packet packet = libav::makePacket();
    bool waiting = false;  ///< a packet of sound that is still too early
    std::vector<Subtitles> subtitles;
};

SideWriter::SideWriter(libav::FileMuxer& file, const Settings& settings, Container container)
    : state_(std::make_unique<State>(file, settings, container)) {}

SideWriter::~SideWriter() = default;

void SideWriter::writeUntil(double seconds) {
    state_->writeSoundUntil(seconds);
    for (auto& track : state_->subtitles) state_->writeSubtitlesUntil(track, seconds);
}

void SideWriter::writeRest() {
    writeUntil(std::numeric_limits<double>::infinity());
}

void writeSound(const Soundtrack& track, const std::filesystem::path& path) {
    const std::filesystem::path part = partOf(path);
    try {
        libav::FileMuxer file("wav", part.string());
        Settings settings;
        settings.codec = Codec::png;
        settings.side = std::make_shared<const SideTracks>(SideTracks{{}, track});
        SideWriter writer(file, settings, Container::pngFrames);
        file.writeHeader(nullptr);
        writer.writeRest();
        file.finish();
        publishSettled(part, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

}  // namespace ebbflow::video
