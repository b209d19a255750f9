#pragma once
// All that is heard of a film: clips of files, the score that is computed, where both are lowered,
// and how loud the whole is to be. Plain data; the mixer makes samples of it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sound/score.hpp"

namespace ebbflow::sound {

/// Samples at the film's rate.
struct Clip {
    std::string path;
    std::int64_t start = 0;   ///< of the film
    std::int64_t offset = 0;  ///< of the file, that is passed over
    std::int64_t length = 0;  ///< that is heard; at most what the file has left
    double gain = 0;          ///< dB
    std::int64_t fadeIn = 0, fadeOut = 0;
    bool speech = false;  ///< a duck leaves it alone, silence does not
    friend bool operator==(const Clip&, const Clip&) = default;
};

/// Where all but speech is lowered, or everything is silent: wholly so for its length, going before
/// and coming back after it.
struct Duck {
    std::int64_t start = 0, length = 0;  ///< samples of the film
    double level = 0;                    ///< 0…1, that is left; 0 is silence, of speech too
    std::int64_t fadeIn = 0, fadeOut = 0;
    friend bool operator==(const Duck&, const Duck&) = default;
};

/// What a whole film was found to be, and what brings it where it is to be.
struct Level {
    double gain = 0;         ///< dB
    double loudness = -120;  ///< LUFS, with that gain; EBU R 128
    double truePeak = -120;  ///< dBTP, with that gain
    friend bool operator==(const Level&, const Level&) = default;
};

struct Mix {
    std::vector<Clip> clips;
    Score score;
    std::vector<Duck> ducks;
    std::int64_t length = 0;         ///< samples of the film; what is computed ends with it
    std::optional<double> loudness;  ///< LUFS that the whole is to have; none: as it comes
    Level level{};                   ///< as levelled() finds it
    [[nodiscard]] bool empty() const { return clips.empty() && score.empty(); }
    friend bool operator==(const Mix&, const Mix&) = default;
};

/// How loud a clip is at a sample of its own, 0 before it comes and after it has gone: its gain,
/// and fades as sin² of a quarter turn, so that one that goes while another comes keep their sum.
[[nodiscard]] double levelAt(const Clip& clip, std::int64_t sample);
/// What a duck leaves at a sample of the film, 0…1.
[[nodiscard]] double levelAt(const Duck& duck, std::int64_t sample);

}  // namespace ebbflow::sound
