#pragma once
// Ctrl-C and SIGTERM as a question that a loop asks, so that work stops between two frames and
// cleans up.

namespace ebbflow::tools {

/// Catches SIGINT and SIGTERM while it lives. A second signal ends the program at once.
/// From now on the terminal may go: a show outlives it.
void outliveTerminal();

class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    [[nodiscard]] bool asked() const;
};

}  // namespace ebbflow::tools
