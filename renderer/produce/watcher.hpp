#pragma once
// Whoever has films made and wants to know how far they are, be told what was found, or end it
// between two frames. It draws nothing and decides nothing else.

#include <cstdint>
#include <string>

#include "core/diagnostic.hpp"

namespace ebbflow::produce {

/// Does nothing; override what is of use. Calls come from the threads that render,
/// one at a time.
class Watcher {
public:
    Watcher() = default;
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;
    virtual ~Watcher() = default;

    /// What there is to say of a scene that was loaded, errors among it.
    virtual void found(const core::Diagnostics& /*diagnostics*/) {}
    /// A sentence on what was kept or left; one on what may not be as it was expected.
    virtual void say(const std::string& /*sentence*/) {}
    virtual void warn(const std::string& /*sentence*/) {}

    /// From now on so many frames are drawn for a film of that name, or for several side by side.
    virtual void begin(const std::string& /*name*/, std::int64_t /*frames*/) {}
    /// Asked before each frame; true ends the render there, with core::Failure "interrupted".
    [[nodiscard]] virtual bool wantsEnd() { return false; }
    /// How many of them have been drawn before the one that was drawn now.
    virtual void drawn(std::int64_t /*frames*/) {}
    /// All are drawn; later, that they are in their films.
    virtual void allDrawn() {}
    virtual void finished() {}
};

}  // namespace ebbflow::produce
