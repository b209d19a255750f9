#pragma once
// A socket that stands for systemd: while it lives, this process and those that it starts find it
// in their environment.

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "support/video_fixture.hpp"

namespace ebbflow::test {

class ServiceManager {
public:
    ServiceManager() : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
        const std::string path = folder_ / "notify";
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
        if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0)
            ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    }
    ~ServiceManager() {
        ::unsetenv("NOTIFY_SOCKET");
        ::unsetenv("WATCHDOG_USEC");
        ::close(socket_);
    }
    ServiceManager(const ServiceManager&) = delete;
    ServiceManager& operator=(const ServiceManager&) = delete;

    void setWatchdog(int seconds) const {
        ::setenv("WATCHDOG_USEC", (std::to_string(seconds) + "000000").c_str(), 1);
    }
    /// What has come since it was asked last.
    [[nodiscard]] std::vector<std::string> told() const {
        std::vector<std::string> all;
        char bytes[1024];
        for (ssize_t got; (got = ::recv(socket_, bytes, sizeof bytes, 0)) > 0;)
            all.emplace_back(bytes, static_cast<std::size_t>(got));
        return all;
    }

private:
    TemporaryFolder folder_;
    int socket_;
};

}  // namespace ebbflow::test
