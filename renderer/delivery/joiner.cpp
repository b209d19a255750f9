#include "delivery/joiner.hpp"

extern "C" {
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <cstring>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"
#include "delivery/language_code.hpp"
#include "delivery/output_paths.hpp"
#include "delivery/quicktime.hpp"
#include "delivery/segment_file.hpp"
#include "delivery/side_writer.hpp"
#include "delivery/webp_frames.hpp"
#include "encode/codec_info.hpp"
#include "encode/encoder_input.hpp"
#include "encode/libav.hpp"
#include "encode/recipe.hpp"
#include "encode/stream_tags.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

namespace {

std::string muxerOf(encode::Container container) {
    const std::string_view muxer = encode::containerInfo(container).muxer;
    if (muxer.empty()) throw core::Failure("numbered frames are not joined");
    return std::string(muxer);
}

bool isMov(encode::Container container) {
    return container == encode::Container::mp4 || container == encode::Container::mov;
}

// Lengths and the edit list count in this unit; libav's usual milliseconds would round them up
// past the last frame.
std::int64_t movieTimescale(const core::FrameRate& rate) {
    std::int64_t scale = rate.numerator;
    while (scale < 10'000) scale *= 2;
    return scale;
}

void checkConsecutive(std::span<const PlacedSegment> segments) {
    if (segments.empty()) throw core::Failure("there is no segment to join");
    for (std::size_t i = 1; i < segments.size(); ++i) {
        const SegmentRecord& before = segments[i - 1].record;
        const std::int64_t expected = before.first + before.count;
        if (segments[i].record.first == expected) continue;
        throw core::Failure(fmt::format("the segments leave a gap: frame {} should follow, {} does",
                                        expected, segments[i].record.first));
    }
}

bool sameExtradata(const AVCodecParameters& a, const AVCodecParameters& b) {
    return a.extradata_size == b.extradata_size &&
           std::equal(a.extradata, a.extradata + a.extradata_size, b.extradata);
}

class Joiner {
public:
    Joiner(const encode::Settings& settings, encode::Container container, const fs::path& part)
        : settings_(settings),
          container_(container),
          frame_{static_cast<int>(settings.rate.denominator),
                 static_cast<int>(settings.rate.numerator)},
          file_(muxerOf(container), part.string()) {}

    /// Returns the number of libav's own track of chapters in MP4 and MOV, which comes after all
    /// others but the timecode's; 0 without chapters.
    std::uint32_t join(std::span<const PlacedSegment> segments) {
        first_ = segments.front().record.first;
        for (const auto& segment : segments) {
            delay_ = std::max(delay_, segment.record.delay);
            count_ += segment.record.count;
        }
        for (const auto& segment : segments) {
            add(segment.folder / segment.record.file, segment.record);
        }
        side_->writeRest();
        file_.finish();
        return file_->nb_chapters > 0 ? file_->nb_streams + 1 : 0;
    }

private:
    void add(const fs::path& path, const SegmentRecord& record) {
        SegmentFile segment(path, settings_.rate);
        if (record.first == first_) begin(segment.stream());
        if (!sameExtradata(segment.stream(), *file_->streams[0]->codecpar)) {
            throw core::Failure(fmt::format(
                "{} was encoded with other settings than the segments before", path.string()));
        }
        while (segment.read(*packet_)) write();
        if (!segment.matches(record)) {
            throw core::Failure(fmt::format("{} is damaged", path.string()));
        }
    }

    void begin(const AVCodecParameters& segment) {
        AVStream* stream = avformat_new_stream(file_.get(), nullptr);
        if (stream == nullptr) throw std::bad_alloc();
        encode::libav::check(avcodec_parameters_copy(stream->codecpar, &segment),
                             "cannot describe the stream");
        describe(*stream->codecpar);
        stream->time_base = frame_;
        stream->avg_frame_rate = stream->r_frame_rate = av_inv_q(frame_);
        stream->sample_aspect_ratio = {1, 1};
        stream->disposition = AV_DISPOSITION_DEFAULT;
        if (!settings_.title.empty()) {
            av_dict_set(&file_->metadata, "title", settings_.title.c_str(), 0);
        }
        if (!settings_.comment.empty()) {
            av_dict_set(&file_->metadata, "comment", settings_.comment.c_str(), 0);
        }
        if (!settings_.language.empty()) {
            av_dict_set(&stream->metadata, "language", languageCode(settings_.language).c_str(), 0);
        }
        // MP4 and MOV get a timecode track of it (tmcd), Matroska a tag.
        if (!settings_.timecode.empty()) {
            av_dict_set(&stream->metadata, "timecode", settings_.timecode.c_str(), 0);
        }
        // By it players of WebM know that the second stream of each block is alpha.
        if (settings_.alpha && encode::codecInfo(settings_.codec).alphaBeside)
            av_dict_set(&stream->metadata, "alpha_mode", "1", 0);
        addChapters();
        side_.emplace(file_, settings_, container_);
        writeHeader();
    }

    // What the segment's own container could not carry, or said otherwise.
    void describe(AVCodecParameters& stream) const {
        const encode::Recipe recipe = encode::recipeFor(settings_);
        encode::tag(stream, settings_.format);
        stream.codec_id = avcodec_find_encoder_by_name(recipe.encoder.c_str())->id;
        stream.format = encode::encoderInput(settings_.codec, settings_.format);
        stream.video_delay = delay_;
        stream.codec_tag = isMov(container_) ? encode::libav::tagOf(recipe.tag) : 0;
        if (recipe.profile >= 0) stream.profile = recipe.profile;
        // QuickTime's depth of the picture: 32 says that there is alpha.
        if (isMov(container_) && settings_.alpha) stream.bits_per_coded_sample = 32;
    }

    // Chapters that reach into the file, cut at its ends.
    void addChapters() {
        const std::int64_t end = first_ + count_;
        for (std::size_t i = 0; i < settings_.chapters.size(); ++i) {
            const bool last = i + 1 == settings_.chapters.size();
            const std::int64_t from = std::max(settings_.chapters[i].first, first_);
            const std::int64_t to = last ? end : std::min(settings_.chapters[i + 1].first, end);
            if (from >= to) continue;
            auto* chapter = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
            if (chapter == nullptr) throw std::bad_alloc();
            chapter->id = static_cast<std::int64_t>(i) + 1;
            chapter->time_base = frame_;
            chapter->start = from - first_;
            chapter->end = to - first_;
            av_dict_set(&chapter->metadata, "title", settings_.chapters[i].title.c_str(), 0);
            auto count = static_cast<int>(file_->nb_chapters);
            encode::libav::check(av_dynarray_add_nofree(&file_->chapters, &count, chapter),
                                 "chapters");
            file_->nb_chapters = static_cast<unsigned>(count);
        }
    }

    void writeHeader() {
        AVDictionary* options = nullptr;
        if (isMov(container_)) {
            av_dict_set(&options, "movflags", "+faststart", 0);
            av_dict_set_int(&options, "movie_timescale", movieTimescale(settings_.rate), 0);
        }
        // Slides show it again and again.
        if (container_ == encode::Container::webp || container_ == encode::Container::gif)
            av_dict_set(&options, "loop", "0", 0);
        file_.writeHeader(&options);
        av_dict_free(&options);
    }

    // At a constant rate the n-th packet is decoded n frames after the first, which has to run
    // ahead of the picture by the longest delay of all segments; so dts never depends on where
    // the film was cut.
    void write() {
        packet_->pts -= first_;
        packet_->dts = written_++ - delay_;
        side_->writeUntil(static_cast<double>(packet_->dts) * av_q2d(frame_));
        packet_->duration = 1;
        packet_->pos = -1;
        packet_->stream_index = 0;
        av_packet_rescale_ts(packet_.get(), frame_, file_->streams[0]->time_base);
        file_.write(packet_.get());
        av_packet_unref(packet_.get());
    }

    const encode::Settings& settings_;
    encode::Container container_;
    AVRational frame_;
    encode::libav::FileMuxer file_;
    std::optional<SideWriter> side_;
    encode::libav::Packet packet_ = encode::libav::makePacket();
    std::int64_t first_ = 0;
    std::int64_t count_ = 0;
    std::int64_t written_ = 0;
    int delay_ = 0;
};

}  // namespace

void joinSegments(const encode::Settings& settings, encode::Container container,
                  std::span<const PlacedSegment> segments, const fs::path& file) {
    checkConsecutive(segments);
    try {
        const std::uint32_t chapters = Joiner(settings, container, file).join(segments);
        const encode::Recipe recipe = encode::recipeFor(settings);
        if (container == encode::Container::mov && !recipe.vendor.empty())
            setQuickTimeVendor(file, recipe.tag, recipe.vendor);
        if (isMov(container) && chapters > 0 && !settings.timecode.empty())
            addChapterReference(file, chapters);
        if (container == encode::Container::webp) setWebpFramesWhole(file);
    } catch (...) {
        std::error_code ignored;
        fs::remove(file, ignored);
        throw;
    }
}

}  // namespace ebbflow::delivery
