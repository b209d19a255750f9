#pragma once
// What the presenter's console reads: once what there is of the film and the words of its own
// language, again and again how the talk stands. It asks nobody: what is to be told is handed in.

#include <string>

#include "live/report.hpp"

namespace ebbflow::remote {

/// An object: `number` (another for each film and language on the stage), `title`, `language`,
/// `direction` (`ltr`, `rtl`), `aspect`, `chapters` (`title`, `first`, `steps`), `steps`
/// (`chapter`, `step`, `start`, `end`, `cue`, `notes`, `caption`), `words`. Indices count from 0,
/// times are seconds of film.
[[nodiscard]] std::string consoleFilmJson(const live::PromptBook& book);

/// An object: `film` (its number), `step` (index), `state`, `black`, `time`, `length`, `next`
/// (`begin`, `finish`, `go_on`, `nothing`), `elapsed` (seconds of talk), `behind` (seconds behind
/// the rehearsal, negative ahead; null without one), `drawn` (changes when the picture has).
[[nodiscard]] std::string consoleStateJson(const live::Report& report);

}  // namespace ebbflow::remote
