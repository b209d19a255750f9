#pragma once
// What the HTTP server answers, without the protocol: a request as a value in, an answer out.

#include <array>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "remote/same_site.hpp"
#include "remote/show.hpp"

namespace ebbflow::remote {

struct Request {
    std::string method, path;
    std::string authorization = {};  ///< the header of that name; empty: none
    std::string body = {};
    Origin from = {};
};

struct Answer {
    int status = 200;
    std::string type = "text/plain; charset=utf-8";
    std::string body = {};
    std::string allow = {};  ///< methods, for 405; empty: no such header
};

/// Its functions may be called from several threads at once.
class Answers {
public:
    Answers(std::string token, Show show) : token_(std::move(token)), show_(std::move(show)) {}

    [[nodiscard]] Answer to(const Request& request);

    /// Longest body that is read, bytes: commands are words.
    static constexpr std::size_t kMostBody = 1024;

private:
    struct Place {
        std::string path;
        std::string_view methods;
        std::function<Answer()> answer;
    };
    enum class Size { whole, small };

    [[nodiscard]] std::vector<Place> places(const Request& request);
    void addConsole(const Request& request, std::vector<Place>& all);
    [[nodiscard]] std::optional<Answer> refusal(const Request& request) const;
    [[nodiscard]] Answer command(const Request& request) const;
    [[nodiscard]] Answer screen(Size size);
    [[nodiscard]] std::optional<Answer> takePicture();
    [[nodiscard]] Answer film() const;
    [[nodiscard]] Answer stepStill(std::string_view path) const;

    std::string token_;
    Show show_;
    std::mutex mutex_;  ///< of the picture that was taken last, and what was made of it
    core::Image picture_;
    std::array<std::string, 2> pngs_;  ///< by size; empty: not made yet
    std::chrono::steady_clock::time_point takenAt_;
};

}  // namespace ebbflow::remote
