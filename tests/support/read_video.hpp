#pragma once
// A film file read back through libav, for tests: what its header says, when each frame is shown,
// and the decoded frames. It shares no code with what writes films.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/film_time.hpp"
#include "encode/planes.hpp"

namespace ebbflow::test {

struct VideoFile {
    std::string container;  ///< libav's demuxer: `mov,mp4,…`, `matroska,webm`
    std::string codec;      ///< `h264`, `hevc`, `ffv1`
    std::string codecTag;   ///< `avc1`, `hvc1`
    int width = 0, height = 0;
    core::FrameRate rate;         ///< average, of the whole file
    core::FrameRate nominalRate;  ///< the lowest that shows every frame exactly
    double startSeconds = -1;     ///< of the container, edit list applied
    double durationSeconds = -1;
    std::string pixelFormat, range, primaries, transfer, matrix, siting;
    double pixelAspect = 0;
    std::string title, language;
    std::string timecode;  ///< of the first frame, as the video stream has it
    bool hasTimecodeTrack = false;
    std::string profile;  ///< `High 10`, `HQ`
    std::string vendor;   ///< of the encoder, as QuickTime files say it: `apl0`
    int depth = 0;        ///< bits of a pixel, as QuickTime files say it; 0: not said
    bool hasAudio = false;
    struct Chapter {
        double start, end;  ///< seconds
        std::string title;
    };
    std::vector<Chapter> chapters;

    std::vector<double> packetDts;    ///< seconds in file order; unknown ones are left out
    std::vector<double> frameStarts;  ///< seconds of each decoded frame, in order of showing
};

/// Reads all of it; every frame goes to `frame` with its place in the file, when there is one.
/// Throws core::Failure when the file cannot be opened or a frame not be decoded.
using TakeFrame = std::function<void(std::int64_t, const encode::Planes&)>;
[[nodiscard]] VideoFile readVideo(const std::filesystem::path& path, const TakeFrame& frame = {});

/// All frames at once, for short films.
[[nodiscard]] std::vector<encode::Planes> readFrames(const std::filesystem::path& path);

/// Peak signal to noise ratio of plane `p`, dB, against the range of its samples (of floats: 1);
/// infinite when equal.
[[nodiscard]] double psnr(const encode::Planes& a, const encode::Planes& b, int p);

}  // namespace ebbflow::test
