#pragma once
// Sound that is computed: struck tones and tones that stand, as a list that is made before anything
// is heard. A sample is a function of the list and its number alone, so any range can be had by
// itself and is the same to the bit as in the whole; only tones that sound in it cost anything.

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "sound/wave.hpp"

namespace ebbflow::sound {

enum class Timbre {
    bell,    ///< rings for seconds; its overtones go first
    mallet,  ///< soft and short
};

/// A tone that is struck once and dies away.
struct Strike {
    std::int64_t start = 0;  ///< sample of the film
    Phase step = 0;          ///< per sample, of its lowest partial
    Timbre timbre = Timbre::bell;
    float left = 0, right = 0;  ///< amplitudes
    friend bool operator==(const Strike&, const Strike&) = default;
};

/// A chord that stands and breathes.
struct Drone {
    std::int64_t start = 0, length = 0;    ///< samples of the film
    std::int64_t fadeIn = 0, fadeOut = 0;  ///< inside its length
    std::vector<double> hertz;
    double amplitude = 0;  ///< of each tone
    friend bool operator==(const Drone&, const Drone&) = default;
};

struct Score {
    std::vector<Strike> strikes;  ///< by start
    std::vector<Drone> drones;
    [[nodiscard]] bool empty() const { return strikes.empty() && drones.empty(); }
    friend bool operator==(const Score&, const Score&) = default;
};

/// Samples for which a strike is heard at most.
[[nodiscard]] std::int64_t longestStrike();

/// Waves of struck tones, each made when it is first asked for: it is a function of timbre and
/// pitch alone, and a film strikes few of them often.
class StruckWaves {
public:
    /// From its start on, one channel, as loud as an amplitude of 1 makes it. Stays valid.
    [[nodiscard]] const std::vector<float>& of(const Strike& strike);

private:
    std::map<std::pair<Timbre, Phase>, std::vector<float>> waves_;
};

/// Adds what sounds from sample `from` of the film on; left and right in turn.
void addScore(const Score& score, StruckWaves& waves, std::int64_t from, std::span<float> out);

}  // namespace ebbflow::sound
