#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

#include <fmt/format.h>

#include "core/timecode.hpp"
#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

/// BCP 47 in outline: `en`, `zh-Hans`, `sr-Latn-RS`.
bool isLanguageTag(std::string_view tag) {
    std::size_t part = 0;
    while (!tag.empty()) {
        const std::string_view word = tag.substr(0, tag.find('-'));
        const bool letters = std::ranges::all_of(word, [&](unsigned char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   (part > 0 && c >= '0' && c <= '9');
        });
        const std::size_t longest = part == 0 ? 3 : 8;
        if (!letters || word.size() < 2 || word.size() > longest) return false;
        const bool more = word.size() < tag.size();
        tag.remove_prefix(word.size() + (more ? 1 : 0));
        if (more && tag.empty()) return false;
        ++part;
    }
    return part > 0;
}

std::optional<std::string> readLanguage(const Reading& reading, const Field& field) {
    auto tag = readWord(reading, field, "a language tag", "en, ru or zh-Hans");
    if (!tag || isLanguageTag(*tag)) return tag;
    reading.wrongType(field, "a language tag", "en, ru or zh-Hans");
    return std::nullopt;
}

std::vector<std::string> readLanguages(const Reading& reading, const Field& field) {
    std::vector<std::string> result;
    for (const Field& item : itemsOf(field)) {
        auto tag = readLanguage(reading, item);
        if (!tag) continue;
        if (std::ranges::find(result, *tag) != result.end()) {
            reading.error(item.value, fmt::format("the language {} is listed twice", *tag));
        } else {
            result.push_back(std::move(*tag));
        }
    }
    return result;
}

/// `languages` as listed, with `language` moved to the front.
std::vector<std::string> filmLanguages(const Reading& reading, const Node& root) {
    std::vector<std::string> listed;
    if (const Node* node = root.find("languages")) {
        listed = readLanguages(reading, {"languages", *node, *node});
    }
    const Node* node = root.find("language");
    const auto first = node ? readLanguage(reading, {"language", *node, *node}) : std::nullopt;
    if (!first) return listed.empty() ? std::vector<std::string>{"en"} : listed;
    if (listed.empty()) return {*first};
    const auto found = std::ranges::find_if(
        listed, [&](const std::string& l) { return core::sameLanguage(l, *first); });
    if (found == listed.end()) {
        reading.error(*node, fmt::format("`{}` is none of the film's languages ({})", *first,
                                         fmt::join(listed, ", ")));
    } else {
        std::rotate(listed.begin(), found, found + 1);
    }
    return listed;
}

void readSize(const Reading& reading, const Field& field, Frame& frame) {
    // H.264 and HEVC halve the colour planes, so both sides are even; GL and the codecs end at
    // 16384.
    constexpr int largest = 16384;
    const std::string_view text = field.value.text;
    const char* const end = text.data() + text.size();
    int width = 0, height = 0;
    const auto first = std::from_chars(text.data(), end, width);
    const bool cross = first.ec == std::errc{} && first.ptr != end && *first.ptr == 'x';
    const auto second = cross ? std::from_chars(first.ptr + 1, end, height) : first;
    const bool whole = cross && second.ec == std::errc{} && second.ptr == end;
    if (!whole) return reading.wrongType(field, "width x height in pixels", "1920x1080");
    const auto bad = [](int n) { return n < 64 || n > largest || n % 2 != 0; };
    if (bad(width) || bad(height)) {
        return reading.error(
            field.value,
            fmt::format("`{}`: both sides are even numbers from 64 to {}", text, largest));
    }
    frame.width = width;
    frame.height = height;
}

void readRate(const Reading& reading, const Field& field, Frame& frame) {
    const auto rate = field.value.isText() ? core::parseFrameRate(field.value.text) : std::nullopt;
    if (rate)
        frame.rate = *rate;
    else
        reading.wrongType(field, "frames a second", "24, 25, 30000/1001 or 29.97");
}

/// Once the rate is known: which timecodes there are depends on it.
void readStart(const Reading& reading, const Field& field, Frame& frame) {
    if (!field.value.isText()) return reading.wrongType(field, "a timecode", "\"10:00:00:00\"");
    const auto read = core::parseTimecode(field.value.text, frame.rate);
    if (!read.fault.empty()) return reading.error(field.value, read.fault);
    frame.startTimecode = field.value.text;
}

Frame readFrame(const Reading& reading, const Field& field) {
    Frame frame;
    if (!isMap(reading, field, "{size: 1920x1080, rate: 25}")) return frame;
    std::optional<Field> start;
    eachKey(reading, field.value, Group::frame, [&](const Field& f, const Key&) {
        if (f.name == "size")
            readSize(reading, f, frame);
        else if (f.name == "rate")
            readRate(reading, f, frame);
        else if (f.name == "start")
            start.emplace(f);
        else
            assert(false);
    });
    if (start) readStart(reading, *start, frame);
    return frame;
}

Map readMap(const Reading& reading, const Field& field) {
    Map map;
    if (!isMap(reading, field, "{highlight: [ussr, prc]}")) return map;
    eachKey(reading, field.value, Group::map, [&](const Field& f, const Key& key) {
        if (f.name == "projection") {
            map.projectionPlace = reading.place(f.value);
            map.projection = readWord(reading, f, "a PROJ definition", key.example).value_or("");
        } else if (f.name == "highlight") {
            map.highlightPlace = reading.place(f.value);
            map.highlight = readWords(reading, f, key);
        } else if (isMap(reading, f, key.example)) {
            eachKey(reading, f.value, Group::layers, [&](const Field& layer, const Key&) {
                map.layers.push_back({std::string(layer.name), readFileSpec(reading, layer)});
            });
        }
    });
    return map;
}

