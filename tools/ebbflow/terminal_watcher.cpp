#include "ebbflow/terminal_watcher.hpp"

#include <iostream>

namespace ebbflow::tools {

void TerminalWatcher::say(const std::string& sentence) {
    if (!quiet_) std::cerr << sentence << '\n';
}

void TerminalWatcher::warn(const std::string& sentence) {
    std::cerr << "ebbflow: " << sentence << '\n';
}

void TerminalWatcher::begin(const std::string& name, std::int64_t frames) {
    progress_.emplace(name, frames, quiet_);
    interrupt_.emplace();
}

}  // namespace ebbflow::tools
