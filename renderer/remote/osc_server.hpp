#pragma once
// Open Sound Control over UDP: commands from show-control programs, an answer to each, and the
// film's state to whoever subscribes. UDP has no passwords: whoever reaches the port steers the
// film, so it is the loopback's unless told otherwise.

#include <memory>

#include "remote/address.hpp"
#include "remote/show.hpp"

namespace ebbflow::remote {

/// Answers go to where a message came from: `/ebbflow/done` or `/ebbflow/fault` with a text.
/// `/ebbflow/subscribe` has the state sent there four times a second for a minute; the last eight
/// who asked are told.
class OscServer {
public:
    /// Serves from its own thread until it is destroyed. Throws core::Failure when it cannot listen
    /// there.
    OscServer(const Address& address, Show show);
    ~OscServer();
    OscServer(const OscServer&) = delete;
    OscServer& operator=(const OscServer&) = delete;

    /// With the port that was found free, where any was asked for.
    [[nodiscard]] Address address() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ebbflow::remote
