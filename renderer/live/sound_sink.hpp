#pragma once
// Where the window's sound goes: samples are queued and heard one after another. It knows no film
// and no clock.

#include <cstdint>
#include <memory>
#include <span>

namespace ebbflow::live {

class SoundSink {
public:
    SoundSink() = default;
    SoundSink(const SoundSink&) = delete;
    SoundSink& operator=(const SoundSink&) = delete;
    virtual ~SoundSink() = default;

    /// Stereo samples at the film's rate, left and right in turn; heard after those before.
    virtual void queue(std::span<const float> samples) = 0;
    /// Samples (pairs) that have not been heard yet.
    [[nodiscard]] virtual std::int64_t queued() = 0;
    /// Silence at once.
    virtual void clear() = 0;
};

/// The machine's usual output; null when it has none.
[[nodiscard]] std::unique_ptr<SoundSink> openSoundDevice();

}  // namespace ebbflow::live
