#include "remote/osc_server.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <deque>
#include <system_error>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "remote/osc_message.hpp"

namespace ebbflow::remote {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kSubscribed = 60s;
constexpr auto kBetweenStates = 250ms;
constexpr std::size_t kMostSubscribers = 8;
constexpr std::size_t kMostBytes = 8192;  ///< of a datagram; the rest of a longer one is lost
constexpr int kPollMilliseconds = 50;

struct Peer {
    sockaddr_storage at{};
    socklen_t size = sizeof at;
    [[nodiscard]] bool is(const Peer& other) const {
        return size == other.size && std::memcmp(&at, &other.at, size) == 0;
    }
};

struct Subscriber {
    Peer peer;
    Clock::time_point until;
};

int openSocket(const Address& address) {
    const sockaddr_storage where = address.socketAddress();
    const int socket = ::socket(where.ss_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const socklen_t size = where.ss_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    if (socket >= 0 && ::bind(socket, reinterpret_cast<const sockaddr*>(&where), size) == 0)
        return socket;
    const int why = errno;
    if (socket >= 0) ::close(socket);
    throw core::Failure(fmt::format("cannot listen at {}: {}", address.text(),
                                    std::generic_category().message(why)));
}

int portOf(int socket) {
    Peer own;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&own.at), &own.size);
    // Both families have their port at the same place.
    sockaddr_in address{};
    std::memcpy(&address, &own.at, sizeof address);
    return ntohs(address.sin_port);
}

}  // namespace

struct OscServer::Impl {
    Impl(const Address& theAddress, Show theShow)
        : address(theAddress), show(std::move(theShow)), socket(openSocket(theAddress)) {
        address.port = portOf(socket);
        worker = std::jthread([this](const std::stop_token& stop) { serve(stop); });
    }
    ~Impl() {
        worker.request_stop();
        worker.join();
        ::close(socket);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void serve(const std::stop_token& stop) {
        Clock::time_point told = Clock::now();
        while (!stop.stop_requested()) {
            pollfd waiting{socket, POLLIN, 0};
            if (::poll(&waiting, 1, kPollMilliseconds) > 0) receive();
            if (Clock::now() - told < kBetweenStates) continue;
            told = Clock::now();
            tell();
        }
    }

    void receive() {
        std::array<char, kMostBytes> bytes{};
        Peer from;
        const ssize_t got = ::recvfrom(socket, bytes.data(), bytes.size(), MSG_DONTWAIT,
                                       reinterpret_cast<sockaddr*>(&from.at), &from.size);
        if (got <= 0) return;
        for (const OscMessage& message : oscMessages({bytes.data(), static_cast<std::size_t>(got)}))
            obey(message, from);
    }

    void obey(const OscMessage& message, const Peer& from) {
        if (message.name == "subscribe") return subscribe(from);
        std::string text = message.name;
        for (const std::string& argument : message.arguments) text += " " + argument;
        std::string fault = show.command(text);
        if (!fault.empty() && message.button) {
            // The 1 and 0 of a button that is pressed and let go, and no number for the command.
            if (message.button == OscMessage::Button::released) return;
            if (show.command(message.name).empty()) fault.clear();
        }
        send(fault.empty() ? oscText("done", text) : oscText("fault", fault), from);
    }

    void subscribe(const Peer& from) {
        std::erase_if(subscribers, [&](const Subscriber& one) { return one.peer.is(from); });
        if (subscribers.size() >= kMostSubscribers) subscribers.pop_front();
        subscribers.push_back({from, Clock::now() + kSubscribed});
        send(oscState(show.report().status), from);
    }

    void tell() {
        std::erase_if(subscribers, [](const Subscriber& one) { return one.until < Clock::now(); });
        if (subscribers.empty()) return;
        const std::string state = oscState(show.report().status);
        for (const Subscriber& one : subscribers) send(state, one.peer);
    }

    void send(const std::string& bytes, const Peer& to) const {
        // Whoever has gone hears nothing.
        static_cast<void>(::sendto(socket, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL,
                                   reinterpret_cast<const sockaddr*>(&to.at), to.size));
    }

    Address address;
    Show show;
    int socket;
    std::deque<Subscriber> subscribers;  ///< of the worker's thread alone
    std::jthread worker;
};

OscServer::OscServer(const Address& address, Show show)
    : impl_(std::make_unique<Impl>(address, std::move(show))) {}

OscServer::~OscServer() = default;

Address OscServer::address() const {
    return impl_->address;
}

}  // namespace ebbflow::remote
