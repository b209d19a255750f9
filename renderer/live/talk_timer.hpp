#pragma once
// How long a talk has been going on: it begins when the film first runs, and goes on whatever the
// film does. It reads no clock.

#include <optional>

namespace ebbflow::live {

/// `now` is real seconds by any clock that never goes back.
class TalkTimer {
public:
    /// The film runs; of use only the first time.
    void begin(double now) {
        if (!begun_) begun_ = now;
    }
    /// From zero, whether or not it had begun.
    void restart(double now) { begun_ = now; }
    /// Seconds; 0 before it begins.
    [[nodiscard]] double elapsed(double now) const { return begun_ ? now - *begun_ : 0; }

private:
    std::optional<double> begun_;
};

}  // namespace ebbflow::live
