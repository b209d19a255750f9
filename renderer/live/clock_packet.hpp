#pragma once
// What one machine tells others of its film's clock, and its bytes on the network. Whoever reads
// takes nothing for granted: what is not wholly of this form is none.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/film_time.hpp"

namespace ebbflow::live {

struct ClockNews {
    std::uint64_t session = 0;  ///< of one run of the leader
    std::uint64_t number = 0;   ///< of the packet in it
    std::uint64_t film = 0;     ///< filmHash() of what it plays
    core::FilmTime time;        ///< as it is sent
    double waiting = 0;         ///< seconds that it has stood there
    double speed = 1;           ///< film seconds to one of real time
    bool runs = false;
    bool black = false;
    std::string language;  ///< letters, figures and hyphens, 16 at most
    friend bool operator==(const ClockNews&, const ClockNews&) = default;
};

inline constexpr std::size_t kClockPacketBytes = 88;
using ClockPacket = std::array<std::uint8_t, kClockPacketBytes>;

/// Little-endian: `ebbclock`, version and length (16 bits each), flags (32), session, number, film,
/// ticks of film time, microseconds waited, millionths of speed (64 each), the language in 16
/// bytes, XXH64 of all that.
[[nodiscard]] ClockPacket packetOf(const ClockNews& news);
[[nodiscard]] std::optional<ClockNews> newsIn(std::span<const std::uint8_t> bytes);

}  // namespace ebbflow::live
