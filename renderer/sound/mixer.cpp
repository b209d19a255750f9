#include "sound/mixer.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/error.hpp"
#include "sound/audio_file.hpp"

namespace ebbflow::sound {

namespace {

/// 0 to 1 while `sample` goes from 0 to `length`.
double ramp(std::int64_t sample, std::int64_t length) {
    if (length <= 0 || sample >= length) return 1;
    const double part = (static_cast<double>(sample) + 0.5) / static_cast<double>(length);
    const double rise = std::sin(part * std::numbers::pi / 2);
    return rise * rise;
}

}  // namespace

double levelAt(const Clip& clip, std::int64_t sample) {
    if (sample < 0 || sample >= clip.length) return 0;
    return std::pow(10, clip.gain / 20) * ramp(sample, clip.fadeIn) *
           ramp(clip.length - 1 - sample, clip.fadeOut);
}

struct Mixer::Voice {
    Clip clip;
    std::optional<AudioFile> file;  ///< open while the clip is heard

    /// Adds what is heard of the clip in the film's samples from `from` on.
    void add(std::int64_t from, std::span<float> out, std::vector<float>& block) {
        const auto count = static_cast<std::int64_t>(out.size()) / kChannels;
        const std::int64_t begin = std::max(from, clip.start);
        const std::int64_t end = std::min(from + count, clip.start + clip.length);
        if (begin < end) {
            if (!file) open(begin - clip.start);
            block.assign(static_cast<std::size_t>(end - begin) * kChannels, 0);
            (void)file->read(block);  // a file that ends early is silent from there
            const auto first = static_cast<std::size_t>(begin - from) * kChannels;
            for (std::size_t i = 0; i < block.size(); ++i) {
                const auto sample = static_cast<std::int64_t>(i / kChannels);
                out[first + i] +=
                    static_cast<float>(block[i] * levelAt(clip, begin - clip.start + sample));
            }
        }
        if (from + count >= clip.start + clip.length) file.reset();
    }

    void open(std::int64_t sample) {
        // How long it may be was asked when the film was loaded.
        file.emplace(clip.path, core::Limits::none());
        file->skip(clip.offset + sample);
    }
};

Mixer::Mixer(std::vector<Clip> clips, std::int64_t from) : position_(from) {
    for (Clip& clip : clips) voices_.push_back({std::move(clip), std::nullopt});
}

Mixer::~Mixer() = default;

void Mixer::read(std::span<float> out) {
    std::ranges::fill(out, 0.0F);
    for (Voice& voice : voices_) {
        try {
            voice.add(position_, out, block_);
        } catch (const core::Failure& failure) {
            throw core::Failure("cannot read " + voice.clip.path + ": " + failure.what());
        }
    }
    position_ += static_cast<std::int64_t>(out.size()) / kChannels;
}

}  // namespace ebbflow::sound
