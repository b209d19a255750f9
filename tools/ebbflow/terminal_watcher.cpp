#include "ebbflow/terminal_watcher.hpp"

#include <iostream>

#include "core/printable.hpp"

namespace ebbflow::tools {

void TerminalWatcher::found(const core::Diagnostics& diagnostics) {
    waiting_.reset();
    print(diagnostics);
}

void TerminalWatcher::say(const std::string& sentence) {
    waiting_.reset();
    if (!quiet_) std::cerr << core::printable(sentence) << '\n';
}

void TerminalWatcher::warn(const std::string& sentence) {
    waiting_.reset();
    std::cerr << "ebbflow: " << core::printable(sentence) << '\n';
}

void TerminalWatcher::begin(const std::string& name, std::int64_t frames) {
    waiting_.reset();
    progress_.emplace(name, frames, quiet_);
    interrupt_.emplace();
}

}  // namespace ebbflow::tools
