#pragma once
// What the HTTP server answers, without the protocol: a request as a value in, an answer out.

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

#include "remote/show.hpp"

namespace ebbflow::remote {

struct Request {
    std::string method, path;
    std::string authorization;  ///< the header of that name; empty: none
    std::string body;
};

struct Answer {
    int status = 200;
    std::string type = "text/plain; charset=utf-8";
    std::string body;
    std::string allow;  ///< methods, for 405; empty: no such header
};

/// Its functions may be called from several threads at once.
class Answers {
public:
    Answers(std::string token, Show show) : token_(std::move(token)), show_(std::move(show)) {}

    [[nodiscard]] Answer to(const Request& request);

    /// Longest body that is read, bytes: commands are words.
    static constexpr std::size_t kMostBody = 1024;

private:
    [[nodiscard]] Answer screen();
    [[nodiscard]] Answer command(const Request& request) const;

    std::string token_;
    Show show_;
    std::mutex mutex_;  ///< of the picture that was taken last
    std::string png_;
    std::chrono::steady_clock::time_point takenAt_;
};

}  // namespace ebbflow::remote
