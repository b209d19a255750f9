#pragma once
// Where a server listens, as a user writes it: `8080`, `0.0.0.0:8080`, `[::1]:8080`. It asks no
// name service.

#include <netinet/in.h>

#include <optional>
#include <string>
#include <string_view>

namespace ebbflow::remote {

struct Address {
    std::string host = "127.0.0.1";  ///< an IPv4 or IPv6 address in figures
    int port = 0;                    ///< 0: any that is free

    /// Whether only this machine can reach it.
    [[nodiscard]] bool isLoopback() const;
    /// As it is written in a URL: `[::1]:8080`.
    [[nodiscard]] std::string text() const;
    /// For bind(2).
    [[nodiscard]] sockaddr_storage socketAddress() const;
};

/// As another machine reaches it: where it listens at all of this machine's addresses, the first
/// one that is up and no loopback (IPv4 before IPv6); this machine itself where there is none.
[[nodiscard]] Address reachedAt(const Address& address);

/// A port alone is of the loopback. Nothing when it is no address of these forms.
[[nodiscard]] std::optional<Address> addressNamed(std::string_view text);

}  // namespace ebbflow::remote
