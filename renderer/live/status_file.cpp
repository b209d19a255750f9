#include "live/status_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <fstream>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace ebbflow::live {

namespace {

constexpr double kSecondsBetweenWrites = 0.25, kSecondsBetweenSigns = 5;

std::string oneLine(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

const char* yesNo(bool value) {
    return value ? "yes" : "no";
}

/// Whether two differ in more than the film's running on.
bool turned(Status a, const Status& b) {
    a.time = b.time;
    a.frame = b.frame;
    a.behind = b.behind;
    return !(a == b);
}

}  // namespace

std::string toText(const Status& s, std::int64_t written) {
    return fmt::format(
        "state={}\nblack={}\nspeed={}\ntime={:.3f}\nlength={:.3f}\nframe={}\nchapter={}\nstep={}\n"
        "language={}\nfullscreen={}\nwindow={}x{}\npicture={}x{}\nscale={}\nclock={}\nbehind={:.3f}"
        "\nhud={}\nreloads={}\n"
        "message={}\nproblem={}\npid={}\nupdated={:%FT%TZ}\n",
        s.state, yesNo(s.black), s.speed, s.time.seconds(), s.length.seconds(), s.frame, s.chapter,
        s.step, s.language, yesNo(s.fullScreen), s.window.width, s.window.height, s.picture.width,
        s.picture.height, s.scale, s.clock, s.behind, yesNo(s.hud), s.reloads, oneLine(s.message),
        oneLine(s.problem), ::getpid(), fmt::gmtime(static_cast<std::time_t>(written)));
}

bool StatusFile::update(const Status& status, double now) {
    if (path_.empty()) return true;
    const double since = now - writtenAt_;
    if (status == written_ && since < kSecondsBetweenSigns) return true;
    if (!turned(status, written_) && since < kSecondsBetweenWrites) return true;
    written_ = status;
    writtenAt_ = now;
    return write(status);
}

StatusFile::~StatusFile() {
    if (path_.empty() || written_.state.empty()) return;
    written_.state = "stopped";
    static_cast<void>(write(written_));
}

bool StatusFile::write(const Status& status) const {
    const std::filesystem::path part = path_.string() + ".part";
    std::ofstream file(part, std::ios::trunc);
    file << toText(status, std::time(nullptr));
    file.close();
    std::error_code fault;
    if (file) std::filesystem::rename(part, path_, fault);
    return file && !fault;
}

}  // namespace ebbflow::live
