#pragma once
// Who travels with whom, and when they leave on screen: each by itself on its day, or in trains
// that wait for their last. It launches nobody into another chapter or year.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "flow/schedule.hpp"
#include "scene/scene.hpp"

namespace ebbflow::story {

/// How a departure of a schedule is shown.
struct Boarding {
    double seconds = 0;         ///< of film, when it leaves
    std::uint32_t company = 0;  ///< within its row: those of one company go together
};

/// Film seconds from the head of a train to the next of it, at most.
inline constexpr double kCarSeconds = 0.06;

/// For each departure of a chapter, which are sorted by day. `secondsAt`: the film's second of a
/// day, never falling as days grow; `trainsOf`: of a row, by its number; `idOf`: its id. Those of a
/// train are of one row and one year; each leaves no earlier than the first of them would alone and
/// no later than the last.
[[nodiscard]] std::vector<Boarding> boardings(
    std::span<const flow::Departure> departures, const std::function<double(double)>& secondsAt,
    const std::function<std::optional<scene::Trains>(std::uint32_t)>& trainsOf,
    const std::function<const std::string&(std::uint32_t)>& idOf);

}  // namespace ebbflow::story
