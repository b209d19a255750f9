#pragma once
// Another machine's clock as far as its packets tell it: which of them count, what it shows by now,
// whether it is still there. A value; what time it is, is handed in.

#include <cstdint>
#include <optional>

#include "live/clock_packet.hpp"

namespace ebbflow::live {

class FollowedClock {
public:
    /// A leader of which nothing is heard for so long is lost.
    static constexpr double kLostSeconds = 2;

    enum class Heard { news, old, anotherFilm, anotherLeader };
    /// A packet that is `age` seconds old at `now` (seconds that never go back). While one leader
    /// is heard no other counts.
    Heard hear(const ClockNews& news, std::uint64_t film, double age, double now);

    /// What the leader shows at `now`; nothing while there is none.
    [[nodiscard]] std::optional<ClockNews> at(double now) const;

private:
    std::optional<ClockNews> last_;
    double sentAt_ = 0;
};

/// When a leader has something to tell: ten times a second, and at once when more than time has
/// passed.
class ToldClock {
public:
    [[nodiscard]] bool due(const ClockNews& news, double now) const;
    void told(const ClockNews& news, double now);

private:
    std::optional<ClockNews> last_;
    double toldAt_ = 0;
};

}  // namespace ebbflow::live
