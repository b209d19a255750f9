#pragma once
// What the user may choose of an encoded film, by name, and what of it goes together. It opens no
// encoder: whether this machine has one is found out when the film is begun.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/film_time.hpp"
#include "encode/planes.hpp"
#include "encode/side_tracks.hpp"

namespace ebbflow::encode {

enum class Codec {
    h264,
    hevc,
    ffv1,
    png,
    av1,
    vp9,
    prores422,
    prores422Hq,
    prores4444,
    dnxhrHqx,
    dnxhr444,
    exr,
    webp,
    gif
};
enum class Container { mp4, mov, mkv, pngFrames, webm, exrFrames, webp, gif };
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
    std::optional<double> crf;            ///< instead of the quality's; h264, hevc, av1, vp9 only
    std::optional<std::int64_t> bitrate;  ///< bits a second on average, instead of a crf
    std::string preset;                   ///< instead of the quality's; h264, hevc and av1 only
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

/// Throw core::Failure that names the nearest one and lists all.
[[nodiscard]] Codec codecNamed(std::string_view name);
[[nodiscard]] Quality qualityNamed(std::string_view name);
[[nodiscard]] std::string_view nameOf(Codec codec);
[[nodiscard]] std::string_view nameOf(Quality quality);
[[nodiscard]] std::string_view nameOf(Container container);
/// `1280x720`, or `720p`, `1080p`, `1440p`, `2160p` for 16:9; each side from 16 to 16384 pixels.
/// Throws core::Failure.
[[nodiscard]] FrameSize sizeNamed(std::string_view text);

/// Why no picture is that large or that small; empty when one can be.
[[nodiscard]] std::string sidesFault(const FrameSize& size);

/// By the name's end: `.mp4`, `.mov`, `.mkv`, `.webm`, `.webp`, `.gif`; `frames/%05d.png`,
/// `frames/%05d.exr`; `frames/` or a folder that is there for numbered PNGs. Throws core::Failure
/// for anything else.
[[nodiscard]] Container containerOf(const std::filesystem::path& output);
/// Whether the film is a file for each frame.
[[nodiscard]] bool isNumbered(Container container);
/// Whether sound, or captions as tracks, have a place in the film or beside its frames.
[[nodiscard]] bool takesSound(Container container);
[[nodiscard]] bool takesSubtitles(Container container);
[[nodiscard]] Codec usualCodec(Container container);
[[nodiscard]] Container usualContainer(Codec codec);
[[nodiscard]] PixelFormat usualFormat(Codec codec);
/// The codec's format of so many bits a sample (0: as usual), with or without alpha. Throws
/// core::Failure that lists what there is.
[[nodiscard]] PixelFormat formatFor(Codec codec, int bits, bool alpha);
/// `12M`, `800k` or a plain number: bits a second. Throws core::Failure.
[[nodiscard]] std::int64_t bitrateNamed(std::string_view text);

/// Why a film with these settings is made in one go or not at all, so that it can be neither
/// resumed nor made in parts; empty when it can be cut.
[[nodiscard]] std::string whyNotCut(const Settings& settings);

/// Frames from one key frame to the next, at most: as chosen, or the whole number nearest to four
/// seconds.
[[nodiscard]] int keyFrameDistance(const Settings& settings);

/// Frames of a segment: one key frame's, or without end when the film cannot be cut. Segments begin
/// at multiples of it counted from frame 0 of the film, whatever part of the film is rendered.
[[nodiscard]] int segmentLength(const Settings& settings);

/// Something that does not go together.
struct Problem {
    std::string_view option;  ///< of `render`, as it is called there; `ending` is the output's name
    std::string sentence;
};
/// Everything that does not go together; empty when all is well.
[[nodiscard]] std::vector<Problem> problems(const Settings& settings, Container container);

}  // namespace ebbflow::encode
