#include "story/bouts.hpp"

#include <algorithm>
#include <limits>

#include "picture/easing.hpp"

namespace ebbflow::story {

std::vector<Bout> boutsOf(std::vector<Flight> flights) {
    std::ranges::sort(flights, {}, &Flight::departure);
    std::vector<Bout> bouts;
    float firstThere = 0, breaks = 0;
    for (const Flight& flight : flights) {
        const float arrival = flight.departure + flight.duration;
        // Nothing that leaves before a break of the film is there after it, nor the other way
        // round.
        const bool goesOn = !bouts.empty() && flight.breaks == breaks &&
                            flight.departure < bouts.back().end + static_cast<float>(kThreadFade);
        if (!goesOn) {
            bouts.push_back({flight.departure, flight.departure, {}});
            firstThere = std::numeric_limits<float>::infinity();
            breaks = flight.breaks;
        }
        Bout& bout = bouts.back();
        bout.end = std::max(bout.end, std::min(arrival, flight.breaks));
        // Who leaves later and arrives later is never ahead: both go by the same easing.
        if (arrival >= firstThere) continue;
        firstThere = arrival;
        bout.front.push_back(flight);
    }
    return bouts;
}

ThreadShown threadAt(std::span<const Bout> bouts, double seconds, double since) {
    const auto next =
        std::ranges::upper_bound(bouts, static_cast<float>(seconds), {}, &Bout::start);
    if (next == bouts.begin()) return {};
    const Bout& bout = *std::prev(next);
    if (bout.start < since) return {};
    ThreadShown shown;
    for (const Flight& flight : bout.front) {
        const double u = (seconds - flight.departure) / flight.duration;
        shown.to = std::max(shown.to, picture::travelled(u));
    }
    shown.strength = 1 - picture::smooth((seconds - bout.end) / kThreadFade);
    return shown;
}

}  // namespace ebbflow::story
