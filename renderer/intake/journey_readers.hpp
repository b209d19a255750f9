#pragma once
// The formats in which journeys are drawn on maps, a reader each. What is no JSON or XML is a fault
// with its place; features that are no journeys are counted, not guessed at.

#include <optional>

#include "intake/given.hpp"
#include "intake/journey.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

/// A text in any form of dates that one reads for certain.
[[nodiscard]] std::optional<core::Period> periodOf(std::string_view text);
/// Its first instant, on the clock as written.
[[nodiscard]] std::optional<core::Instant> instantOf(std::string_view text);

/// Adds what the document holds; false after an error. GeoJSON: lines with times as the fourth
/// number of a position, in `times`, `timestamps`, `coordTimes` or `coordinateProperties`, and
/// lines and points with a date among their properties.
bool readGeoJson(const Document& document, Reading& reading, Journeys& journeys);
/// CZML: `position` with `cartographicDegrees` and an epoch.
bool readCzml(const Document& document, Reading& reading, Journeys& journeys);
/// GPX: tracks, routes and waypoints.
bool readGpx(const Document& document, Reading& reading, Journeys& journeys);
/// KML: placemarks of points and lines with TimeStamp or TimeSpan, gx:Track.
bool readKml(const Document& document, Reading& reading, Journeys& journeys);

}  // namespace ebbflow::intake
