#pragma once
// Tells on standard error that a film is still being loaded, once that takes long: a line on a
// terminal that goes when it is done, a plain line now and then elsewhere. It loads nothing.

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace ebbflow::tools {

class Waiting {
public:
    explicit Waiting(const std::string& scene);
    ~Waiting();
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

    /// What it is at from now on, such as "reads its tables". Of any thread.
    void doing(std::string_view what);

private:
    void tell();

    std::string scene_;
    bool terminal_;
    std::mutex mutex_;
    std::condition_variable ended_;
    std::string what_ = "is read";
    bool over_ = false;
    std::jthread teller_;  ///< last: it uses the others
};

}  // namespace ebbflow::tools
