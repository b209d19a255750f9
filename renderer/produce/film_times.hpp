#pragma once
// Times, rates and timecodes as people name them, looked up in a film. It draws nothing.

#include <string>

#include "core/film_time.hpp"
#include "core/timecode.hpp"
#include "frame/plan.hpp"
#include "produce/moment.hpp"

namespace ebbflow::produce {

/// Names the film's frames at a rate. Throws Refusal when the film's start of timecode is none
/// at that rate.
[[nodiscard]] core::TimecodeClock clockOf(const frame::Plan& plan, const core::FrameRate& rate);

/// Throws Refusal, naming the rates in use.
[[nodiscard]] core::FrameRate rateNamed(const std::string& text);

/// The time of a moment within the film. Throws Refusal for one that the film has not.
[[nodiscard]] core::FilmTime timeOf(const Moment& moment, const frame::Plan& plan,
                                    const core::FrameRate& rate);

/// TIME within the film, at the scene's rate unless another is given. Throws Refusal.
[[nodiscard]] core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan);
[[nodiscard]] core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan,
                                       const core::FrameRate& rate);

}  // namespace ebbflow::produce
