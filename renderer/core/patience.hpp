#pragma once
// How long a call that reads somebody's file may take: libraries that ask "shall I go on?" are
// answered from here. It measures patience, never time that anything else depends on.

#include <chrono>

namespace ebbflow::core {

class Patience {
public:
    /// Begins again, before the next call.
    void renew() { end_ = Clock::now() + kLongest; }
    [[nodiscard]] bool isOver() const { return Clock::now() > end_; }

    /// As C libraries want to ask: `patience` is a Patience.
    [[nodiscard]] static int isOver(void* patience) {
        return static_cast<const Patience*>(patience)->isOver() ? 1 : 0;
    }

private:
    using Clock = std::chrono::steady_clock;
    /// One packet of a local file takes milliseconds, on a slow disk a second.
    static constexpr std::chrono::seconds kLongest{30};
    Clock::time_point end_ = Clock::now() + kLongest;
};

}  // namespace ebbflow::core
