#pragma once
// The window's sound on a thread of its own, so that a slow disk stops no picture and a slow
// picture no sound. Without a device, or with nothing to hear, it does nothing at all.

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/film_time.hpp"
#include "sound/mixer.hpp"

namespace ebbflow::live {

class SoundThread {
public:
    SoundThread() = default;
    SoundThread(const SoundThread&) = delete;
    SoundThread& operator=(const SoundThread&) = delete;
    ~SoundThread();

    /// What is to be heard from now on, once it has been levelled. Opens the device when there is
    /// something for the first time.
    void setMix(sound::Mix mix);
    /// Where the film is now.
    void follow(core::FilmTime time, bool running);
    /// What went wrong since it was asked last, a sentence; empty when nothing did.
    [[nodiscard]] std::string takeProblem();

private:
    void run();
    [[nodiscard]] bool wait(int milliseconds);

    std::mutex mutex_;
    std::condition_variable wake_;
    sound::Mix mix_;
    bool newMix_ = false;
    core::FilmTime time_;
    double clock_ = 0;
    bool running_ = false;
    bool ending_ = false;
    std::string problem_;
    std::thread thread_;
};

}  // namespace ebbflow::live
