// What to tell an author whose key does not exist where he wrote it.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/diagnostic.hpp"
#include "scene/keys.hpp"

namespace ebbflow::scene {

namespace {

/// A word of another program, language or habit, and ours for it in that place.
struct Synonym {
    Group group;
    std::string_view written;
    std::string_view ours;
};

constexpr std::array kSynonyms{
    Synonym{Group::film, "lang", "language"},
    Synonym{Group::film, "resolution", "frame"},
    Synonym{Group::film, "size", "frame"},
    Synonym{Group::film, "fps", "frame"},
    Synonym{Group::film, "theme", "style"},
    Synonym{Group::film, "fonts", "style"},
    Synonym{Group::film, "projection", "map"},
    Synonym{Group::film, "scenes", "chapters"},
    Synonym{Group::film, "kinds", "flows"},
    Synonym{Group::film, "migrations", "movements"},
    Synonym{Group::film, "works", "sites"},
    Synonym{Group::film, "cities", "places"},
    Synonym{Group::film, "locations", "places"},
    Synonym{Group::film, "credits", "sources"},
    Synonym{Group::film, "furniture", "screen"},
    Synonym{Group::film, "counters", "screen"},
    Synonym{Group::frame, "fps", "rate"},
    Synonym{Group::frame, "resolution", "size"},
    Synonym{Group::frame, "timecode", "start"},
    Synonym{Group::map, "crs", "projection"},
    Synonym{Group::map, "proj", "projection"},
    Synonym{Group::file, "source", "file"},
    Synonym{Group::file, "path", "file"},
    Synonym{Group::file, "fields", "columns"},
    Synonym{Group::flow, "colour", "color"},
    Synonym{Group::flow, "one_dot", "one_light"},
    Synonym{Group::flow, "per_light", "one_light"},
    Synonym{Group::flow, "light", "one_light"},
    Synonym{Group::flow, "route", "along"},
    Synonym{Group::flow, "duration", "travel"},
    Synonym{Group::flow, "name", "label"},
    Synonym{Group::flow, "title", "label"},
    Synonym{Group::screen, "timeline", "years"},
    Synonym{Group::screen, "counter", "counters"},
    Synonym{Group::screen, "credits", "sources"},
    Synonym{Group::screen, "grid", "graticule"},
    Synonym{Group::screen, "cities", "labels"},
    Synonym{Group::screen, "scale_bar", "scale"},
    Synonym{Group::screen, "scalebar", "scale"},
    Synonym{Group::screen, "graph", "chart"},
    Synonym{Group::counters, "position", "at"},
    Synonym{Group::counters, "ids", "figures"},
    Synonym{Group::chart, "position", "at"},
    Synonym{Group::chart, "kinds", "kind"},
    Synonym{Group::chart, "flows", "kind"},
    Synonym{Group::chart, "series", "figures"},
    Synonym{Group::chart, "label", "title"},
    Synonym{Group::style, "font", "fonts"},
    Synonym{Group::style, "theme", "look"},
    Synonym{Group::fonts, "titles", "serif"},
    Synonym{Group::fonts, "labels", "sans"},
    Synonym{Group::card, "text", "title"},
    Synonym{Group::card, "heading", "title"},
    Synonym{Group::card, "at", "start"},
    Synonym{Group::card, "duration", "length"},
    Synonym{Group::image, "path", "file"},
    Synonym{Group::image, "source", "credit"},
    Synonym{Group::image, "copyright", "credit"},
    Synonym{Group::image, "position", "at"},
    Synonym{Group::image, "place", "at"},
    Synonym{Group::image, "duration", "length"},
    Synonym{Group::image, "zoom", "move"},
    Synonym{Group::mark, "circle", "ring"},
    Synonym{Group::mark, "place", "ring"},
    Synonym{Group::mark, "line", "arrow"},
    Synonym{Group::mark, "label", "text"},
    Synonym{Group::mark, "at", "start"},
    Synonym{Group::mark, "colour", "color"},
    Synonym{Group::mark, "duration", "length"},
    Synonym{Group::piece, "position", "at"},
    Synonym{Group::piece, "place", "at"},
    Synonym{Group::step, "duration", "length"},
    Synonym{Group::step, "seconds", "length"},
    Synonym{Group::step, "time", "length"},
    Synonym{Group::step, "text", "caption"},
    Synonym{Group::step, "captions", "caption"},
    Synonym{Group::step, "image", "images"},
    Synonym{Group::step, "photo", "images"},
    Synonym{Group::step, "pictures", "images"},
    Synonym{Group::step, "mark", "marks"},
    Synonym{Group::step, "arrows", "marks"},
    Synonym{Group::step, "rings", "marks"},
    Synonym{Group::step, "annotations", "marks"},
    Synonym{Group::step, "title_card", "card"},
    Synonym{Group::step, "subtitle", "caption"},
    Synonym{Group::step, "year", "date"},
    Synonym{Group::step, "when", "date"},
    Synonym{Group::step, "period", "date"},
    Synonym{Group::step, "dates", "date"},
    Synonym{Group::step, "view", "camera"},
    Synonym{Group::step, "pause", "wait"},
    Synonym{Group::step, "hold", "wait"},
    Synonym{Group::step, "highlight", "focus"},
    Synonym{Group::step, "sources", "source"},
    Synonym{Group::step, "comment", "notes"},
    Synonym{Group::step, "note", "notes"},
    Synonym{Group::chapter, "name", "title"},
    Synonym{Group::chapter, "shots", "steps"},
    Synonym{Group::chapter, "scenes", "steps"},
    Synonym{Group::camera, "centre", "center"},
    Synonym{Group::camera, "pitch", "tilt"},
    Synonym{Group::camera, "zoom", "width"},
    Synonym{Group::camera, "altitude", "width"},
    Synonym{Group::camera, "heading", "bearing"},
    Synonym{Group::camera, "rotation", "bearing"},
    Synonym{Group::camera, "duration", "move"},
    Synonym{Group::camera, "places", "show"},
    Synonym{Group::camera, "fit", "show"},
    Synonym{Group::camera, "track", "follow"},
    Synonym{Group::camera, "stops", "path"},
    Synonym{Group::stop, "centre", "center"},
    Synonym{Group::stop, "place", "center"},
    Synonym{Group::stop, "zoom", "width"},
    Synonym{Group::transition, "type", "kind"},
    Synonym{Group::transition, "duration", "length"},
    Synonym{Group::ambience, "like", "kind"},
    Synonym{Group::step, "fade", "transition"},
    Synonym{Group::step, "illustration", "ambience"},
    Synonym{Group::point, "lng", "lon"},
    Synonym{Group::point, "long", "lon"},
    Synonym{Group::point, "latitude", "lat"},
    Synonym{Group::point, "longitude", "lon"},
    Synonym{Group::caption, "start", "at"},
    Synonym{Group::caption, "duration", "length"},
    Synonym{Group::movement, "date", "when"},
    Synonym{Group::movement, "year", "when"},
    Synonym{Group::movement, "number", "count"},
    Synonym{Group::movement, "people", "count"},
    Synonym{Group::movement, "value", "count"},
    Synonym{Group::movement, "type", "kind"},
    Synonym{Group::movement, "along", "route"},
    Synonym{Group::movement, "destination", "to"},
    Synonym{Group::movement, "notes", "note"},
    Synonym{Group::movement, "sources", "source"},
    Synonym{Group::place, "lng", "lon"},
    Synonym{Group::place, "latitude", "lat"},
    Synonym{Group::place, "longitude", "lon"},
    Synonym{Group::place, "title", "name"},
    Synonym{Group::site, "start", "begun"},
    Synonym{Group::site, "end", "done"},
    Synonym{Group::site, "finished", "done"},
    Synonym{Group::site, "stopped", "halted"},
    Synonym{Group::figure, "when", "date"},
    Synonym{Group::figure, "count", "value"},
    Synonym{Group::figure, "name", "label"},
    Synonym{Group::film, "audio", "sound"},
    Synonym{Group::film, "music", "sound"},
    Synonym{Group::step, "voice", "narration"},
    Synonym{Group::step, "audio", "narration"},
    Synonym{Group::sound, "path", "file"},
    Synonym{Group::sound, "start", "at"},
    Synonym{Group::sound, "volume", "gain"},
    Synonym{Group::sound, "duration", "length"},
    Synonym{Group::source, "title", "citation"},
    Synonym{Group::source, "link", "url"},
};

/// Lower case, `_` for blanks and hyphens: `One-Light` → `one_light`.
std::string normalised(std::string_view written) {
    std::string result(written);
    for (char& c : result) {
        if (c == '-' || c == ' ') c = '_';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::string_view synonym(Group group, std::string_view written) {
    for (const Synonym& s : kSynonyms) {
        const bool here = s.group == group || (group == Group::chapter && s.group == Group::step);
        if (here && s.written == written) return s.ours;
    }
    return {};
}

/// A word of another place of the script, nearest relations first: where it is right.
std::string belongsElsewhere(Group group, const std::string& written) {
    struct Elsewhere {
        Group from;
        Group to;
        std::string_view where;
    };
    constexpr std::array places{
        Elsewhere{Group::step, Group::camera, "inside `camera: {…}`"},
        Elsewhere{Group::chapter, Group::camera, "inside `camera: {…}`"},
        Elsewhere{Group::step, Group::screen, "inside `screen: {…}`"},
        Elsewhere{Group::chapter, Group::screen, "inside `screen: {…}`"},
        Elsewhere{Group::film, Group::frame, "inside `frame: {…}`"},
        Elsewhere{Group::film, Group::map, "inside `map: {…}`"},
        Elsewhere{Group::film, Group::screen, "inside `screen: {…}`"},
        Elsewhere{Group::film, Group::chapter, "in a chapter or a step"},
        Elsewhere{Group::step, Group::chapter, "in the chapter, not in its steps"},
        Elsewhere{Group::camera, Group::step, "in the step, not in its camera"},
        Elsewhere{Group::screen, Group::step, "in the step, not in its screen"},
        Elsewhere{Group::caption, Group::step, "in the step, not in its caption"},
        Elsewhere{Group::step, Group::film, "at the top of the script"},
        Elsewhere{Group::chapter, Group::film, "at the top of the script"},
        Elsewhere{Group::step, Group::flow, "in a kind of `flows`"},
        Elsewhere{Group::chapter, Group::flow, "in a kind of `flows`"},
        Elsewhere{Group::film, Group::flow, "in a kind of `flows`"},
        Elsewhere{Group::movement, Group::flow, "in a kind of `flows`"},
    };
    for (const Elsewhere& e : places) {
        if (e.from != group) continue;
        const std::string_view other = synonym(e.to, written);
        const std::string_view right = other.empty() ? std::string_view(written) : other;
        if (findKey(e.to, right) != nullptr) {
            return fmt::format("; `{}` belongs {}", right, e.where);
        }
    }
    return {};
}

/// `caption:text` read as one word, or a colon from a Chinese keyboard.
std::string colonAdvice(std::string_view written) {
    if (written.find("\xEF\xBC\x9A") != std::string_view::npos) {
        return "a full-width colon; use `:` and a space";
    }
    if (written.find(':') != std::string_view::npos) return "a space is missing after the colon";
    return {};
}

}  // namespace

std::string_view nameOf(Group group) {
    switch (group) {
        case Group::none:
            return "this";
        case Group::film:
            return "the film";
        case Group::frame:
            return "`frame`";
        case Group::map:
            return "`map`";
        case Group::layers:
            return "`layers`";
        case Group::file:
            return "a file";
        case Group::flowmap:
            return "a pair of flowmap.blue files";
        case Group::flow:
            return "a kind of `flows`";
        case Group::screen:
            return "`screen`";
        case Group::piece:
            return "a piece of the screen";
        case Group::counters:
            return "`counters`";
        case Group::chart:
            return "`chart`";
        case Group::style:
            return "`style`";
        case Group::fonts:
            return "`fonts`";
        case Group::card:
            return "`card`";
        case Group::image:
            return "an image";
        case Group::mark:
            return "a mark";
        case Group::chapter:
            return "a chapter";
        case Group::step:
            return "a step";
        case Group::transition:
            return "`transition`";
        case Group::camera:
            return "`camera`";
        case Group::stop:
            return "a stop of the camera's path";
        case Group::ambience:
            return "`ambience`";
        case Group::point:
            return "a point";
        case Group::caption:
            return "a caption";
        case Group::movement:
            return "a row of movements";
        case Group::place:
            return "a row of places";
        case Group::site:
            return "a row of sites";
        case Group::figure:
            return "a row of figures";
        case Group::source:
            return "a row of sources";
        case Group::sound:
            return "a sound";
    }
    return "this";
}

std::string unknownKeyMessage(Group group, std::string_view written,
                              std::span<const std::string> more) {
    if (std::string colon = colonAdvice(written); !colon.empty()) return colon;
    std::vector<std::string> names;
    for (const Key& key : keysOf(group)) names.emplace_back(key.name);
    names.insert(names.end(), more.begin(), more.end());

    const std::string plain = normalised(written);
    std::string advice;
    if (const std::string_view ours = synonym(group, plain); !ours.empty()) {
        advice = fmt::format("; did you mean `{}`?", ours);
    } else if (std::ranges::find(names, plain) != names.end()) {
        advice = fmt::format("; did you mean `{}`?", plain);
    } else if (plain == "ease" || plain == "easing") {
        advice = "; the camera always starts and stops gently";
    }
    if (advice.empty()) advice = belongsElsewhere(group, plain);
    if (advice.empty()) advice = core::didYouMean(plain, names);
    if (advice.empty()) advice = fmt::format("; it has {}", fmt::join(names, ", "));
    return fmt::format("{} has no key `{}`{}", nameOf(group), written, advice);
}

}  // namespace ebbflow::scene
