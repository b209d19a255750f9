#pragma once
// All lights of a film: every departure of every chapter as a vertex, the paths they share, and per
// path and kind the streams from which ribbons, rings and glows follow. Built once; a frame only
// searches it.

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/confidence.hpp"
#include "core/diagnostic.hpp"
#include "film/film.hpp"
#include "flow/schedule.hpp"
#include "picture/description.hpp"
#include "story/bouts.hpp"
#include "story/timeline.hpp"

namespace ebbflow::story {

/// A kind as it is shown: its look, its N, whom it resembles.
struct Kind {
    std::string name;
    std::string hue;  ///< the kind whose colour it shares: its own name, or the one named by `like`
    picture::LightLook look;
    std::int64_t perLight = 1;
    std::string unit = "people";  ///< of its rows
    std::string along;
    double travelSeconds = 3;
    std::optional<scene::Trains> trains;  ///< none: each light by itself
    core::LocalText label;                ///< the script's; may be empty
};

/// All lights of one kind on one path.
struct Stream {
    std::uint32_t path = 0;  ///< the way's first
    std::uint32_t kind = 0;
    std::uint32_t fromPlace = 0, toPlace = 0;                    ///< indices into LightPlan::places
    core::Confidence confidence = core::Confidence::documented;  ///< the weakest among its rows
    std::vector<float> departures;                               ///< lights' seconds, sorted
    std::vector<float> arrivals;  ///< lights' seconds, sorted; of those that are seen to arrive
    std::vector<Bout> bouts;      ///< one after the other
};

/// All journeys of one kind that begin and end at one place: they go nowhere, and a ring stands for
/// them.
struct Stay {
    std::uint32_t place = 0;  ///< index into LightPlan::places
    std::uint32_t kind = 0;
    std::vector<float>
        departures;  ///< lights' seconds, sorted; one for each light that there would be
};

/// Days over which a row's people leave.
struct Ramp {
    double first = 0, end = 0;  ///< days; `end` is the one after the last
    double count = 0;
    core::DepartureShape shape = core::DepartureShape::even;
};

/// Everything that the tables hold of one kind on one path, shown or not.
struct Way {
    std::uint32_t path = 0;  ///< its first
    std::uint32_t kind = 0;
    double lengthKm = 0;                            ///< on the map plane
    std::uint32_t firstStanding = 0, standing = 0;  ///< of the lights that stand; the range
    std::vector<Ramp> rows;
    /// How many have left between two days.
    [[nodiscard]] double countBetween(double from, double to) const;
};

/// A shimmer along a path, which stands for no row of any table.
struct Veil {
    std::uint32_t path = 0;  ///< the way's first
    std::uint32_t kind = 0;
    friend bool operator==(const Veil&, const Veil&) = default;
};

/// A place where lights start or end.
struct LightPlace {
    std::string id;  ///< of the gazetteer; empty for bare coordinates
    core::LonLat position;
    core::MapPoint at;
    bool onMap = true;         ///< or else nothing stands there, and `at` means nothing
    std::int64_t traffic = 0;  ///< lights that leave or arrive
};

struct LightPlan {
    std::vector<Kind> kinds;
    picture::Lights lights;
    std::vector<std::uint32_t> movements;  ///< per vertex of the lights: its row of the tables
    std::vector<char> launching;           ///< per row of the tables: whether lights fly for it
    std::vector<LightPlace> places;
    std::vector<Stream> streams;
    std::vector<Stay> stays;
    double mostAtAPlace = 1;               ///< units of the largest of them, over the whole film
    std::vector<std::int64_t> offMap;      ///< per kind: lights whose ways the map does not show
    std::vector<Way> ways;                 ///< by path, then kind
    double mostOnAWay = 1;                 ///< of any of them, over the film's days
    std::vector<std::vector<Veil>> veils;  ///< per step of the timeline
    std::vector<flow::AuditCell> cells;    ///< chapter by chapter
    double peakRate = 1;  ///< most lights that leave on one stream in a second of film

    [[nodiscard]] const Kind* findKind(std::string_view name) const;
};

/// How many lights of a stream are under way at some time of that step of the timeline.
[[nodiscard]] double lightsDuring(const Stream& stream, const Timeline& timeline, std::size_t step);

/// The ranges of lights that may be under way at `seconds`: one per duration group.
[[nodiscard]] std::vector<picture::LightRange> lightsUnderWay(
    const picture::Lights& lights, double seconds,
    double since = -std::numeric_limits<double>::infinity());

}  // namespace ebbflow::story
