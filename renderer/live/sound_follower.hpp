#pragma once
// Keeps what is heard where the film is: it mixes a little ahead of the film's clock, and begins
// again where the film goes when that clock jumps. The film never waits for it. It reads no clock
// itself.

#include <memory>
#include <optional>
#include <vector>

#include "core/film_time.hpp"
#include "live/sound_sink.hpp"
#include "sound/mixer.hpp"

namespace ebbflow::live {

class SoundFollower {
public:
    explicit SoundFollower(SoundSink& sink) : sink_(sink) {}

    /// Another mix from now on.
    void setMix(sound::Mix mix);
    /// Where the film is at `clock` (seconds, of any clock that only runs), and whether it runs.
    void follow(core::FilmTime time, bool running, double clock);
    /// Queues what will be heard next; to be called every hundredth of a second or so. Throws
    /// core::Failure when a file cannot be read; it is silent from then on, until setMix().
    void tick(double clock);

private:
    void beginAt(std::int64_t sample);

    SoundSink& sink_;
    sound::Mix mix_;
    std::optional<sound::Mixer> mixer_;
    std::vector<float> block_;
    std::int64_t sample_ = 0;  ///< the film's, at clock_
    double clock_ = 0;
    bool running_ = false;
};

}  // namespace ebbflow::live
