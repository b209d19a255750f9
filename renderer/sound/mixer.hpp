#pragma once
// Clips of sound files mixed into one stream of stereo samples, from any sample of the film on.
// What comes out is a function of the clips and the sample's number alone; it opens files when they
// are first heard and knows nothing of scripts or formats.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sound/sample_time.hpp"

namespace ebbflow::sound {

/// Samples at the film's rate.
struct Clip {
    std::string path;
    std::int64_t start = 0;   ///< of the film
    std::int64_t offset = 0;  ///< of the file, that is passed over
    std::int64_t length = 0;  ///< that is heard; at most what the file has left
    double gain = 0;          ///< dB
    std::int64_t fadeIn = 0, fadeOut = 0;
    friend bool operator==(const Clip&, const Clip&) = default;
};

/// How loud a clip is at a sample of its own, 0 before it comes and after it has gone: its gain,
/// and fades as sin² of a quarter turn, so that one that goes while another comes keep their sum.
[[nodiscard]] double levelAt(const Clip& clip, std::int64_t sample);

class Mixer {
public:
    /// From sample `from` of the film on.
    Mixer(std::vector<Clip> clips, std::int64_t from);
    Mixer(const Mixer&) = delete;
    Mixer& operator=(const Mixer&) = delete;
    ~Mixer();

    /// The next samples, left and right in turn; silence where no clip is heard. They may exceed 1.
    /// Throws core::Failure, with the path, when a file cannot be read.
    void read(std::span<float> out);
    [[nodiscard]] std::int64_t position() const { return position_; }

private:
    struct Voice;
    std::vector<Voice> voices_;
    std::vector<float> block_;
    std::int64_t position_;
};

}  // namespace ebbflow::sound
