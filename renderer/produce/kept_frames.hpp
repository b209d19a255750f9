#pragma once
// What is told of a render that may take a night: what an earlier one left, and what is kept when
// this one ends early.

#include <string>

#include "core/error.hpp"
#include "delivery/film_writer.hpp"
#include "produce/watcher.hpp"

namespace ebbflow::produce {

/// `film.mp4`, or `film.mp4 part 3/8`.
[[nodiscard]] std::string nameOf(const delivery::FilmOrder& order);

[[nodiscard]] std::int64_t framesIn(const std::vector<delivery::FrameRange>& ranges);

/// When there is something to say.
void sayWhatIsKept(const delivery::FilmOrder& order, const delivery::FilmWriter& writer,
                   Watcher& watcher);

/// The failure, with how to go on from the frames that are finished.
[[nodiscard]] core::Failure withWhatIsKept(const core::Failure& failure,
                                           const delivery::FilmOrder& order, std::int64_t frames);

}  // namespace ebbflow::produce
