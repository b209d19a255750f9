#include "remote/answers.hpp"

#include <array>
#include <functional>

#include "encode/png.hpp"
#include "remote/health.hpp"
#include "remote/token.hpp"

namespace ebbflow::remote {

namespace {

using namespace std::chrono_literals;

constexpr auto kPictureStands = 250ms;
/// A window's loop comes round ten times a second; one that loads may take longer.
constexpr auto kPatience = 3s;
constexpr std::string_view kBearer = "Bearer ";

Answer sentence(int status, std::string words) {
    Answer answer;
    answer.status = status;
    answer.body = std::move(words) + "\n";
    return answer;
}

}  // namespace

Answer Answers::screen() {
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (png_.empty() || now - takenAt_ > kPictureStands) {
        std::future<core::Image> picture = show_.picture();
        if (picture.wait_for(kPatience) != std::future_status::ready)
            return sentence(503, "the window has not drawn for three seconds");
        try {
            png_ = encode::pngBytes(picture.get());
        } catch (const std::future_error&) {
            return sentence(503, "the window is closing");
        }
        takenAt_ = std::chrono::steady_clock::now();
    }
    return {200, "image/png", png_, {}};
}

Answer Answers::command(const Request& request) const {
    const std::string_view said = request.authorization;
    const bool known = said.starts_with(kBearer) && sameToken(said.substr(kBearer.size()), token_);
    if (!known)
        return sentence(401, "the header `Authorization: Bearer TOKEN` is missing or wrong");
    const std::string fault = show_.command(request.body);
    return fault.empty() ? sentence(202, "on its way") : sentence(400, fault);
}

Answer Answers::to(const Request& request) {
    struct Place {
        std::string_view path, methods;
        std::function<Answer()> answer;
    };
    const std::array places = std::to_array<Place>({
        {"/health", "GET, HEAD",
         [&] {
             const live::Report report = show_.report();
             return Answer{isStuck(report) ? 503 : 200,
                           "application/json",
                           healthJson(report, residentMemory()),
                           {}};
         }},
        {"/metrics", "GET, HEAD",
         [&] {
             return Answer{200,
                           "text/plain; version=0.0.4; charset=utf-8",
                           metricsText(show_.report(), residentMemory()),
                           {}};
         }},
        {"/screen.png", "GET, HEAD", [&] { return screen(); }},
        {"/command", "POST", [&] { return command(request); }},
    });
    for (const Place& place : places) {
        if (request.path != place.path) continue;
        const bool reads = request.method == "GET" || request.method == "HEAD";
        if (reads ? place.methods == "GET, HEAD" : request.method == place.methods)
            return place.answer();
        Answer answer = sentence(405, "not so");
        answer.allow = place.methods;
        return answer;
    }
    return sentence(404, "there is /health, /metrics, /screen.png and, by POST, /command");
}

}  // namespace ebbflow::remote
