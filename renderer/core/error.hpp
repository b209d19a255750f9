#pragma once
// The one exception of the project: the world failed (no GPU, disk full, codec missing). Faults of
// the script's author are Diagnostics, not exceptions; faults of ours are asserts.

#include <stdexcept>
#include <string>

namespace ebbflow::core {

/// One clear sentence for the user. Callers on the way up may add what they were doing.
class Failure : public std::runtime_error {
public:
    explicit Failure(const std::string& sentence) : std::runtime_error(sentence) {}

    /// The same failure, with what was being done put before it: "cannot write film.mp4: disk
    /// full".
    [[nodiscard]] Failure during(const std::string& what) const {
        return Failure(what + ": " + this->what());
    }
};

}  // namespace ebbflow::core
