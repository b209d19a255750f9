#pragma once
// When a way has lights on it, and how far the foremost of them has come: what a thread follows,
// which is drawn no further than somebody has gone and fades when the last one is there.

#include <span>
#include <vector>

namespace ebbflow::story {

/// One light's journey, lights' seconds.
struct Flight {
    float departure = 0;
    float duration = 1;  ///< > 0
    float breaks = 0;    ///< when the film breaks off next, and leaves it behind
};

/// A time in which a way is never empty for as long as its thread takes to fade.
struct Bout {
    float start = 0;  ///< lights' seconds: the first departure
    float end = 0;    ///< lights' seconds: the last light is there, or the film breaks off
    std::vector<Flight> front;  ///< those that lead at some time, by departure
};

/// Seconds in which a thread fades when the last light has arrived.
inline constexpr double kThreadFade = 1.6;

/// Of one way and kind; the order of the flights does not matter.
[[nodiscard]] std::vector<Bout> boutsOf(std::vector<Flight> flights);

/// What of a thread is drawn at a moment.
struct ThreadShown {
    double to = 0;        ///< 0…1 of the way: how far the foremost light has come
    double strength = 0;  ///< 0…1
};
/// `since`: lights' seconds of the last break; what left before it is not seen.
[[nodiscard]] ThreadShown threadAt(std::span<const Bout> bouts, double seconds, double since);

}  // namespace ebbflow::story
