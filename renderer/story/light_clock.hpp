#pragma once
// The lights' own time beside the film's: while a step holds, the film goes on and they stand.
// Departures, arrivals and positions of lights are in it, so that a light takes as long with a hold
// as without.

#include <vector>

namespace ebbflow::story {

/// Seconds in which lights come to rest at a hold's start, and set off again at its end.
constexpr double kHoldEase = 0.25;

class LightClock {
public:
    /// `start`, `length`: seconds of film. Holds come in order and do not overlap.
    void hold(double start, double length);
    /// The lights' seconds at a film time: never back, never ahead of the film; equal to it before
    /// the first hold. Endless times stay so.
    [[nodiscard]] double at(double seconds) const;
    /// For how long lights have stood by then.
    [[nodiscard]] double held(double seconds) const;

private:
    struct Hold {
        double start, length;
    };
    std::vector<Hold> holds_;
};

}  // namespace ebbflow::story
