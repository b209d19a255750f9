#include "scene/keys.hpp"

#include <algorithm>
#include <array>

namespace ebbflow::scene {

namespace {

constexpr std::string_view kPositions =
    "top left|top|top right|left|right|bottom left|bottom|bottom right";
constexpr std::string_view kImagePositions =
    "top left|top|top right|left|right|bottom left|bottom|bottom right|full";

constexpr std::array kFilm{
    Key{"title", Shape::localText, "The film's title, in one or more languages.",
        "{en: The long way, ru: Долгий путь}"},
    Key{"language", Shape::language, "The language shown unless another is asked for.", "en"},
    Key{"languages", Shape::languages, "Full language tags; the first is the default.",
        "[en, zh-Hans, ru]"},
    Key{"frame", Shape::group, "Size and rate of the picture.", "{size: 1920x1080, rate: 25}",
        Group::frame},
    Key{"map", Shape::group, "Projection, highlighted states, and map data of your own.",
        "{highlight: [ussr, prc]}", Group::map},
    Key{"style", Shape::choiceOrGroup, "The look of the map, and the typefaces.",
        "{fonts: {serif: PT Serif}}", Group::style, "night atlas"},
    Key{"source", Shape::localText,
        "What the whole film rests on, where there is no sources table.", "Qian Han (163.com)"},
    Key{"places", Shape::table, "Places of your own: files or rows.", "data/places.csv",
        Group::place},
    Key{"movements", Shape::table, "Who went where, when and how many: files or rows.",
        "[{kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}]", Group::movement},
    Key{"sites", Shape::table, "Works and other things built: files or rows.", "data/works.csv",
        Group::site},
    Key{"figures", Shape::table, "Counted values for counters and charts: files or rows.",
        "data/figures.csv", Group::figure},
    Key{"sources", Shape::table, "What the figures rest on: files or rows.", "data/sources.csv",
        Group::source},
    Key{"flows", Shape::named, "How each kind of movement looks.", "{students: {color: gold}}",
        Group::flow},
    Key{"screen", Shape::group, "What is on the screen beside the map.",
        "{date: large, years: yes}", Group::screen},
    Key{"words", Shape::texts, "The program's own words, for languages it does not know.",
        "{estimate: {en: estimated}}"},
    Key{"sound", Shape::oneOrMore, "What is heard: sound files, mixed.",
        "[{file: sound/music.flac, gain: -12, fade_out: 4}]", Group::sound},
    Key{"chapters", Shape::groups, "The film in order: each chapter is a cue.",
        "[{title: The first train, date: 1951}]", Group::chapter},
};

constexpr std::array kFrame{
    Key{"size", Shape::size, "Width and height in pixels.", "1920x1080"},
    Key{"rate", Shape::rate, "Frames a second.", "25"},
    Key{"start", Shape::timecode, "Timecode of the first frame.", "\"10:00:00:00\""},
};

constexpr std::array kMap{
    Key{"projection", Shape::projection, "A PROJ definition of the map plane.",
        "+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84"},
    Key{"highlight", Shape::words, "States lifted from their neighbours.", "[ussr, prc]"},
    Key{"layers", Shape::group, "Map data of your own, by role.", "{rivers: data/rivers.gpkg}",
        Group::layers},
};

constexpr std::array kLayers{
    Key{"land", Shape::fileSpec, "Land areas.", "data/land.gpkg", Group::file},
    Key{"states", Shape::fileSpec, "States, with dates of validity.", "data/states.gpkg",
        Group::file},
    Key{"borders", Shape::fileSpec, "Border lines, with dates of validity.", "data/borders.gpkg",
        Group::file},
    Key{"lakes", Shape::fileSpec, "Lakes, with dates of validity.", "data/lakes.gpkg", Group::file},
    Key{"rivers", Shape::fileSpec, "Rivers.", "data/rivers.shp", Group::file},
    Key{"rail", Shape::fileSpec, "Railways.", "data/rail.gpkg", Group::file},
    Key{"places", Shape::fileSpec, "The gazetteer.", "data/places.gpkg", Group::file},
    Key{"names", Shape::fileSpec, "Names of states and waters, as the map writes them.",
        "data/names.gpkg", Group::file},
    Key{"relief", Shape::fileSpec, "A raster of heights.", "data/relief.tif", Group::file},
};

constexpr std::array kFile{
    Key{"file", Shape::word, "Path from the script's folder, or any name GDAL opens.",
        "data/my.gpkg"},
    Key{"layer", Shape::word, "The layer, where the file has several.", "cshapes"},
    Key{"columns", Shape::columns, "Our name of a column, and the file's name of it.",
        "{name: cntry_name, valid_from: gwsdate, valid_to: gwedate}"},
    Key{"finest", Shape::width, "Of map data: the finest detail that it carries.", "2 km"},
};

constexpr std::array kFlowmap{
    Key{"locations", Shape::table, "flowmap.blue's locations: id, name, lat, lon.",
        "data/locations.csv", Group::place},
    Key{"flows", Shape::table, "flowmap.blue's flows: origin, dest, count, time.", "data/flows.csv",
        Group::movement},
};

constexpr std::array kFlow{
    Key{"color", Shape::colour, "A colour of the palette, or \"#f2b441\" in quotes.", "gold"},
    Key{"one_light", Shape::count, "How many people one light stands for.", "5"},
    Key{"along", Shape::word, "A named route, for rows that name none.", "moscow-peking"},
    Key{"like", Shape::word, "Another kind, whose look is copied.", "advisers"},
    Key{"going", Shape::choice, "home: the same hue, paler and thinner.", "home", Group::none,
        "home"},
    Key{"travel", Shape::time, "Seconds of film that a light travels.", "3"},
    Key{"ribbon",
        Shape::number,
        "Pixels of the widest band under a stream; 0: none.",
        "26",
        Group::none,
        {},
        0,
        80},
    Key{"label", Shape::localText, "The kind's name in the legend.",
        "{en: students, ru: студенты}"},
};

constexpr std::array kScreen{
    Key{"date", Shape::piece, "The date.", "large", Group::piece},
    Key{"years", Shape::piece, "The band of years.", "top", Group::piece, "top|bottom"},
    Key{"legend", Shape::piece, "What colours and lights mean.", "bottom left", Group::piece},
    Key{"sources", Shape::piece, "The line of sources.", "yes", Group::piece, "top|bottom"},
    Key{"title", Shape::piece, "Titles of the film and its chapters.", "{at: top, size: large}",
        Group::piece},
    Key{"labels", Shape::onOff, "Names of places on the map.", "yes"},
    Key{"names", Shape::onOff, "Names of states, seas, lakes and rivers on the map.", "yes"},
    Key{"graticule", Shape::onOff, "The net of meridians and parallels.", "no"},
    Key{"scale", Shape::piece, "A scale bar, true at the middle of the picture.", "bottom left",
        Group::piece},
    Key{"scrim", Shape::onOff, "The map darkens towards the foot, behind captions and bands.",
        "no"},
    Key{"counters", Shape::counters, "Ids of figures that are shown as counters.",
        "[advisers_in_china]", Group::counters},
    Key{"chart", Shape::chart, "A small chart that grows as the dates pass.",
        "{kind: students, type: bar, at: left}", Group::chart},
};

constexpr std::array kCounters{
    Key{"figures", Shape::words, "Ids of the figures.", "[advisers_in_china]"},
    Key{"at", Shape::choice, "Where on the screen.", "top right", Group::none, kPositions},
    Key{"size", Shape::choice, "How large.", "large", Group::none, "normal|large"},
};

constexpr std::array kChart{
    Key{"figures", Shape::words, "Ids of the figures that are drawn.", "[students_sent]"},
    Key{"kind", Shape::words, "Kinds of movement, counted year by year.", "students"},
    Key{"type", Shape::choice, "Lines or bars.", "bar", Group::none, "line|bar"},
    Key{"title", Shape::localText, "What is drawn, in what unit.",
        "{en: Students a year, ru: Студенты за год}"},
    Key{"at", Shape::choice, "Where on the screen.", "left", Group::none, kPositions},
    Key{"size", Shape::choice, "How large.", "large", Group::none, "normal|large"},
};

constexpr std::array kStyle{
    Key{"look", Shape::choice, "The look of the map.", "night atlas", Group::none, "night atlas"},
    Key{"fonts", Shape::group, "The typefaces.", "{serif: PT Serif, sans: fonts/My.ttf}",
        Group::fonts},
};

constexpr std::array kFonts{
    Key{"serif", Shape::words, "Of titles, captions and the date: a family, or font files.",
        "PT Serif"},
    Key{"sans", Shape::words, "Of names and figures: a family, or font files.",
        "[fonts/My.ttf, fonts/MyBold.ttf]"},
};

constexpr std::array kCard{
    Key{"title", Shape::localText, "The large line.", "{en: The beacon, ru: Маяк}"},
    Key{"kicker", Shape::localText, "A small line over it.", "Chapter one"},
    Key{"subtitle", Shape::localText, "A line under it.", "Ideas travel first"},
    Key{"sources", Shape::onOff, "Small print under it: all that the film's steps cite.", "yes"},
    Key{"start", Shape::time, "When it appears, from the start of the step.", "1"},
    Key{"length", Shape::time, "How long it stays; left out, to the end of the step.", "4"},
};

constexpr std::array kImage{
    Key{"file", Shape::word, "A PNG, JPEG or TIFF, from the script's folder.",
        "images/station.jpg"},
    Key{"credit", Shape::localText, "Whose picture it is, and by what right.",
        "A. Author (CC BY 4.0)"},
    Key{"at", Shape::choice, "Where on the screen; `full` fills it.", "full", Group::none,
        kImagePositions},
    Key{"size", Shape::choice, "How large.", "large", Group::none, "normal|large"},
    Key{"start", Shape::time, "When it appears, from the start of the step.", "1"},
    Key{"length", Shape::time, "How long it stays; left out, to the end of the step.", "5"},
    Key{"move", Shape::choice, "A slow move inside its frame.", "zoom in", Group::none,
        "still|zoom in|zoom out|pan left|pan right|pan up|pan down"},
    Key{"fade", Shape::time, "Seconds that it takes to come and to go.", "0.8"},
};

constexpr std::array kMark{
    Key{"ring", Shape::point, "A ring about a place.", "Lanzhou", Group::point},
    Key{"arrow", Shape::points, "An arrow from one place to another.", "[Moscow, Peking]",
        Group::point},
    Key{"text", Shape::localText, "What is written beside it.", "{en: the road, ru: путь}"},
    Key{"color", Shape::colour, "A colour of the palette, or \"#f2b441\" in quotes.", "gold"},
    Key{"start", Shape::time, "When it is drawn, from the start of the step.", "1"},
    Key{"length", Shape::time, "How long it stays; left out, to the end of the step.", "5"},
};

constexpr std::array kSound{
    Key{"file", Shape::localText,
        "A sound file, or one a language: WAV, FLAC, MP3, AAC and whatever libav reads.",
        "sound/music.flac"},
    Key{"at", Shape::word, "When it begins: a time, a chapter's id, or a step and a time after.",
        "estrangement.2+1.5"},
    Key{"offset", Shape::time, "How much of the file is passed over.", "12.5"},
    Key{"length", Shape::time, "How much of it is heard; left out, all.", "30"},
    Key{"gain", Shape::number, "Louder or quieter, in dB.", "-12", Group::none, {}, -96, 24},
    Key{"fade_in", Shape::time, "Seconds that it takes to come.", "2"},
    Key{"fade_out", Shape::time, "Seconds that it takes to go.", "4"},
};

constexpr std::string_view kTransitions = "move|cut|cross-fade|dip";

constexpr std::array kPiece{
    Key{"at", Shape::choice, "Where on the screen.", "top left", Group::none, kPositions},
    Key{"size", Shape::choice, "How large.", "large", Group::none, "normal|large"},
};

constexpr std::array kStep{
    Key{"date", Shape::date, "The period that passes while the step lasts; both ends included.",
        "1956/1957"},
    Key{"length", Shape::time,
        "How long the step lasts: seconds, minutes:seconds or f200 for frames. Left out: camera "
        "move "
        "plus reading time.",
        "8.5"},
    Key{"camera", Shape::group, "Where the camera goes.", "{center: Peking, width: 2600 km}",
        Group::camera},
    Key{"show", Shape::points, "Places that the camera fits into the picture.", "[Peking, Moscow]",
        Group::point},
    Key{"caption", Shape::captions,
        "What is read: a text, a text per language, or several with `at`.",
        "In August 1951 the first students leave.", Group::caption},
    Key{"wait", Shape::choice, "click: the presenter talks until the next click.", "click",
        Group::none, "click"},
    Key{"focus", Shape::words, "Kinds (or `works`) that stay bright while the rest dims.",
        "advisers_home"},
    Key{"narration", Shape::localText,
        "A sound file, or one a language, heard from the step's start; it can set its length.",
        "{en: sound/en/01.wav, ru: sound/ru/01.wav}"},
    Key{"source", Shape::words, "Ids of the sources table, or free text.",
        "[secret_speech, ap_1989]"},
    Key{"notes", Shape::localText, "For the presenter; never drawn on the film.",
        "Ask who has travelled longer."},
    Key{"screen", Shape::group, "What is on the screen beside the map.", "{counters: [projects]}",
        Group::screen},
    Key{"transition", Shape::choiceOrGroup, "How this step follows the one before.",
        "{kind: dip, length: 1}", Group::transition, kTransitions},
    Key{"accumulate", Shape::choice,
        "All journeys at once as standing threads: the film's up to now, or the step's.", "all",
        Group::none, "all|step"},
    Key{"ambience", Shape::oneOrMore,
        "A shimmer along a way: an illustration, of which nothing is counted.",
        "{kind: ideas, between: [Moscow, Peking]}", Group::ambience},
    Key{"card", Shape::card, "A title over the dimmed map.",
        "{kicker: Chapter one, title: The beacon}", Group::card},
    Key{"images", Shape::groups, "Photographs, documents, maps over the picture.",
        "[{file: images/station.jpg, credit: A. Author, at: right}]", Group::image},
    Key{"marks", Shape::groups, "Rings and arrows pinned to places.",
        "[{ring: Lanzhou, text: The oil works}]", Group::mark},
    Key{"portrait", Shape::group,
        "Where the camera goes instead, where the picture is higher than wide.",
        "{show: [Peking, Moscow]}", Group::camera},
};

// A chapter without `steps` is one step, so it takes a step's keys too.
constexpr std::array kChapter{
    Key{"id", Shape::word, "A short name for links and commands.", "estrangement"},
    Key{"title", Shape::localText, "The chapter's title.", "{en: Estrangement, ru: Отчуждение}"},
    Key{"steps", Shape::groups, "What happens, in order.", "[{date: 1956}, {date: 1957}]",
        Group::step},
    Key{"lights", Shape::onOff, "Whether the tables' rows set out in this chapter.", "no"},
    kStep[0],
    kStep[1],
    kStep[2],
    kStep[3],
    kStep[4],
    kStep[5],
    kStep[6],
    kStep[7],
    kStep[8],
    kStep[9],
    kStep[10],
    kStep[11],
    kStep[12],
    kStep[13],
    kStep[14],
    kStep[15],
    kStep[16],
    kStep[17],
};
static_assert(kStep.size() == 18, "a chapter takes every key of a step");

constexpr std::array kTransition{
    Key{"kind", Shape::choice, "move, cut, cross-fade or dip.", "dip", Group::none, kTransitions},
    Key{"length", Shape::time, "Seconds that a cross-fade or a dip takes.", "1"},
};

constexpr Key kWidth{"width", Shape::width, "Kilometres across the middle of the picture.",
                     "2600 km"};
constexpr Key kTilt{"tilt", Shape::number, "Degrees from straight down.", "25", Group::none, {}, 0,
                    60};
constexpr Key kBearing{"bearing",
                       Shape::number,
                       "Degrees clockwise from north that are up.",
                       "-20",
                       Group::none,
                       {},
                       -360,
                       360};

constexpr std::array kCamera{
    Key{"show", Shape::points, "Places that are fitted into the picture.", "[Moscow, Peking]",
        Group::point},
    Key{"center", Shape::point, "The place in the middle.", "Peking", Group::point},
    kWidth,
    kTilt,
    kBearing,
    Key{"move", Shape::time, "Seconds that the camera takes to get there.", "3"},
    Key{"path", Shape::stops, "Places and views that the camera flies through.",
        "[Moscow, {center: Irkutsk, width: 2000 km, tilt: 30}, Peking]", Group::stop},
    Key{"follow", Shape::points,
        "A kind whose lights the camera stays with, a route it glides along, or two places.",
        "advisers_home", Group::point},
};

constexpr std::array kStop{
    Key{"center", Shape::point, "The place in the middle.", "Irkutsk", Group::point},
    kWidth,
    kTilt,
    kBearing,
};

constexpr std::array kAmbience{
    Key{"kind", Shape::word, "The kind whose colour it has.", "ideas"},
    Key{"between", Shape::points, "Two places: the shimmer goes both ways.", "[Moscow, Peking]",
        Group::point},
    Key{"from", Shape::point, "Where it begins, for one way only.", "Moscow", Group::point},
    Key{"to", Shape::point, "Where it goes, for one way only.", "Peking", Group::point},
};

constexpr std::array kPoint{
    Key{"lat", Shape::number, "Degrees north.", "55.8", Group::none, {}, -90, 90},
    Key{"lon", Shape::number, "Degrees east.", "37.6", Group::none, {}, -180, 180},
};

constexpr std::array kCaption{
    Key{"at", Shape::time, "When it appears, from the start of the step.", "5"},
    Key{"length", Shape::time,
        "How long it stays; left out, to the next caption or the step's end.", "6"},
};

constexpr Key cell(std::string_view name, std::string_view description, std::string_view example) {
    return {name, Shape::cell, description, example};
}

constexpr Key kConfidence{
    "confidence", Shape::choice, "How well it is known.",
    "documented", Group::none,   "documented|estimate|interpolated|disputed|unverified"};
constexpr Key kRowSource{"source", Shape::words, "Ids of the sources table, or free text.",
                         "qian_han"};

constexpr std::array kMovement{
    cell("id", "The row's own name.", "st-1951"),
    cell("kind", "What moves; `flows` says how it looks.", "students"),
    Key{"from", Shape::point, "Where they leave.", "Peking", Group::point},
    Key{"to", Shape::point, "Where they arrive.", "Moscow", Group::point},
    cell("from_lat", "Degrees north of where they leave, without a name.", "39.9"),
    cell("from_lon", "Degrees east of where they leave, without a name.", "116.4"),
    cell("to_lat", "Degrees north of where they arrive, without a name.", "55.75"),
    cell("to_lon", "Degrees east of where they arrive, without a name.", "37.62"),
    Key{"when", Shape::date, "The period over which they set out.", "1951-08"},
    Key{"start", Shape::date, "First day, where `when` is not used.", "1951-08-01"},
    Key{"end", Shape::date, "Last day, where `when` is not used.", "1951-08-31"},
    cell("count", "How many.", "375"),
    cell("unit", "Of what; people if left out.", "persons"),
    cell("route", "A named route; left out, a great circle.", "moscow-peking"),
    cell("origin", "flowmap.blue's name of `from`.", "1"),
    cell("dest", "flowmap.blue's name of `to`.", "2"),
    cell("time", "flowmap.blue's name of `when`.", "1951"),
    kConfidence,
    kRowSource,
    cell("note", "For those who read the table.", "left in August"),
};

constexpr std::array kPlace{
    cell("id", "The place's id.", "moscow"),
    Key{"name", Shape::localText, "Its name, in one or more languages.",
        "{en: Moscow, ru: Москва}"},
    cell("lat", "Degrees north.", "55.75"),
    cell("lon", "Degrees east.", "37.62"),
    Key{"valid_from", Shape::date, "From when it had this name.", "1924"},
    Key{"valid_to", Shape::date, "Until when it had this name.", "1991"},
    cell("country", "Its state.", "ussr"),
    cell("rank", "0 = a metropolis; larger = less important.", "1"),
    cell("aka", "Other names it is found by, divided by semicolons.", "Peiping"),
    cell("note", "For those who read the table.", "renamed"),
};

constexpr std::array kSite{
    cell("id", "The row's own name.", "w001"),
    Key{"place", Shape::point, "Where it stands.", "Changchun", Group::point},
    cell("lat", "Degrees north, where it is at no named place.", "43.9"),
    cell("lon", "Degrees east, where it is at no named place.", "125.3"),
    Key{"name", Shape::localText, "Its name, in one or more languages.", "First Automobile Works"},
    cell("industry", "What it makes.", "vehicles"),
    Key{"begun", Shape::date, "When building began.", "1953-07-15"},
    Key{"done", Shape::date, "When it was finished.", "1956-10"},
    Key{"halted", Shape::date, "When work on it stopped.", "1960"},
    kConfidence,
    kRowSource,
    cell("note", "For those who read the table.", "year recalled"),
};

constexpr std::array kFigure{
    cell("id", "What is counted; rows of one id are one counter.", "advisers_in_china"),
    Key{"date", Shape::date, "The day or period the value holds for.", "1950-01"},
    cell("value", "The value.", "2200"),
    cell("unit", "Of what.", "persons"),
    Key{"label", Shape::localText, "The counter's words.", "{en: Advisers in China}"},
    kConfidence,
    kRowSource,
    cell("note", "For those who read the table.", "more than 2200"),
};

constexpr std::array kSource{
    cell("id", "The name by which rows and steps cite it.", "qian_han"),
    Key{"citation", Shape::localText, "Author, title, year; citation_ru … by language.",
        "Qian Han (163.com)"},
    cell("page", "The page.", "297"),
    cell("url", "Where it can be read.", "https://example.org/"),
    cell("note", "For those who read the table.", "second edition"),
};

}  // namespace

std::span<const Key> keysOf(Group group) {
    switch (group) {
        case Group::none:
            return {};
        case Group::film:
            return kFilm;
        case Group::frame:
            return kFrame;
        case Group::map:
            return kMap;
        case Group::layers:
            return kLayers;
        case Group::file:
            return kFile;
        case Group::flowmap:
            return kFlowmap;
        case Group::flow:
            return kFlow;
        case Group::screen:
            return kScreen;
        case Group::piece:
            return kPiece;
        case Group::counters:
            return kCounters;
        case Group::chart:
            return kChart;
        case Group::style:
            return kStyle;
        case Group::fonts:
            return kFonts;
        case Group::card:
            return kCard;
        case Group::image:
            return kImage;
        case Group::mark:
            return kMark;
        case Group::chapter:
            return kChapter;
        case Group::step:
            return kStep;
        case Group::transition:
            return kTransition;
        case Group::camera:
            return kCamera;
        case Group::stop:
            return kStop;
        case Group::ambience:
            return kAmbience;
        case Group::point:
            return kPoint;
        case Group::caption:
            return kCaption;
        case Group::movement:
            return kMovement;
        case Group::place:
            return kPlace;
        case Group::site:
            return kSite;
        case Group::figure:
            return kFigure;
        case Group::source:
            return kSource;
        case Group::sound:
            return kSound;
    }
    return {};
}

const Key* findKey(Group group, std::string_view name) {
    const auto keys = keysOf(group);
    const auto found = std::ranges::find(keys, name, &Key::name);
    return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> splitChoices(std::string_view choices) {
    std::vector<std::string> result;
    while (!choices.empty()) {
        const auto bar = choices.find('|');
        result.emplace_back(choices.substr(0, bar));
        choices.remove_prefix(bar == std::string_view::npos ? choices.size() : bar + 1);
    }
    return result;
}

}  // namespace ebbflow::scene
