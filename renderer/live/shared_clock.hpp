#pragma once
// A player's part in a clock that several machines share: it leads and tells, or it hears and
// follows.

#include <cstdint>
#include <string>
#include <vector>

#include "live/clock_socket.hpp"
#include "live/followed_clock.hpp"

namespace ebbflow::live {

struct ClockWish {
    bool leads = false;
    /// Where a leader sends to; the one at which a follower hears.
    std::vector<ClockAddress> at;
};

/// Of what was read for a film, so that nobody follows the clock of another one. A file that cannot
/// be read counts as none.
[[nodiscard]] std::uint64_t filmHash(const std::vector<std::string>& files);

struct SharedClock {
    /// Throws core::Failure where the network will not have it.
    explicit SharedClock(const ClockWish& wish);

    /// leading, following or alone.
    [[nodiscard]] std::string state(double now) const;

    bool leads;
    ClockSocket socket;
    FollowedClock followed;
    ToldClock told;
    std::uint64_t session;
    std::uint64_t number = 0;  ///< of packets told
    std::uint64_t film = 0;
    double behind = 0;   ///< film seconds that the leader is ahead, before it is eased
    bool heard = false;  ///< the leader, at the last turn
    bool otherFilmSaid = false, unsentSaid = false;
    std::string language;  ///< that was asked for last
};

}  // namespace ebbflow::live
