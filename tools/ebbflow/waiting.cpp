#include "ebbflow/waiting.hpp"

#include <chrono>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "core/printable.hpp"

namespace ebbflow::tools {

namespace {

using std::chrono::seconds;

/// Nobody wonders before; in a log a line now and then is enough.
constexpr seconds kPatience{2}, kLogPause{30};

}  // namespace

Waiting::Waiting(const std::string& scene)
    : scene_(core::printable(scene)),
      terminal_(isatty(STDERR_FILENO) == 1),
      teller_([this] { tell(); }) {}

Waiting::~Waiting() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    ended_.notify_all();
}

void Waiting::doing(std::string_view what) {
    const std::lock_guard lock(mutex_);
    what_ = what;
}

void Waiting::tell() {
    const auto start = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    bool open = false;
    for (seconds next = terminal_ ? kPatience : kLogPause;
         !ended_.wait_until(lock, start + next, [this] { return over_; });
         next += terminal_ ? seconds(1) : kLogPause) {
        fmt::print(stderr, "{}{}: {}, {} s{}", terminal_ ? "\r\x1b[K" : "", scene_, what_,
                   next.count(), terminal_ ? "" : "\n");
        std::fflush(stderr);
        open = terminal_;
    }
    if (open) fmt::print(stderr, "\r\x1b[K");
    std::fflush(stderr);
}

}  // namespace ebbflow::tools
