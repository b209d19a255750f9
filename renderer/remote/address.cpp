#include "remote/address.hpp"

#include <arpa/inet.h>

#include <charconv>
#include <cstring>

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
    in6_addr ignored;
    const int family = bracketed ? AF_INET6 : AF_INET;
    if (::inet_pton(family, address.host.c_str(), &ignored) != 1) return std::nullopt;
    return address;
}

}  // namespace ebbflow::remote
