#pragma once
// Commands on their way to the player, from keys and from whatever else steers a film. They are
// handed on in the order in which they came, and never changed or left out.

#include <mutex>
#include <utility>
#include <vector>

#include "live/command.hpp"

namespace ebbflow::live {

/// Any thread may send.
class CommandQueue {
public:
    void send(Command command) {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(command));
    }
    /// All that have come since it was asked last.
    [[nodiscard]] std::vector<Command> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(waiting_, {});
    }

private:
    std::mutex mutex_;
    std::vector<Command> waiting_;
};

}  // namespace ebbflow::live
