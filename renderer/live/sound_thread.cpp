#include "live/sound_thread.hpp"

#include <chrono>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "live/sound_follower.hpp"
#include "sound/levelled.hpp"

namespace ebbflow::live {

namespace {

double secondsNow() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace

SoundThread::~SoundThread() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void SoundThread::setMix(sound::Mix mix) {
    const bool something = !mix.empty();
    {
        const std::scoped_lock lock(mutex_);
        mix_ = std::move(mix);
        newMix_ = true;
    }
    if (something && !thread_.joinable()) thread_ = std::thread([this] { run(); });
}

void SoundThread::follow(core::FilmTime time, bool running) {
    const std::scoped_lock lock(mutex_);
    time_ = time;
    clock_ = secondsNow();
    running_ = running;
}

std::string SoundThread::takeProblem() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(problem_, {});
}

/// False when the thread is to end.
bool SoundThread::wait(int milliseconds) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return ending_; });
    return !ending_;
}

void SoundThread::run() {
    const auto sink = openSoundDevice();
    if (!sink) {
        const std::scoped_lock lock(mutex_);
        problem_ = "this machine has no sound output; the film plays silently";
        return;
    }
    SoundFollower follower(*sink);
    while (wait(10)) {
        std::optional<sound::Mix> other;
        {
            const std::scoped_lock lock(mutex_);
            if (std::exchange(newMix_, false)) other = mix_;
        }
        try {
            if (other)
                follower.setMix(sound::levelled(*std::move(other), [this] { return wait(0); }));
            {
                const std::scoped_lock lock(mutex_);
                follower.follow(time_, running_, clock_);
            }
            follower.tick(secondsNow());
        } catch (const core::Failure& failure) {
            const std::scoped_lock lock(mutex_);
            problem_ = failure.what();
        }
    }
}

}  // namespace ebbflow::live
