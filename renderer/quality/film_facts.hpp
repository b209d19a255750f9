#pragma once
// What is known of a film as a file, and what it ought to be. Plain data: nothing is opened here.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/film_time.hpp"
#include "quality/finding.hpp"

namespace ebbflow::quality {

/// One track of sound, by EBU R 128.
struct Loudness {
    double integrated = 0;  ///< LUFS; −70 and below: nothing to be heard
    double range = 0;       ///< LU
    double truePeak = 0;    ///< dBTP, the loudest of its channels
};

struct SoundFacts {
    std::string codec, language;
    int sampleRate = 0;
    int channels = 0;
    double seconds = 0;  ///< as decoded
    double startSeconds = 0;
    Loudness loudness;
};

struct FilmFacts {
    std::string container, codec, pixelFormat;
    int width = 0, height = 0;
    int bits = 8;       ///< of a sample
    std::string grade;  ///< libav's name of the codec's profile: `HQ`; empty: it has none
    bool alpha = false;
    double pixelAspect = 1;
    core::FrameRate rate, nominalRate;               ///< the mean, and the one that is declared
    double startSeconds = 0;                         ///< of the first picture
    std::string range, primaries, transfer, matrix;  ///< libav's words; `unknown` if not tagged
    bool interlaced = false;
    std::string timecode;  ///< of the first frame; empty: none
    std::int64_t frames = 0;
    std::int64_t firstUneven = -1;  ///< the first frame that is not at its place in time
    std::int64_t uneven = 0;
    std::int64_t damaged = 0;
    std::vector<SoundFacts> sound;
};

/// What a preset or a manifest promises; what is unset is not held against the film.
struct Promise {
    std::string by;  ///< who says so, as words: `the manifest`
    std::optional<core::FrameRate> rate;
    std::optional<int> width, height, bits;
    std::optional<std::int64_t> frames;
    std::string codec;  ///< libav's name
    std::string grade;  ///< libav's name of its profile
    std::optional<bool> alpha;
    std::string pixelFormat;  ///< libav's name
    std::string container;    ///< libav's name, or a part of its list of names
    std::optional<std::string> timecode;
    std::optional<bool> sound;
};

/// The film against what every film must be, and against a promise when there is one.
void tellContainer(const FilmFacts& facts, const Promise& promise, Report& report);
/// Another promise of the same film.
void tellPromise(const FilmFacts& facts, const Promise& promise, Report& report);

/// What is asked of sound: EBU R 128 unless told otherwise.
struct LoudnessTarget {
    double integrated = -23;  ///< LUFS
    double tolerance = 0.5;   ///< LU
    double highestPeak = -1;  ///< dBTP
};
void tellSound(const FilmFacts& facts, const LoudnessTarget& target, Report& report);

}  // namespace ebbflow::quality
