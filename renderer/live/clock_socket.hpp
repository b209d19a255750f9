#pragma once
// Packets of clocks on the network, by UDP: one address or many machines at once (broadcast,
// multicast). It waits for nothing and believes nothing.

#include <sys/socket.h>

#include <vector>

#include "live/clock_packet.hpp"

namespace ebbflow::live {

/// Where packets go, or come from.
using ClockAddress = sockaddr_storage;

class ClockSocket {
public:
    /// To send from. Throws core::Failure where the machine has no such network.
    [[nodiscard]] static ClockSocket sender(std::vector<ClockAddress> to);
    /// To hear at; others of this machine may hear there too. Throws core::Failure where that is
    /// not an address of this machine or a group of machines.
    [[nodiscard]] static ClockSocket receiver(const ClockAddress& at);
    ~ClockSocket();
    ClockSocket(ClockSocket&& other) noexcept;
    ClockSocket& operator=(ClockSocket&&) = delete;

    /// False when it could not be sent to one of them.
    [[nodiscard]] bool send(const ClockNews& news) const;

    struct Received {
        ClockNews news;
        double age = 0;  ///< seconds since the machine took it from the network
    };
    /// What came since, in order; at most 64 packets at once, so that a flood stops nothing. What
    /// is no packet of a clock is left out.
    [[nodiscard]] std::vector<Received> receive() const;
    [[nodiscard]] int port() const;

private:
    explicit ClockSocket(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
    std::vector<ClockAddress> to_;
};

}  // namespace ebbflow::live
