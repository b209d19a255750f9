#include "ebbflow/progress.hpp"

#include <cmath>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "core/printable.hpp"

namespace ebbflow::tools {

namespace {

constexpr int kBarWidth = 28;

std::string clockText(double seconds) {
    const long whole = std::lround(seconds);
    return whole >= 3600 ? fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60)
                         : fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(const std::string& what, std::int64_t frames, bool quiet)
    : what_(core::printable(what)),
      frames_(frames),
      quiet_(quiet),
      terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (open_) std::fputs("\n", stderr);
}

std::string Progress::line(std::int64_t done) const {
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    const double left = rate > 0 ? static_cast<double>(frames_ - done) / rate : 0;
    return fmt::format("{}/{} frames  {:.1f} fps  {} left", done, frames_, rate, clockText(left));
}

void Progress::update(std::int64_t done) {
    const auto now = Clock::now();
    const auto pause =
        terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(10'000);
    if (quiet_ || now - last_ < pause) return;
    last_ = now;
    if (!terminal_) {
        fmt::print(stderr, "{}: {}\n", what_, line(done));
        return;
    }
    const auto full = static_cast<int>(kBarWidth * done / std::max<std::int64_t>(1, frames_));
    fmt::print(stderr, "\r\x1b[K{} [{}{}] {}", what_,
               std::string(static_cast<std::size_t>(full), '#'),
               std::string(static_cast<std::size_t>(kBarWidth - full), '.'), line(done));
    std::fflush(stderr);
    open_ = true;
}

void Progress::finish() {
    if (quiet_) return;
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    fmt::print(stderr, "{}{}: {} frames in {} ({:.1f} fps)\n", open_ ? "\r\x1b[K" : "", what_,
               frames_, clockText(seconds), static_cast<double>(frames_) / std::max(1e-9, seconds));
    open_ = false;
}

}  // namespace ebbflow::tools
