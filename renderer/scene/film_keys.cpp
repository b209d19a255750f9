// The keys at the top of a script.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

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

void readFlows(const Reading& reading, const Field& field, const Key& key, Scene& scene) {
    eachName(reading, field, key.example,
             [&](const Field& f) { scene.flows.push_back(readFlow(reading, f)); });
}

void readOwnWords(const Reading& reading, const Field& field, const Key& key, Scene& scene) {
    eachName(reading, field, key.example,
             [&](const Field& f) { scene.words.emplace_back(f.name, readLocalText(reading, f)); });
}

Value<Scene> language() {
    return {{Shape::language}, [](const Reading& reading, const Field& field, Scene& scene) {
                readFirstLanguage(reading, field, scene.languages);
            }};
}

}  // namespace

const KeyTable<Scene>& filmKeys() {
    static const KeyTable<Scene> keys{
        {.id = "film", .title = "the film"},
        {
            {"title",
             placed(&Scene::titlePlace, localText(&Scene::title)),
             "The film's title, in one or more languages.",
             "{en: The long way, ru: Долгий путь}",
             {.leftOut = "no title"}},
            {"language",
             language(),
             "The language shown unless another is asked for.",
             "en",
             {.leftOut = "the first of `languages`",
              .more = "[Below](#languages-and-texts).",
              .otherWords = {"lang"},
              .seen = false,
              .turn = Turn::second}},
            {"languages",
             into(&Scene::languages, {Shape::languages}, readLanguages),
             "Full language tags; the first is the default.",
             "[en, zh-Hans, ru]",
             {.leftOut = "`en`", .more = "[Below](#languages-and-texts).", .turn = Turn::first}},
            {"frame",
             inside(&Scene::frame, frameKeys()),
             "Size and rate of the picture.",
             "{size: 1920x1080, rate: 25}",
             {.leftOut = "1920x1080, 25 a second", .otherWords = {"resolution", "size", "fps"}}},
            {"map",
             inside(&Scene::map, mapKeys()),
             "Projection, highlighted states, and map data of your own.",
             "{highlight: [ussr, prc]}",
             {.leftOut = "the built-in atlas",
              .more = "[Below](#the-map-and-your-own-data).",
              .otherWords = {"projection"}}},
            {"style",
             {{.shape = Shape::choiceOrGroup, .inside = &styleKeys(), .choices = {"night atlas"}},
              readStyle},
             "The look of the map, and the typefaces.",
             "{fonts: {serif: PT Serif}}",
             {.leftOut = "`night atlas`, PT Serif and PT Sans",
              .more = "[Below](#style).",
              .otherWords = {"theme", "fonts"},
              .seen = false}},
            {"source",
             localText(&Scene::source),
             "What the whole film rests on, where there is no sources table.",
             "Qian Han (163.com)",
             {.leftOut = "every row and caption names its own", .seen = false}},
            {"places",
             table(&Scene::places, placeKeys()),
             "Places of your own: files or rows.",
             "data/places.csv",
             {.leftOut = "the atlas's alone",
              .more = "[Tables](#tables).",
              .otherWords = {"cities", "locations"},
              .seen = false}},
            {"movements",
             {{.shape = Shape::table, .inside = &movementKeys(), .orInside = &flowmapKeys()},
              readMovements},
             "Who went where, when and how many: files or rows.",
             "[{kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}]",
             {.leftOut = "none", .more = "[Tables](#tables).", .otherWords = {"migrations"}}},
            {"sites",
             table(&Scene::sites, siteKeys()),
             "Works and other things built: files or rows.",
             "data/works.csv",
             {.leftOut = "none", .more = "[Tables](#tables).", .otherWords = {"works"}}},
            {"figures",
             table(&Scene::figures, figureKeys()),
             "Counted values for counters and charts: files or rows.",
             "data/figures.csv",
             {.leftOut = "none", .more = "[Tables](#tables)."}},
            {"sources",
             table(&Scene::sources, sourceKeys()),
             "What the figures rest on: files or rows.",
             "data/sources.csv",
             {.leftOut = "none",
              .more = "[Tables](#tables).",
              .otherWords = {"credits"},
              .seen = false}},
            {"flows",
             {{.shape = Shape::named, .inside = &flowKeys()}, readFlows},
             "How each kind of movement looks.",
             "{students: {color: gold}}",
             {.leftOut = "colours are chosen",
              .more = "[Below](#flows-how-a-kind-looks).",
              .otherWords = {"kinds"},
              .seen = false}},
            {"screen",
             inside(&Scene::screen, screenKeys()),
             "What is on the screen beside the map.",
             "{date: large, years: yes}",
             {.leftOut = "date, years, legend, sources, title, names of places, net of degrees",
              .more = "[Below](#screen).",
              .otherWords = {"furniture", "counters"}}},
            {"words",
             {{Shape::texts}, readOwnWords},
             "The program's own words, for languages it does not know.",
             "{estimate: {en: estimated}}",
             {.leftOut = "those that it has", .seen = false}},
            {"sound",
             into(&Scene::sound, {.shape = Shape::oneOrMore, .inside = &soundKeys()}, readSound),
             "What is heard: sound files and what is computed, mixed.",
             "[{file: sound/music.flac, gain: -12, fade_out: 4}]",
             {.leftOut = "silence, but for narration",
              .more = "[Below](#sound).",
              .otherWords = {"audio", "music"},
              .seen = false}},
            {"kiosk",
             into(&Scene::kiosk, {.shape = Shape::group, .inside = &kioskKeys()}, readKiosk),
             "What visitors find at the film in a kiosk.",
             "{attract: beacon, idle: 45, width: 93}",
             {.leftOut = "the film, and no more",
              .more = "[Below](#a-kiosk-for-visitors).",
              .seen = false}},
            {"chapters",
             into(&Scene::chapters, {.shape = Shape::groups, .inside = &chapterKeys()},
                  readChapters),
             "The film in order: each chapter is a cue.",
             "[{title: The first train, date: 1951}]",
             {.leftOut = "needed",
              .more = "[Below](#chapters-and-steps).",
              .needed = "the script has no `chapters:`; a film needs at least one",
              .otherWords = {"scenes"}}},
        }};
    return keys;
}

}  // namespace ebbflow::scene
