#include "sound/mixer.hpp"

#include <algorithm>
#include <optional>

#include "core/error.hpp"
#include "sound/audio_file.hpp"

namespace ebbflow::sound {

namespace {

/// What still rings at the film's end goes with it.
constexpr std::int64_t kLastFade = kSampleRate / 2;

}  // namespace

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

Mixer::Mixer(Mix mix, std::int64_t from)
    : mix_(std::move(mix)), gain_(amplitudeOf(mix_.level.gain)), position_(from) {
    for (Clip& clip : mix_.clips) voices_.push_back({std::move(clip), std::nullopt});
}

Mixer::~Mixer() = default;

void Mixer::addVoices(bool speech, std::span<float> out) {
    for (Voice& voice : voices_) {
        if (voice.clip.speech != speech) continue;
        try {
            voice.add(position_, out, block_);
        } catch (const core::Failure& failure) {
            throw core::Failure("cannot read " + voice.clip.path + ": " + failure.what());
        }
    }
}

void Mixer::addScoreTo(std::span<float> out) {
    if (mix_.score.empty()) return;
    const std::int64_t left = mix_.length - position_;
    if (left <= 0) return;
    const auto heard = out.first(std::min(out.size(), static_cast<std::size_t>(left) * kChannels));
    // By itself, so that the order of adding is the same in every range.
    block_.assign(heard.size(), 0);
    addScore(mix_.score, waves_, position_, block_);
    for (std::size_t i = 0; i < heard.size(); ++i) {
        const std::int64_t after = left - 1 - static_cast<std::int64_t>(i / kChannels);
        heard[i] += after >= kLastFade ? block_[i]
                                       : static_cast<float>(block_[i] * rampOf(after, kLastFade));
    }
}

void Mixer::lower(bool speech, std::span<float> out) const {
    const std::int64_t end = position_ + static_cast<std::int64_t>(out.size()) / kChannels;
    for (const Duck& duck : mix_.ducks) {
        if (speech && duck.level > 0) continue;
        const std::int64_t first = std::max(position_, duck.start - duck.fadeIn);
        const std::int64_t last = std::min(end, duck.start + duck.length + duck.fadeOut);
        for (std::int64_t sample = first; sample < last; ++sample) {
            const auto level = static_cast<float>(levelAt(duck, sample));
            const auto at = static_cast<std::size_t>(sample - position_) * kChannels;
            for (std::size_t c = 0; c < kChannels; ++c) out[at + c] *= level;
        }
    }
}

void Mixer::read(std::span<float> out) {
    std::ranges::fill(out, 0.0F);
    addVoices(false, out);
    addScoreTo(out);
    lower(false, out);
    if (std::ranges::any_of(voices_, [](const Voice& voice) { return voice.clip.speech; })) {
        aside_.assign(out.size(), 0);
        addVoices(true, aside_);
        lower(true, aside_);
        for (std::size_t i = 0; i < out.size(); ++i) out[i] += aside_[i];
    }
    if (gain_ != 1)
        for (float& sample : out) sample = static_cast<float>(sample * gain_);
    position_ += static_cast<std::int64_t>(out.size()) / kChannels;
}

}  // namespace ebbflow::sound
