#pragma once
// How loud samples are by EBU R 128: integrated loudness of ITU-R BS.1770-4 with its two gates, and
// the true peak between samples. It judges nothing.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ebbflow::sound {

class LoudnessMeter {
public:
    /// More stereo samples at the film's rate, left and right in turn.
    void add(std::span<const float> samples);

    /// LUFS of all that was added; -120 where nothing is above the gate of -70 LUFS.
    [[nodiscard]] double integrated() const;
    /// dBTP, four times oversampled; -120 where all is silent.
    [[nodiscard]] double truePeak() const;

private:
    struct Biquad {
        double z1 = 0, z2 = 0;
    };
    struct Channel {
        Biquad shelf, highPass;
        std::vector<float> recent;  ///< of which the peaks between have not been sought
    };
    void seekPeak(Channel& channel);

    std::array<Channel, 2> channels_;
    std::vector<double> tenths_;  ///< mean squares of both sides, a tenth of a second each
    double sum_ = 0;              ///< of the tenth that is not full
    std::int64_t inTenth_ = 0;
    double peak_ = 0;
};

}  // namespace ebbflow::sound
