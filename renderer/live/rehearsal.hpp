#pragma once
// How long a talk stood at each step, all visits together. It reads no clock and writes nothing.

#include <map>
#include <utility>

#include "produce/timing.hpp"

namespace ebbflow::live {

class Rehearsal {
public:
    /// The talk stands at that step of that chapter (indices), `elapsed` seconds after its
    /// beginning; fewer than before: it has begun anew. Says whether it has left another step.
    bool at(std::size_t chapter, std::size_t step, double elapsed);
    /// Of the steps that were seen, in the film's order.
    [[nodiscard]] produce::Timing timing() const;

private:
    using Step = std::pair<std::size_t, std::size_t>;
    std::map<Step, double> seconds_;
    Step now_{};
    double elapsed_ = 0;
};

}  // namespace ebbflow::live
