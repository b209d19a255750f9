#include "ebbflow/interrupt.hpp"

#include <csignal>

namespace ebbflow::tools {

namespace {

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t signalled = 0;

extern "C" void onSignal(int number) {
    signalled = 1;
    std::signal(number, SIG_DFL);
}

}  // namespace

void outliveTerminal() {
    std::signal(SIGHUP, SIG_IGN);
    // Writing to what is gone is no reason either.
    std::signal(SIGPIPE, SIG_IGN);
}

Interrupt::Interrupt() {
    signalled = 0;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

Interrupt::~Interrupt() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool Interrupt::asked() const {
    return signalled != 0;
}

}  // namespace ebbflow::tools
