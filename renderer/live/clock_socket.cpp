#include "live/clock_socket.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <utility>

#include "core/error.hpp"

namespace ebbflow::live {

namespace {

constexpr int kMostPackets = 64;

[[noreturn]] void fail(const std::string& what) {
    throw core::Failure(what + ": " + std::strerror(errno));
}

socklen_t lengthOf(const ClockAddress& address) {
    return address.ss_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
}

const sockaddr* plain(const ClockAddress& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

bool set(int descriptor, int level, int option, int value) {
    return ::setsockopt(descriptor, level, option, &value, sizeof value) == 0;
}

/// A group of machines that all hear the same.
bool join(int descriptor, const ClockAddress& address) {
    if (address.ss_family != AF_INET) return true;
    const auto& ip = reinterpret_cast<const sockaddr_in&>(address);
    if (!IN_MULTICAST(ntohl(ip.sin_addr.s_addr))) return true;
    const ip_mreq group{ip.sin_addr, {htonl(INADDR_ANY)}};
    return ::setsockopt(descriptor, IPPROTO_IP, IP_ADD_MEMBERSHIP, &group, sizeof group) == 0;
}

/// Seconds since the kernel took it from the network.
double ageOf(msghdr& message) {
    for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr;
         part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_TIMESTAMPNS) continue;
        timespec then{}, now{};
        std::memcpy(&then, CMSG_DATA(part), sizeof then);
        ::clock_gettime(CLOCK_REALTIME, &now);
        const double age = static_cast<double>(now.tv_sec - then.tv_sec) +
                           1e-9 * static_cast<double>(now.tv_nsec - then.tv_nsec);
        // Who sets the machine's clock just then has no older packets.
        return std::clamp(age, 0.0, 1.0);
    }
    return 0;
}

}  // namespace

ClockSocket ClockSocket::sender(std::vector<ClockAddress> to) {
    const int family = to.empty() ? AF_INET : to.front().ss_family;
    ClockSocket made(::socket(family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (made.descriptor_ < 0 || !set(made.descriptor_, SOL_SOCKET, SO_BROADCAST, 1))
        fail("the clock cannot be told to other machines");
    made.to_ = std::move(to);
    return made;
}

ClockSocket ClockSocket::receiver(const ClockAddress& at) {
    ClockSocket made(::socket(at.ss_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int descriptor = made.descriptor_;
    if (descriptor < 0 || !set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1) ||
        !set(descriptor, SOL_SOCKET, SO_TIMESTAMPNS, 1) ||
        ::bind(descriptor, plain(at), lengthOf(at)) != 0 || !join(descriptor, at))
        fail("no clock can be heard at that address");
    return made;
}

ClockSocket::ClockSocket(ClockSocket&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), to_(std::move(other.to_)) {}

ClockSocket::~ClockSocket() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool ClockSocket::send(const ClockNews& news) const {
    const ClockPacket packet = packetOf(news);
    bool good = true;
    for (const ClockAddress& address : to_) {
        const ssize_t sent = ::sendto(descriptor_, packet.data(), packet.size(), MSG_NOSIGNAL,
                                      plain(address), lengthOf(address));
        // Nobody is there yet, or no longer: who comes will hear the next one.
        good = good && (sent >= 0 || errno == ECONNREFUSED || errno == EAGAIN);
    }
    return good;
}

std::vector<ClockSocket::Received> ClockSocket::receive() const {
    std::vector<Received> all;
    for (int i = 0; i < kMostPackets; ++i) {
        // A byte more than a packet: what is longer is none.
        std::array<std::uint8_t, kClockPacketBytes + 1> bytes;
        alignas(cmsghdr) std::array<std::uint8_t, 256> beside;
        iovec part{bytes.data(), bytes.size()};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = beside.data();
        message.msg_controllen = beside.size();
        const ssize_t count = ::recvmsg(descriptor_, &message, MSG_DONTWAIT);
        if (count < 0) break;
        const auto news = newsIn(std::span(bytes).first(static_cast<std::size_t>(count)));
        if (news) all.push_back({*news, ageOf(message)});
    }
    return all;
}

int ClockSocket::port() const {
    ClockAddress own{};
    socklen_t length = sizeof own;
    if (::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&own), &length) != 0) return 0;
    const auto& ip = reinterpret_cast<const sockaddr_in&>(own);
    return ntohs(ip.sin_port);  // at the same place in IPv6
}

}  // namespace ebbflow::live
