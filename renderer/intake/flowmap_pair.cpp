// flowmap.blue's form, and any other pair of tables of which one has places with positions and the
// other journeys between them.

#include <algorithm>

#include <fmt/format.h>

#include "intake/columns.hpp"
#include "intake/journey_rows.hpp"
#include "intake/kinds.hpp"
#include "intake/title.hpp"

namespace ebbflow::intake {

namespace {

bool isPlaceSheet(const Sheet& sheet) {
    return positionsOf(sheet.table).size() == 1 &&
           (columnOf(sheet.table, "name") || columnOf(sheet.table, "id")) &&
           !hasTwoEnds(sheet.table);
}

bool isFlowmapPair(const Given& given) {
    return std::ranges::any_of(given.sheets, isPlaceSheet) &&
           std::ranges::any_of(given.sheets,
                               [](const Sheet& sheet) { return hasTwoEnds(sheet.table); });
}

std::optional<Draft> readFlowmapPair(Given& given, Reading& reading) {
    Draft draft;
    PlaceFinder places(reading);
    for (Sheet& sheet : given.sheets) {
        if (!isPlaceSheet(sheet)) continue;
        reading.findings.understood.push_back(fmt::format("{}: places", sheet.name()));
        places.take(sheet);
    }
    bool sound = true;
    for (Sheet& sheet : given.sheets) {
        if (hasTwoEnds(sheet.table)) {
            reading.findings.understood.push_back(
                fmt::format("{}: journeys between them", sheet.name()));
            if (draft.title.empty()) draft.title = titleOf(sheet.file);
            sound = addJourneys(sheet, places, reading, draft) && sound;
        } else if (!isPlaceSheet(sheet)) {
            reading.findings.passedOver.push_back(
                fmt::format("{}: it has neither places nor journeys", sheet.name()));
        }
    }
    draft.places = places.used();
    return sound ? std::optional(std::move(draft)) : std::nullopt;
}

}  // namespace

Kind flowmapPair() {
    return {"flowmap", "a table of places and one of journeys, as flowmap.blue has them",
            isFlowmapPair, readFlowmapPair};
}

}  // namespace ebbflow::intake
