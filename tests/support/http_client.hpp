#pragma once
// A client that speaks bytes to a server of this machine, so that nothing mends what a test sends.

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cmath>
#include <string>
#include <string_view>

namespace ebbflow::test {

/// A connection to a server of this machine.
class Client {
public:
    /// `patience`: seconds that it waits for bytes.
    explicit Client(int port, double patience = 20) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval time{static_cast<time_t>(patience),
                           static_cast<suseconds_t>(std::fmod(patience, 1) * 1e6)};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(static_cast<std::uint16_t>(port));
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        static_cast<void>(
            ::connect(socket_, reinterpret_cast<const sockaddr*>(&where), sizeof where));
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// False when the server takes no more.
    [[nodiscard]] bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void end() const { ::shutdown(socket_, SHUT_WR); }
    /// All that comes until the server closes.
    [[nodiscard]] std::string rest() const {
        std::string all;
        char bytes[4096];
        for (ssize_t got; (got = ::recv(socket_, bytes, sizeof bytes, 0)) > 0;)
            all.append(bytes, static_cast<std::size_t>(got));
        return all;
    }

private:
    int socket_;
};

/// What a server answers to those bytes.
inline std::string answerTo(int port, std::string_view bytes, double patience = 20) {
    const Client client(port, patience);
    if (!client.send(bytes)) return {};
    client.end();
    return client.rest();
}

/// The body of an answer, or of nothing, nothing.
inline std::string bodyOf(const std::string& answer) {
    const std::size_t end = answer.find("\r\n\r\n");
    return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

/// GET, and all that is answered.
inline std::string httpGet(int port, const std::string& path) {
    return answerTo(port, "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
}

/// POST of a text, with more header lines, each with its end.
inline std::string httpPost(int port, const std::string& path, const std::string& text,
                            const std::string& headers) {
    return answerTo(port, "POST " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
                              headers + "Content-Length: " + std::to_string(text.size()) +
                              "\r\n\r\n" + text);
}

}  // namespace ebbflow::test
