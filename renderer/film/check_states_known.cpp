#include "film/check_states_known.hpp"

#include <fmt/format.h>

namespace ebbflow::film {

namespace {

bool isWithin(const core::Validity& known, const core::Period& date) {
    const bool early = known.from && (date.openBegin || date.first() < *known.from);
    const bool late = known.to && (date.openEnd || *known.to < date.last());
    return !early && !late;
}

std::string wordsOf(const core::Validity& known) {
    const std::string from = known.from ? core::toString(*known.from) : "the beginning";
    const std::string to = known.to ? core::toString(*known.to) : "today";
    return fmt::format("from {} to {}", from, to);
}

}  // namespace

void checkStatesKnown(const Film& film, core::Diagnostics& diagnostics) {
    const auto& known = film.world->statesKnown;
    if (!known || !film.scene.map.outside.empty()) return;
    for (const auto& chapter : film.scene.chapters) {
        for (const auto& step : chapter.steps) {
            if (!step.date || isWithin(*known, *step.date)) continue;
            diagnostics.warning(
                step.datePlace,
                fmt::format(
                    "the atlas knows states {}, and `{}` goes beyond: there the map has no "
                    "borders and no names of states. `map: {{outside: hide}}` says that this "
                    "is meant, `map: {{outside: show}}` lets the first or the last stand, "
                    "and `map: {{layers: {{states: …}}}}` brings your own",
                    wordsOf(*known), core::toString(*step.date)));
            return;
        }
    }
}

}  // namespace ebbflow::film
