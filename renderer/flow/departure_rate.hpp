#pragma once
// How much of a row has left by which share of its period, for each shape of departures. Every
// curve rises from 0 to 1 without a break, so that parts of a period add up to the whole.

#include <cstdint>

#include "core/departure_shape.hpp"

namespace ebbflow::flow {

/// 0…1: the share of a row that has left when `passed` (0…1) of its period has. `firstMany` is
/// 4t / (1 + 3t): half have left after a fifth of the time, the last ones are sixteen times as slow
/// as the first. `lastFew` is even at 1.2 a period for two thirds of it, then falls to nothing
/// along a parabola: the last twentieth of the row takes a sixth of the time.
[[nodiscard]] double leftAfter(core::DepartureShape shape, double passed);

/// 0…1: the share of the period after which `left` (0…1) of the row has left. Undoes leftAfter().
[[nodiscard]] double passedWhen(core::DepartureShape shape, double left);

/// leftAfter() in whole seconds, exactly monotone: of a period of `length` seconds, those of an
/// even row by which as many have left as after `elapsed` of this one.
[[nodiscard]] std::int64_t evenSeconds(core::DepartureShape shape, std::int64_t elapsed,
                                       std::int64_t length);

}  // namespace ebbflow::flow
