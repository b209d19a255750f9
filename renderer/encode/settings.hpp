#pragma once
// What the user may choose of an encoded film, by name. What of it goes together is judged
// elsewhere (settings_check.hpp), and no encoder is opened.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/film_time.hpp"
#include "encode/codec.hpp"
#include "encode/container.hpp"
#include "encode/planes.hpp"
#include "encode/side_tracks.hpp"

namespace ebbflow::encode {

enum class Quality { draft, web, high, master };

struct FrameSize {
    int width = 1920;
    int height = 1080;
    friend bool operator==(const FrameSize&, const FrameSize&) = default;
};

/// Threads of every encoder unless told otherwise. It is a number and not the machine's count of
/// cores, for x264 and x265 decode to other pictures with other thread counts. On two cores x264
/// took the same time with 2, 3, 4 and 6 threads; four are of use to a larger machine.
inline constexpr int kDefaultThreads = 4;

/// A chapter of the film for players to jump to.
struct ChapterMark {
    std::int64_t first = 0;  ///< frame of the film, whatever part of it is rendered
    std::string title;
};

struct Settings {
    Codec codec = Codec::h264;
    PixelFormat format = PixelFormat::yuv420p8;
    FrameSize size;
    core::FrameRate rate;
    Quality quality = Quality::web;
    bool alpha = false;                   ///< the pictures have a transparent background
    std::optional<double> crf;            ///< instead of the quality's, where the codec has one
    std::optional<std::int64_t> bitrate;  ///< bits a second on average, instead of a crf
    std::string preset;                   ///< instead of the quality's, where the codec has them
    std::string encoder;                  ///< libav's name of it; empty: the usual one of the codec
    int threads = kDefaultThreads;
    int segmentFrames = 0;  ///< 0: about four seconds, see segmentLength()
    std::string title;
    std::string timecode;  ///< of the file's first frame, `10:00:00:00`; empty: the file has none
    std::string language;  ///< BCP 47, as scripts have it: `en`, `zh-Hans`
    std::vector<ChapterMark> chapters;  ///< ascending; those outside the rendered part are left out
    std::string comment;                ///< for whoever opens the file: what it is to be used for
    std::shared_ptr<const SideTracks> side;  ///< captions and sound; null: neither
};

/// Throws core::Failure that names the nearest one and lists all.
[[nodiscard]] Quality qualityNamed(std::string_view name);
[[nodiscard]] std::string_view nameOf(Quality quality);
/// `1280x720`, or `720p`, `1080p`, `1440p`, `2160p` for 16:9; each side from 16 to 16384 pixels.
/// Throws core::Failure.
[[nodiscard]] FrameSize sizeNamed(std::string_view text);

/// Why no picture is that large or that small; empty when one can be.
[[nodiscard]] std::string sidesFault(const FrameSize& size);

/// `12M`, `800k` or a plain number: bits a second. Throws core::Failure.
[[nodiscard]] std::int64_t bitrateNamed(std::string_view text);

/// Frames from one key frame to the next, at most: as chosen, or the whole number nearest to four
/// seconds.
[[nodiscard]] int keyFrameDistance(const Settings& settings);

}  // namespace ebbflow::encode