Flow readFlow(const Reading& reading, const Field& field) {
    Flow flow;
    flow.kind = field.name;
    flow.place = reading.place(field.key);
    if (!isMap(reading, field, "{color: gold}")) return flow;
    eachKey(reading, field.value, Group::flow, [&](const Field& f, const Key& key) {
        if (f.name == "color")
            flow.colour = readColour(reading, f);
        else if (f.name == "one_light")
            flow.oneLight = readCount(reading, f, key);
        else if (f.name == "along")
            flow.along = readWord(reading, f, "a route", key.example).value_or("");
        else if (f.name == "like")
            flow.like = readWord(reading, f, "a kind", key.example).value_or("");
        else if (f.name == "going")
            flow.goingHome = readChoice(reading, f, key).has_value();
        else if (f.name == "travel")
            flow.travel = readTime(reading, f);
        else if (f.name == "ribbon")
            flow.ribbon = readNumber(reading, f, key);
        else if (f.name == "label")
            flow.label = readLocalText(reading, f);
        else
            assert(false);
    });
    if (flow.travel && flow.travel->ticks() <= 0) {
        reading.error(*field.value.find("travel"), "a light travels more than 0 seconds");
    }
    return flow;
}

/// Calls `each` for every entry of a map whose keys are the author's own names.
template <typename Each>
void eachName(const Reading& reading, const Field& field, std::string_view example, Each each) {
    if (!isMap(reading, field, example)) return;
    for (std::size_t i = 0; i < field.value.keys.size(); ++i) {
        const Node& key = field.value.keys[i];
        if (key.isText())
            each(Field{key.text, key, field.value.items[i]});
        else
            reading.error(key, "a name is a single word followed by a colon");
    }
}

/// `movements` alone also takes flowmap.blue's pair of files, as they are.
void readMovements(const Reading& reading, const Field& field, Scene& scene) {
    const bool pair =
        field.value.find("locations") != nullptr || field.value.find("flows") != nullptr;
    if (!pair) {
        scene.movements = readTable(reading, field, Group::movement);
        return;
    }
    eachKey(reading, field.value, Group::flowmap, [&](const Field& f, const Key& key) {
        (f.name == "locations" ? scene.locations : scene.flowRows) =
            readTable(reading, f, key.group);
    });
    if (scene.locations.empty() || scene.flowRows.empty()) {
        reading.error(field.value, "flowmap.blue's tables come in pairs: {locations: …, flows: …}");
    }
}

core::TableSpec* tableNamed(Scene& scene, std::string_view name) {
    if (name == "places") return &scene.places;
    if (name == "sites") return &scene.sites;
    if (name == "figures") return &scene.figures;
    if (name == "sources") return &scene.sources;
    return nullptr;
}

void readFilmKey(const Reading& reading, const Field& field, const Key& key, Scene& scene) {
    if (field.name == "title") {
        scene.title = readLocalText(reading, field);
        scene.titlePlace = reading.place(field.value);
    } else if (field.name == "source")
        scene.source = readLocalText(reading, field);
    else if (field.name == "frame")
        scene.frame = readFrame(reading, field);
    else if (field.name == "map")
        scene.map = readMap(reading, field);
    else if (field.name == "style")
        readStyle(reading, field, key, scene);
    else if (field.name == "movements")
        readMovements(reading, field, scene);
    else if (field.name == "screen")
        scene.screen = readScreen(reading, field);
    else if (field.name == "sound")
        scene.sound = readSound(reading, field, key);
    else if (field.name == "chapters")
        scene.chapters = readChapters(reading, field);
    else if (field.name == "flows") {
        eachName(reading, field, key.example,
                 [&](const Field& f) { scene.flows.push_back(readFlow(reading, f)); });
    } else if (field.name == "words") {
        eachName(reading, field, key.example, [&](const Field& f) {
            scene.words.emplace_back(f.name, readLocalText(reading, f));
        });
    } else if (core::TableSpec* table = tableNamed(scene, field.name)) {
        *table = readTable(reading, field, key.group);
    } else {
        assert(field.name == "language" || field.name == "languages");
    }
}

}  // namespace

Scene readFilm(Reading& reading, const Node& root) {
    Scene scene;
    scene.file = reading.file;
    scene.folder = reading.folder;
    // Texts need the languages and times the rate, wherever the author wrote them.
    scene.languages = reading.languages = filmLanguages(reading, root);
    Frame picture;
    if (const Node* frame = root.find("frame")) {
        core::Diagnostics reportedLater;
        const Reading quiet{reading.script, reading.file, reading.folder, reportedLater, {}, {}};
        picture = readFrame(quiet, {"frame", *frame, *frame});
        reading.rate = picture.rate;
    }
    if (reading.size.width == 0) reading.size = {picture.width, picture.height};
    reading.upright = reading.size.height > reading.size.width;
    eachKey(reading, root, Group::film,
            [&](const Field& field, const Key& key) { readFilmKey(reading, field, key, scene); });
    if (root.find("chapters") == nullptr) {
        reading.error(root, "the script has no `chapters:`; a film needs at least one");
    }
    scene.frame.width = reading.size.width;
    scene.frame.height = reading.size.height;
    return scene;
}

}  // namespace ebbflow::scene
