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

void readLook(const Reading& reading, const Field& field, const Key& key, Fonts&) {
    (void)readChoice(reading, field, key);
}

void readFonts(const Reading& reading, const Field& field, Fonts& fonts) {
    (void)readMap(reading, field, fontKeys(), fonts);
}

}  // namespace

const KeyTable<Fonts>& styleKeys() {
    static const KeyTable<Fonts> keys{
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
        }};
    return keys;
}

void readStyle(const Reading& reading, const Field& field, const Key& key, Scene& scene) {
    if (field.value.isMap())
        readKeys(reading, field, styleKeys(), scene.fonts);
    else
        (void)readChoice(reading, field, key);
}

}  // namespace ebbflow::scene
