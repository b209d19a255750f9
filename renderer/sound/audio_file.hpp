#pragma once
// A sound file of any format that libav reads, as stereo samples at the film's rate from its first
// to its last. It reads local files that hold their sound themselves (no playlist), forwards only,
// and holds a fraction of a second of it.

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "core/limits.hpp"
#include "sound/sample_time.hpp"

namespace ebbflow::sound {

class AudioFile {
public:
    /// Throws core::Failure "no such file", "it holds no sound" and the like, without the path.
    explicit AudioFile(const std::string& path, const core::Limits& limits = {});
    AudioFile(AudioFile&&) noexcept;
    AudioFile& operator=(AudioFile&&) noexcept;
    ~AudioFile();

    /// Fills `out`, left and right in turn, and returns how many samples (pairs) it got: fewer only
    /// at the end of the file. Throws core::Failure when the file is damaged.
    [[nodiscard]] std::int64_t read(std::span<float> out);
    /// Passes over up to `samples`.
    void skip(std::int64_t samples);

    /// Samples that the header promises where it counts them one by one (PCM, FLAC); else -1.
    [[nodiscard]] std::int64_t promisedLength() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Samples of the whole file at the film's rate; decodes all of it where headers only estimate.
/// Throws core::Failure as AudioFile does.
[[nodiscard]] std::int64_t lengthOf(const std::string& path, const core::Limits& limits = {});

}  // namespace ebbflow::sound
