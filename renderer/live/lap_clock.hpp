#pragma once
// Real seconds from one lap to the next, by a clock that neither the user nor the network sets. The
// one place of the program that asks what time it is while a film plays.

#include <chrono>

namespace ebbflow::live {

class LapClock {
public:
    /// Seconds since the last lap, or since skip().
    [[nodiscard]] double lap() {
        const auto now = Clock::now();
        const double seconds = std::chrono::duration<double>(now - last_).count();
        last_ = now;
        return seconds;
    }
    /// What has passed since the last lap is not counted: something else took that time.
    void skip() { last_ = Clock::now(); }
    /// Seconds since this clock was made.
    [[nodiscard]] double now() const {
        return std::chrono::duration<double>(Clock::now() - start_).count();
    }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
};

}  // namespace ebbflow::live
