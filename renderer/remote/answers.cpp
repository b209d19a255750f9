#include "remote/answers.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "encode/png.hpp"
#include "remote/console_json.hpp"
#include "remote/console_page.hpp"
#include "remote/health.hpp"
#include "remote/small_picture.hpp"
#include "remote/token.hpp"

namespace ebbflow::remote {

namespace {

using namespace std::chrono_literals;

constexpr auto kPictureStands = 250ms;
/// A window's loop comes round ten times a second; one that loads may take longer.
constexpr auto kPatience = 3s;
constexpr std::string_view kBearer = "Bearer ";
constexpr std::string_view kReads = "GET, HEAD", kJson = "application/json", kPng = "image/png";
constexpr std::string_view kSteps = "/console/step/";
constexpr int kSmallWidth = 640;  ///< pixels, of the picture on a phone

Answer sentence(int status, std::string words) {
    Answer answer;
    answer.status = status;
    answer.body = std::move(words) + "\n";
    return answer;
}

Answer good(std::string_view type, std::string body, int status = 200) {
    return {status, std::string(type), std::move(body), {}};
}

constexpr std::size_t kNoNumber = std::numeric_limits<std::size_t>::max();

/// A number at the start of the text, with what stands right behind it; the text then goes on after
/// that. kNoNumber when that is not so.
std::size_t takeNumber(std::string_view& text, std::string_view behind) {
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{}) return kNoNumber;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.starts_with(behind)) return kNoNumber;
    text.remove_prefix(behind.size());
    return number;
}

}  // namespace

/// Takes another one when the last is old. What is wrong, if anything is.
std::optional<Answer> Answers::takePicture() {
    const auto now = std::chrono::steady_clock::now();
    if (picture_.width > 0 && now - takenAt_ <= kPictureStands) return std::nullopt;
    std::future<core::Image> picture = show_.picture();
    if (picture.wait_for(kPatience) != std::future_status::ready)
        return sentence(503, "the window has not drawn for three seconds");
    try {
        picture_ = picture.get();
    } catch (const std::future_error&) {
        return sentence(503, "the window is closing");
    }
    pngs_ = {};
    takenAt_ = std::chrono::steady_clock::now();
    return std::nullopt;
}

Answer Answers::screen(Size size) {
    const std::lock_guard lock(mutex_);
    if (auto fault = takePicture()) return std::move(*fault);
    std::string& png = pngs_.at(static_cast<std::size_t>(size));
    if (png.empty()) {
        png =
            encode::pngBytes(size == Size::small ? smallPicture(picture_, kSmallWidth) : picture_);
    }
    return good(kPng, png);
}

std::optional<Answer> Answers::refusal(const Request& request) const {
    if (!fromOurPage(request.from)) return sentence(403, "another site's page asks nothing here");
    const std::string_view said = request.authorization;
    const bool known = said.starts_with(kBearer) && sameToken(said.substr(kBearer.size()), token_);
    if (known) return std::nullopt;
    return sentence(401, "the header `Authorization: Bearer TOKEN` is missing or wrong");
}

Answer Answers::command(const Request& request) const {
    const std::string fault = show_.command(request.body);
    return fault.empty() ? sentence(202, "on its way") : sentence(400, fault);
}

Answer Answers::film() const {
    const auto book = show_.report().prompt.book;
    return book ? good(kJson, consoleFilmJson(*book))
                : sentence(503, "the first picture is not shown yet");
}

/// `FILM/STEP.png`: a film that is not on the stage any more has none.
Answer Answers::stepStill(std::string_view path) const {
    const std::size_t number = takeNumber(path, "/");
    const std::size_t step = takeNumber(path, ".png");
    const auto book = show_.report().prompt.book;
    if (!path.empty() || !book || book->number != number || step >= book->steps.size())
        return sentence(404, "there is no such step");
    const auto still = show_.still(step);
    return still ? good(kPng, encode::pngBytes(*still))
                 : sentence(202, "being made; ask again in a moment");
}

void Answers::addConsole(const Request& request, std::vector<Place>& all) {
    if (const core::EmbeddedFile* file = consoleFile(request.path)) {
        all.push_back({request.path, kReads,
                       [file] { return good(mediaType(*file), std::string(file->text)); }});
    }
    const auto add = [&](std::string path, std::function<Answer()> answer) {
        all.push_back({std::move(path), kReads, [this, &request, answer = std::move(answer)] {
                           auto no = refusal(request);
                           return no ? std::move(*no) : answer();
                       }});
    };
    add("/console/film", [this] { return film(); });
    add("/console/state", [this] { return good(kJson, consoleStateJson(show_.report())); });
    add("/console/screen.png", [this] { return screen(Size::small); });
    const std::string_view path = request.path;
    if (path.starts_with(kSteps))
        add(request.path, [this, path] { return stepStill(path.substr(kSteps.size())); });
}

std::vector<Answers::Place> Answers::places(const Request& request) {
    std::vector<Place> all{
        {"/health", kReads,
         [this] {
             const live::Report report = show_.report();
             return good(kJson, healthJson(report, residentMemory()), isStuck(report) ? 503 : 200);
         }},
        {"/metrics", kReads,
         [this] {
             return good("text/plain; version=0.0.4; charset=utf-8",
                         metricsText(show_.report(), residentMemory()));
         }},
        {"/screen.png", kReads, [this] { return screen(Size::whole); }},
        {"/command", "POST",
         [this, &request] {
             auto no = refusal(request);
             return no ? std::move(*no) : command(request);
         }},
    };
    if (show_.console) addConsole(request, all);
    return all;
}

Answer Answers::to(const Request& request) {
    for (const Place& place : places(request)) {
        if (request.path != place.path) continue;
        const bool reads = request.method == "GET" || request.method == "HEAD";
        if (reads ? place.methods == kReads : request.method == place.methods)
            return place.answer();
        Answer answer = sentence(405, "not so");
        answer.allow = place.methods;
        return answer;
    }
    return sentence(404,
                    "there is /health, /metrics, /screen.png, for a presenter /console, and, "
                    "by POST, /command");
}

}  // namespace ebbflow::remote
