// Map files of journeys: GPX, KML, CZML, GeoJSON. Their lines become ways, their points with dates
// the stops of a journey; points without either are places.

#include <algorithm>

#include <fmt/format.h>

#include "intake/journey_film.hpp"
#include "intake/journey_readers.hpp"
#include "intake/kinds.hpp"
#include "intake/title.hpp"

namespace ebbflow::intake {

namespace {

bool holds(const Document& document, std::string_view word) {
    return document.text.find(word) != std::string::npos;
}

using Reader = bool (*)(const Document&, Reading&, Journeys&);

Reader readerOf(const Document& document) {
    if (holds(document, "<gpx")) return readGpx;
    if (holds(document, "<kml") || holds(document, "<Placemark")) return readKml;
    if (holds(document, "\"czml\"") || holds(document, "\"cartographicDegrees\"")) return readCzml;
    if (holds(document, "\"Feature")) return readGeoJson;
    return nullptr;
}

bool isAmongAreas(const Given& given, const Document& document) {
    return std::ranges::find(given.areas, document.path, &MapSource::path) != given.areas.end();
}

/// Lines, points, or nothing that the map shows otherwise.
bool mayHoldJourneys(const Given& given, const Document& document) {
    return readerOf(document) != nullptr &&
           (!isAmongAreas(given, document) || holds(document, "LineString") ||
            holds(document, "Point") || holds(document, "Track"));
}

bool isMapJourneys(const Given& given) {
    const auto may = [&](const Document& document) { return mayHoldJourneys(given, document); };
    return std::ranges::any_of(given.json, may) || std::ranges::any_of(given.xml, may);
}

bool isDated(const Stop& stop) {
    return stop.when && !stop.when->saysNothing();
}

std::optional<Journeys> readAll(const Given& given, Reading& reading) {
    Journeys journeys;
    bool sound = true;
    for (const auto* documents : {&given.json, &given.xml}) {
        for (const Document& document : *documents) {
            const Reader reader = readerOf(document);
            if (reader != nullptr) {
                sound = reader(document, reading, journeys) && sound;
            } else if (!isAmongAreas(given, document)) {
                reading.findings.passedOver.push_back(document.file +
                                                      ": no map file that is known");
            }
        }
    }
    if (journeys.faulty > 0)
        reading.findings.passedOver.push_back(fmt::format(
            "ways of fewer than two points, and stops without a position that can be read ({})",
            journeys.faulty));
    return sound ? std::optional(std::move(journeys)) : std::nullopt;
}

std::optional<Draft> readMapJourneys(Given& given, Reading& reading) {
    auto journeys = readAll(given, reading);
    if (!journeys) return std::nullopt;
    Draft draft;
    draft.title = journeys->title.empty() ? titleOf(given.names.front()) : journeys->title;
    addTracks(journeys->tracks, reading, draft);
    const auto dated = std::ranges::count_if(journeys->stops, isDated);
    if (dated > 1) {
        addStops(std::move(journeys->stops), reading, draft);
    } else if (!journeys->stops.empty()) {
        addPlaces(journeys->stops, draft);
        reading.findings.understood.push_back(
            fmt::format("{} points without dates: places", journeys->stops.size()));
    }
    return draft;
}

}  // namespace

Kind mapJourneys() {
    return {"tracks", "a map file of ways and stops (GPX, KML, CZML, GeoJSON)", isMapJourneys,
            readMapJourneys};
}

}  // namespace ebbflow::intake
