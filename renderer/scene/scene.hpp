#pragma once
// The scene: what a script says, typed and with the place of everything in the file, and nothing
// that was loaded or computed from it. It names data; it never opens it.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/colour.hpp"
#include "core/coordinates.hpp"
#include "core/date.hpp"
#include "core/departure_shape.hpp"
#include "core/diagnostic.hpp"
#include "core/film_time.hpp"
#include "core/source_spec.hpp"
#include "core/text_value.hpp"
#include "scene/kiosk.hpp"
#include "scene/object.hpp"
#include "scene/place_ref.hpp"
#include "scene/screen.hpp"
#include "scene/sound.hpp"

namespace ebbflow::scene {

/// A view on a camera's path; what is unset stays as at the stop before.
struct Stop {
    PlaceRef center;
    std::optional<double> widthKm;
    std::optional<double> tilt;
    std::optional<double> bearing;
    friend bool operator==(const Stop&, const Stop&) = default;
};

struct Camera {
    std::vector<PlaceRef> show;    ///< fit these inside the safe area
    std::vector<Stop> path;        ///< fly through these
    std::vector<PlaceRef> follow;  ///< a kind or a route by name; or two places: the way there
    std::optional<PlaceRef> center;
    std::optional<double> widthKm;  ///< of the map across the picture's middle
    std::optional<double> tilt;     ///< degrees from straight down, 0…60
    std::optional<double> bearing;  ///< degrees clockwise, what is up in the picture
    std::optional<core::FilmTime> move;
    core::SourcePlace place;
    friend bool operator==(const Camera&, const Camera&) = default;
};

struct Caption {
    core::LocalText text;
    core::FilmTime at;  ///< from the start of the step
    std::optional<core::FilmTime> length;
    core::SourcePlace place;
    friend bool operator==(const Caption&, const Caption&) = default;
};

/// How a step follows the one before.
struct Transition {
    enum class Kind {
        move,       ///< the camera goes on from where it is
        cut,        ///< it is elsewhere at once
        crossFade,  ///< the pictures before and after mix
        dip         ///< the one sinks into the dark, the other rises from it
    };
    Kind kind = Kind::move;
    std::optional<core::FilmTime> length;  ///< of a cross-fade or a dip
    core::SourcePlace place;
    friend bool operator==(const Transition&, const Transition&) = default;
};

/// How the ground's light is graded, from one step to the next; what is unset is the preset's.
struct Grade {
    std::string like;  ///< a preset; empty: `plain`
    std::optional<double> luma, saturation, contrast, temperature, vignette;
    std::optional<double> sunAzimuth, sunHeight;  ///< degrees
    std::optional<core::FilmTime> move;           ///< that the change takes
    core::SourcePlace place;
    friend bool operator==(const Grade&, const Grade&) = default;
};

/// Time stands: dates and lights wait while the film goes on.
struct Hold {
    core::FilmTime at;      ///< from the start of the step
    core::FilmTime length;  ///< none: no hold
    core::SourcePlace place;
    friend bool operator==(const Hold&, const Hold&) = default;
};

/// All journeys at once, as standing threads of light.
enum class Accumulate {
    no,
    all,  ///< from the film's first day to the date on the screen
    step  ///< from the step's first day to it
};

/// A shimmer of a kind's colour along a way: an illustration, of which nothing is counted.
struct Ambience {
    std::string kind;
    std::vector<PlaceRef> ends;  ///< two
    bool bothWays = true;
    core::SourcePlace place;
    friend bool operator==(const Ambience&, const Ambience&) = default;
};

/// Who is in places now: a crowd of dots round each of them.
struct Presence {
    enum class Who {
        leaving,  ///< everybody of the kind who leaves before the crowds go and has not left yet
        arrived,  ///< everybody of the kind who has arrived since the crowds came
        counted   ///< as many as a figure says
    };
    std::string kind;
    Who who = Who::leaving;
    std::string figure;                ///< an id of `figures`; of those counted
    std::optional<PlaceRef> at;        ///< of those counted
    std::optional<std::int64_t> each;  ///< people per dot, of those counted
    core::SourcePlace place;
    /// Wherever in the script it stands.
    [[nodiscard]] bool sameAs(const Presence& other) const {
        const auto position = [](const std::optional<PlaceRef>& ref) {
            return ref ? ref->position : std::nullopt;
        };
        const auto name = [](const std::optional<PlaceRef>& ref) {
            return ref ? ref->name : std::string();
        };
        return std::tie(kind, who, figure, each) ==
                   std::tie(other.kind, other.who, other.figure, other.each) &&
               name(at) == name(other.at) && position(at) == position(other.at);
    }
    friend bool operator==(const Presence&, const Presence&) = default;
};

/// A white stroke that runs from one place to another once, beside all counting.
struct Pulse {
    std::vector<PlaceRef> places;  ///< two: from, to
    core::FilmTime at;             ///< from the step's start
    core::FilmTime length = core::FilmTime::fromSeconds(1.2);
    core::SourcePlace place;
    friend bool operator==(const Pulse&, const Pulse&) = default;
};

struct Step {
    std::optional<core::Period> date;
    core::SourcePlace datePlace;
    std::optional<core::FilmTime> length;
    std::optional<Hold> hold;
    /// How long it stood in a talk; no key of the script. Where that is longer than the step would
    /// be, time stands at its end, as it does for a speaker.
    std::optional<core::FilmTime> stood;
    std::optional<Grade> grade;  ///< none: as in the step before
    Transition transition;
    std::optional<Camera> camera;
    Accumulate accumulate = Accumulate::no;
    std::vector<Ambience> ambience;
    std::vector<Presence> presence;
    std::optional<Pulse> pulse;
    std::vector<Caption> captions;
    std::vector<std::string> focus;  ///< kinds or `works`; the rest dims
    core::SourcePlace focusPlace;
    bool waitForClick = false;
    std::vector<std::string> sources;  ///< ids of `sources`, or free text
    core::SourcePlace sourcesPlace;
    core::LocalText notes;
    Screen screen;
    std::optional<Card> card;
    std::vector<Image> images;
    std::vector<Mark> marks;
    std::vector<Object> objects;
    core::LocalText narration;  ///< a sound file for all languages, or one a language
    core::SourcePlace narrationPlace;
    core::SourcePlace place;
    friend bool operator==(const Step&, const Step&) = default;
};

struct Chapter {
    std::string id;  ///< given, or made from its number: `chapter-1`
    core::LocalText title;
    core::LocalText notes;
    Screen screen;
    bool lights = true;       ///< whether the tables' rows launch lights in it
    std::vector<Step> steps;  ///< never empty
    core::SourcePlace place;
    friend bool operator==(const Chapter&, const Chapter&) = default;
};

/// How a kind of movement looks.
/// How many lights go together.
struct Trains {
    std::uint32_t fewest = 1, most = 1;
    friend bool operator==(const Trains&, const Trains&) = default;
};

struct Flow {
    std::string kind;
    std::optional<core::Colour> colour;
    std::optional<std::int64_t> oneLight;  ///< people (or other units) per light
    std::string along;                     ///< a named route, for rows that name none
    std::string like;                      ///< copy another kind
    std::string going;                     ///< name of a look; empty: outward bound
    std::optional<core::FilmTime> travel;
    std::optional<Trains> trains;  ///< none: each by itself
    std::optional<core::DepartureShape> departures;
    std::optional<double> ribbon;  ///< reference pixels of the widest band; 0: none
    core::LocalText label;
    core::SourcePlace place;
    friend bool operator==(const Flow&, const Flow&) = default;
};

struct Frame {
    int width = 1920;
    int height = 1080;
    core::FrameRate rate;
    std::string startTimecode;  ///< of its first frame, `10:00:00:00`; empty: 00:00:00:00
    friend bool operator==(const Frame&, const Frame&) = default;
};

/// Data the map is drawn from, where it is not the atlas's own: role (`land`, `states`, `borders`,
/// `lakes`, `rivers`, `rail`, `places`, `names`, `relief`) → file.
struct MapLayer {
    std::string role;
    core::FileSpec file;
    friend bool operator==(const MapLayer&, const MapLayer&) = default;
};

struct Map {
    std::string projection;  ///< a word or PROJ's definition; empty: one that fits the data
    core::SourcePlace projectionPlace;
    std::vector<MapLayer> layers;
    std::string outside;  ///< of the days whose states the atlas knows: `hide`, `show`, empty
    std::vector<std::string> highlight;  ///< ids or names of states lifted from their neighbours
    core::SourcePlace highlightPlace;
    friend bool operator==(const Map&, const Map&) = default;
};

struct Scene {
    std::string file;    ///< the script
    std::string folder;  ///< what its relative paths start from
    core::LocalText title;
    core::SourcePlace titlePlace;
    std::vector<std::string> languages{"en"};  ///< full tags; the first is the default
    Frame frame;
    Map map;
    core::LocalText source;  ///< what the whole film rests on; counts only without a sources table
    core::TableSpec places, movements, sites, figures, sources;
    core::TableSpec locations, flowRows;  ///< flowmap.blue's pair, read as they are
    std::vector<Flow> flows;
    Screen screen;
    Fonts fonts;
    /// Whether the screen's right and left are changed; nothing = as the shown language is written.
    std::optional<bool> mirror;
    std::vector<std::pair<std::string, core::LocalText>>
        words;  ///< the program's words, for other languages
    std::vector<SoundTrack> sound;
    std::vector<Chapter> chapters;
    std::string timing;  ///< a file that the lengths of steps were taken from; empty: the script
    std::optional<Kiosk> kiosk;  ///< for visitors; without it a kiosk shows the film and no more
    friend bool operator==(const Scene&, const Scene&) = default;
};

}  // namespace ebbflow::scene
