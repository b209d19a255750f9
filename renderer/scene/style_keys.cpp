// `style`: the look, of which there is one, and the typefaces.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

FontChoice readFont(const Reading& reading, const Field& field, const Key& key) {
    FontChoice choice;
    choice.place = reading.place(field.value);
    for (std::string& word : readWords(reading, field, key)) {
        const bool file = word.find('.') != std::string::npos;
        choice.wanted.push_back(file ? resolvedPath(reading, word) : std::move(word));
    }
    return choice;
}

/// Font choices by a name that another room knows.
std::vector<std::pair<std::string, FontChoice>> readFontsByName(const Reading& reading,
                                                                const Field& field,
                                                                const Key& key) {
    std::vector<std::pair<std::string, FontChoice>> choices;
    if (!isMap(reading, field, key.example)) return choices;
    for (std::size_t i = 0; i < field.value.keys.size(); ++i) {
        const Node& name = field.value.keys[i];
        choices.emplace_back(name.text,
                             readFont(reading, {name.text, name, field.value.items[i]}, key));
    }
    return choices;
}

void readLook(const Reading& reading, const Field& field, const Key& key, Scene&) {
    (void)readChoice(reading, field, key);
}

void readFonts(const Reading& reading, const Field& field, Scene& scene) {
    (void)readMap(reading, field, fontKeys(), scene.fonts);
}

}  // namespace

const KeyTable<Scene>& styleKeys() {
    static const KeyTable<Scene> keys{
        {.id = "style", .title = "`style`"},
        {
            {"look",
             {{.shape = Shape::choice, .choices = {"night atlas"}}, readLook},
             "The look of the map.",
             "night atlas",
             {.leftOut = "`night atlas`", .more = "There is one.", .otherWords = {"theme"}}},
            {"fonts",
             {{.shape = Shape::group, .inside = &fontKeys()}, readFonts},
             "The typefaces.",
             "{serif: PT Serif, sans: fonts/My.ttf}",
             {.leftOut = "PT Serif and PT Sans", .otherWords = {"font"}}},
            {"mirror",
             yesNo(&Scene::mirror),
             "Whether titles, captions, legend, chart and the other pieces of the screen change "
             "sides, and time runs to the left.",
             "no",
             {.leftOut = "`yes` in languages that are written from right to left",
              .more = "What `at` says stays where it says.",
              .otherWords = {"rtl", "right_to_left"},
              .seen = false}},
        }};
    return keys;
}

const KeyTable<Fonts>& fontKeys() {
    static const KeyTable<Fonts> keys{
        {.id = "fonts", .title = "`fonts`", .example = "{serif: PT Serif}"},
        {
            {"serif",
             into(&Fonts::serif, {Shape::words}, readFont),
             "Of titles, captions and the date: a family, or font files.",
             "PT Serif",
             {.leftOut = "PT Serif",
              .more = "Counters are set in it too.",
              .otherWords = {"titles"}}},
            {"sans",
             into(&Fonts::sans, {Shape::words}, readFont),
             "Of names and figures: a family, or font files.",
             "[fonts/My.ttf, fonts/MyBold.ttf]",
             {.leftOut = "PT Sans", .otherWords = {"labels"}}},
            {"scripts",
             into(&Fonts::scripts, {Shape::wordsByName}, readFontsByName),
             "Of letters of one script, by its name: font files.",
             "{hebrew: [fonts/Hebrew.ttf, fonts/HebrewBold.ttf]}",
             {.leftOut = "Noto", .otherWords = {"script"}, .seen = false}},
            {"languages",
             into(&Fonts::languages, {Shape::wordsByName}, readFontsByName),
             "Of the letters of one language, by its tag: font files.",
             "{ur: fonts/Nastaliq.ttf}",
             {.leftOut = "by script", .otherWords = {"language"}, .seen = false}},
        }};
    return keys;
}

void readStyle(const Reading& reading, const Field& field, const Key& key, Scene& scene) {
    if (field.value.isMap())
        readKeys(reading, field, styleKeys(), scene);
    else
        (void)readChoice(reading, field, key);
}

}  // namespace ebbflow::scene
