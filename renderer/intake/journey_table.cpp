// Tables of journeys that need no other: kepler.gl's, with the coordinates of both ends, or with
// names that the atlas knows.

#include <algorithm>

#include <fmt/format.h>

#include "intake/journey_rows.hpp"
#include "intake/kinds.hpp"
#include "intake/title.hpp"

namespace ebbflow::intake {

namespace {

bool isJourneys(const Sheet& sheet) {
    return hasTwoEnds(sheet.table);
}

/// A table of places beside it makes it a pair, of which more is known.
bool isJourneyTable(const Given& given) {
    return std::ranges::any_of(given.sheets, isJourneys) && !flowmapPair().fits(given);
}

std::optional<Draft> readJourneyTable(Given& given, Reading& reading) {
    Draft draft;
    PlaceFinder places(reading);
    bool sound = true;
    for (Sheet& sheet : given.sheets) {
        if (!isJourneys(sheet)) {
            reading.findings.passedOver.push_back(
                fmt::format("{}: no two of its columns are the ends of a journey", sheet.name()));
            continue;
        }
        if (draft.title.empty()) draft.title = titleOf(sheet.file);
        sound = addJourneys(sheet, places, reading, draft) && sound;
    }
    if (places.ofAtlas() > 0)
        reading.findings.understood.push_back(
            fmt::format("{} places are found by their names in the atlas", places.ofAtlas()));
    return sound ? std::optional(std::move(draft)) : std::nullopt;
}

}  // namespace

Kind journeyTable() {
    return {"journeys", "a table of journeys, a row each", isJourneyTable, readJourneyTable};
}

}  // namespace ebbflow::intake
