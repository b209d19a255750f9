#pragma once
// How a long render tells how far it is: a bar on a terminal, a plain line now and then elsewhere.

#include <chrono>
#include <cstdint>
#include <string>

namespace ebbflow::tools {

class Progress {
public:
    /// `quiet`: say nothing at all.
    Progress(const std::string& what, std::int64_t frames, bool quiet);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void update(std::int64_t done);
    /// The last line: frames, seconds, frames a second.
    void finish();

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] std::string line(std::int64_t done) const;
    std::string what_;
    std::int64_t frames_;
    bool quiet_;
    bool terminal_;
    bool open_ = false;  ///< a bar stands on the terminal's line
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
};

}  // namespace ebbflow::tools
