#pragma once
// What script and tables say of when a film plays, taken together: whether anything does, to the
// minute or not, and over which time. It invents no date.

#include "core/calendar.hpp"
#include "film/film.hpp"

namespace ebbflow::story {

/// Whether a step or a row of any table has a date.
[[nodiscard]] bool saysWhen(const film::Film& film);

/// Whether a step, a movement or a figure has a clock.
[[nodiscard]] bool hasClocks(const film::Film& film);

/// The span of all dated movements, or where there are none of figures and works: what a chapter
/// without dates passes through. A day far after every other where nothing is dated, so that names
/// are the latest.
[[nodiscard]] core::Span spanOfTables(const flow::Tables& tables);

}  // namespace ebbflow::story
