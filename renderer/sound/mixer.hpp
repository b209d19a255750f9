#pragma once
// A mix as one stream of stereo samples, from any sample of the film on. What comes out is a
// function of the mix and the sample's number alone; it opens files when they are first heard and
// knows nothing of scripts or formats.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "sound/mix.hpp"
#include "sound/sample_time.hpp"

namespace ebbflow::sound {

class Mixer {
public:
    /// From sample `from` of the film on.
    Mixer(Mix mix, std::int64_t from);
    Mixer(const Mixer&) = delete;
    Mixer& operator=(const Mixer&) = delete;
    ~Mixer();

    /// The next samples, left and right in turn; silence where nothing is heard. They may exceed 1.
    /// Throws core::Failure, with the path, when a file cannot be read.
    void read(std::span<float> out);
    [[nodiscard]] std::int64_t position() const { return position_; }

private:
    struct Voice;
    void addVoices(bool speech, std::span<float> out);
    void addScoreTo(std::span<float> out);
    void lower(bool speech, std::span<float> out) const;

    Mix mix_;
    double gain_;  ///< that the whole is multiplied by
    std::vector<Voice> voices_;
    StruckWaves waves_;
    std::vector<float> block_, aside_;
    std::int64_t position_;
};

}  // namespace ebbflow::sound
