#pragma once
// A child process of a test: started, asked, ended. It dies with the test, whatever becomes of it.

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ebbflow::test {

struct Launch {
    std::vector<std::string> command;  ///< looked for on the PATH when it has no slash
    std::vector<std::pair<std::string, std::string>> environment;  ///< on top of the test's own
    std::vector<std::string> without;   ///< of the test's own environment
    std::filesystem::path output;       ///< standard output goes here; empty: the test's own
    std::filesystem::path errors;       ///< standard error goes here; empty: the test's own
    std::filesystem::path folder;       ///< to run in; empty: the test's own
    std::optional<std::uint64_t> disk;  ///< bytes a file may have: a disk that is full after that
    int inheritedFile = -1;             ///< stays open in the child
    /// Bound by file permissions even where the tests run as root.
    bool withoutPrivilege = false;
};

class Process {
public:
    explicit Process(const Launch& launch);
    /// Kills it when it still runs.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void signal(int number) const;
    [[nodiscard]] bool running();
    /// Its exit status (128 + signal when one ended it); nothing when it still runs after that
    /// many seconds.
    [[nodiscard]] std::optional<int> wait(double seconds);

private:
    pid_t pid_ = -1;
    std::optional<int> status_;
};

/// Runs a command to its end and returns its exit status. Throws when it still runs after that many
/// seconds.
int runToEnd(const Launch& launch, double seconds);

/// Asks every few milliseconds until it says yes, for at most that many seconds.
template <class Question>
[[nodiscard]] bool eventually(Question question, double seconds);

/// Sleeps for a moment between two questions.
void pauseBriefly();
[[nodiscard]] double secondsNow();

template <class Question>
bool eventually(Question question, double seconds) {
    const double until = secondsNow() + seconds;
    for (;;) {
        if (question()) return true;
        if (secondsNow() > until) return false;
        pauseBriefly();
    }
}

}  // namespace ebbflow::test
