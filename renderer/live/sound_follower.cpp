#include "live/sound_follower.hpp"

#include <cmath>
#include <cstdlib>
#include <utility>

namespace ebbflow::live {

namespace {

constexpr std::int64_t kAhead = sound::kSampleRate / 5;
constexpr std::int64_t kBlock = sound::kSampleRate / 50;
// Less is not seen between lips and voice (ITU-R BT.1359: 45 ms early, 125 ms late).
constexpr std::int64_t kTolerance = sound::kSampleRate / 22;

}  // namespace

void SoundFollower::setMix(sound::Mix mix) {
    mix_ = std::move(mix);
    mixer_.reset();
}

void SoundFollower::follow(core::FilmTime time, bool running, double clock) {
    sample_ = sound::sampleAt(time);
    clock_ = clock;
    running_ = running;
}

void SoundFollower::beginAt(std::int64_t sample) {
    sink_.clear();
    mixer_.emplace(mix_, sample);
}

void SoundFollower::tick(double clock) {
    if (!running_ || mix_.empty()) {
        if (mixer_) sink_.clear();
        mixer_.reset();
        return;
    }
    const std::int64_t now =
        sample_ + std::llround((clock - clock_) * static_cast<double>(sound::kSampleRate));
    const std::int64_t waiting = sink_.queued();
    if (!mixer_ || std::abs(mixer_->position() - waiting - now) > kTolerance) beginAt(now);
    try {
        while (sink_.queued() < kAhead) {
            block_.resize(static_cast<std::size_t>(kBlock) * sound::kChannels);
            mixer_->read(block_);
            sink_.queue(block_);
        }
    } catch (...) {
        mix_ = {};
        throw;
    }
}

}  // namespace ebbflow::live
