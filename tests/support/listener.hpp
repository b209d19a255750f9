#pragma once
// A listener on the loopback that counts who knocks: the proof that nobody did. It answers nothing.

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ebbflow::test {

class Listener {
public:
    Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        socklen_t size = sizeof(address);
        if (::bind(socket_, plain, size) != 0 || ::listen(socket_, 64) != 0 ||
            ::getsockname(socket_, plain, &size) != 0)
            throw std::runtime_error("no listener on the loopback");
        port_ = std::to_string(ntohs(address.sin_port));
        thread_ = std::thread([this] { accept(); });
    }
    ~Listener() {
        done_ = true;
        thread_.join();
        ::close(socket_);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] const std::string& port() const { return port_; }
    /// Connections since the last call.
    [[nodiscard]] int knocks() { return knocks_.exchange(0); }
    /// The same, with those that are on their way.
    [[nodiscard]] int lateKnocks() {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        return knocks();
    }

private:
    void accept() {
        while (!done_) {
            pollfd waiting{socket_, POLLIN, 0};
            if (::poll(&waiting, 1, 20) <= 0) continue;
            const int caller = ::accept(socket_, nullptr, nullptr);
            if (caller < 0) continue;
            ++knocks_;
            ::close(caller);
        }
    }

    int socket_;
    std::string port_;
    std::atomic<int> knocks_{0};
    std::atomic<bool> done_{false};
    std::thread thread_;
};

}  // namespace ebbflow::test
