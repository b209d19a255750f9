#include "remote/address.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <array>
#include <charconv>
#include <cstring>
#include <memory>

#include <fmt/format.h>

namespace ebbflow::remote {

namespace {

bool isV6(const std::string& host) {
    return host.find(':') != std::string::npos;
}

std::optional<int> portNamed(std::string_view text) {
    int port = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return port >= 0 && port <= 65535 ? std::optional(port) : std::nullopt;
}

struct FreeInterfaces {
    void operator()(ifaddrs* all) const { ::freeifaddrs(all); }
};

std::string inFigures(const sockaddr* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, address, sizeof four);
        ::inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
    } else {
        sockaddr_in6 six{};
        std::memcpy(&six, address, sizeof six);
        // An address of one cable says nothing without the cable's name.
        if (IN6_IS_ADDR_LINKLOCAL(&six.sin6_addr)) return {};
        ::inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
    }
    return text.data();
}

/// The first of that family; empty: none.
std::string ownAddress(int family) {
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) return {};
    const std::unique_ptr<ifaddrs, FreeInterfaces> all(first);
    for (const ifaddrs* one = first; one != nullptr; one = one->ifa_next) {
        const bool serves = (one->ifa_flags & IFF_UP) != 0 && (one->ifa_flags & IFF_LOOPBACK) == 0;
        if (!serves || one->ifa_addr == nullptr || one->ifa_addr->sa_family != family) continue;
        if (std::string text = inFigures(one->ifa_addr); !text.empty()) return text;
    }
    return {};
}

}  // namespace

sockaddr_storage Address::socketAddress() const {
    sockaddr_storage storage{};
    if (isV6(host)) {
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(static_cast<std::uint16_t>(port));
        ::inet_pton(AF_INET6, host.c_str(), &address.sin6_addr);
        std::memcpy(&storage, &address, sizeof address);
    } else {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
        std::memcpy(&storage, &address, sizeof address);
    }
    return storage;
}

bool Address::isLoopback() const {
    return host == "::1" || host.starts_with("127.");
}

std::string Address::text() const {
    return isV6(host) ? fmt::format("[{}]:{}", host, port) : fmt::format("{}:{}", host, port);
}

Address reachedAt(const Address& address) {
    if (address.host != "0.0.0.0" && address.host != "::") return address;
    Address reached{"127.0.0.1", address.port};
    std::string own = ownAddress(AF_INET);
    if (own.empty() && isV6(address.host)) own = ownAddress(AF_INET6);
    if (!own.empty()) reached.host = own;
    return reached;
}

std::optional<Address> addressNamed(std::string_view text) {
    Address address;
    const std::size_t colon = text.rfind(':');
    std::string_view host = colon == std::string_view::npos ? "" : text.substr(0, colon);
    const auto port = portNamed(colon == std::string_view::npos ? text : text.substr(colon + 1));
    if (!port) return std::nullopt;
    address.port = *port;
    if (host.empty()) return address;
    const bool bracketed = host.starts_with('[') && host.ends_with(']');
    if (bracketed) host = host.substr(1, host.size() - 2);
    address.host = host;
    in6_addr ignored{};
    const int family = bracketed ? AF_INET6 : AF_INET;
    if (::inet_pton(family, address.host.c_str(), &ignored) != 1) return std::nullopt;
    return address;
}

}  // namespace ebbflow::remote
