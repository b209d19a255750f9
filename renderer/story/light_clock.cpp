#include "story/light_clock.hpp"

#include <algorithm>
#include <cassert>

namespace ebbflow::story {

namespace {

/// For how long lights have stood, `since` seconds into a hold: their speed falls from 1 to 0 over
/// `ease`, and rises again over as much, evenly.
double stoodIn(double since, double length) {
    const double ease = std::min(kHoldEase, length / 2);
    const double into = std::clamp(since, 0.0, length), left = length - into;
    if (into < ease) return into * into / (2 * ease);
    if (left < ease) return length - ease - left * left / (2 * ease);
    return into - ease / 2;
}

}  // namespace

void LightClock::hold(double start, double length) {
    assert(holds_.empty() || holds_.back().start + holds_.back().length <= start);
    if (length > 0) holds_.push_back({start, length});
}

double LightClock::held(double seconds) const {
    double sum = 0;
    for (const Hold& hold : holds_) {
        if (seconds <= hold.start) break;
        sum += stoodIn(seconds - hold.start, hold.length);
    }
    return sum;
}

double LightClock::at(double seconds) const {
    return seconds - held(seconds);
}

}  // namespace ebbflow::story
