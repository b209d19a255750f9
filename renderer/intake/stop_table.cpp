// A table of points with dates: the stops of a journey, or of several told apart by a column such
// as `vehicle`.

#include <algorithm>

#include <fmt/format.h>

#include "intake/journey_film.hpp"
#include "intake/kinds.hpp"
#include "intake/point_table.hpp"
#include "intake/title.hpp"

namespace ebbflow::intake {

namespace {

bool isStops(const Sheet& sheet) {
    return hasPoints(sheet.table) && hasDates(sheet.table);
}

bool isStopTable(const Given& given) {
    return std::ranges::any_of(given.sheets, isStops);
}

std::optional<Draft> readStopTable(Given& given, Reading& reading) {
    Draft draft;
    std::vector<Stop> stops;
    for (Sheet& sheet : given.sheets) {
        if (!hasPoints(sheet.table)) {
            reading.findings.passedOver.push_back(
                fmt::format("{}: it has no points", sheet.name()));
            continue;
        }
        if (draft.title.empty()) draft.title = titleOf(sheet.file);
        const auto own = pointsOf(sheet, reading);
        if (!own) return std::nullopt;
        stops.insert(stops.end(), own->begin(), own->end());
    }
    addStops(std::move(stops), reading, draft);
    return draft;
}

bool isPointTable(const Sheet& sheet) {
    return hasPoints(sheet.table);
}

bool placesFit(const Given& given) {
    return std::ranges::any_of(given.sheets, isPointTable) && !flowmapPair().fits(given);
}

std::optional<Draft> readPlaces(Given& given, Reading& reading) {
    Draft draft;
    for (Sheet& sheet : given.sheets) {
        if (!isPointTable(sheet)) continue;
        if (draft.title.empty()) draft.title = titleOf(sheet.file);
        const auto own = pointsOf(sheet, reading);
        if (!own) return std::nullopt;
        addPlaces(*own, draft);
    }
    reading.findings.understood.push_back("points are places; nothing moves between them");
    return draft;
}

}  // namespace

Kind stopTable() {
    return {"stops", "a table of points in order of time, the stops of a journey", isStopTable,
            readStopTable};
}

Kind placeTable() {
    return {"places", "a table of places, without journeys", placesFit, readPlaces};
}

}  // namespace ebbflow::intake
