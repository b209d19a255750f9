#pragma once
// How long words stay so that they can be read: the one rule for captions and inserts. Figures
// only.

namespace ebbflow::scene {

/// The art direction: a text stands for one and a half readings.
inline constexpr double kReadings = 1.5;
/// Seconds. A text timed to the hundredth is not refused for the rest of a frame.
inline constexpr double kReadingTolerance = 0.01;

}  // namespace ebbflow::scene
