#pragma once
// What a script may hold, place by place, as editors, pages and advice see it. Each of these keys
// is one row of a table (key_table.hpp), which also says how its value is read. It reads nothing
// itself.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::scene {

/// What a value looks like; schema.cpp knows all of them.
enum class Shape {
    localText,    ///< a text, or a text per language
    localTexts,   ///< a list of such
    word,         ///< one name, id or path
    words,        ///< a name or a list of names
    wordsByName,  ///< names → a name or a list of names
    language,
    languages,
    date,
    time,
    number,
    count,  ///< a whole number from 1
    width,
    size,
    rate,
    timecode,
    colour,
    choice,
    projection,
    point,
    points,
    stops,  ///< a list of points and maps of the keys inside
    captions,
    choiceOrGroup,  ///< a choice, or a map with the keys inside
    timeOrGroup,    ///< a time, or a map with the keys inside
    pointsOrGroup,  ///< a list of points, or a map with the keys inside
    oneOrMore,      ///< a map with the keys inside, or a list of such
    piece,          ///< yes, no, where, or {at, size}
    chart,          ///< a map, or no
    card,           ///< a text, a text per language, or a map
    onOff,          ///< yes or no
    counters,       ///< ids, {figures, at, size}, or no
    columns,        ///< our column name → the file's
    fileSpec,       ///< a path or {file, layer, columns}
    fileSpecs,      ///< one of these, or a list of them
    table,          ///< a file, files or rows of the keys inside
    group,          ///< a map with the keys inside
    groups,         ///< a list of such maps
    named,          ///< names → maps with the keys inside
    texts,          ///< names → texts
    cell,           ///< a table's value
};

struct Group;

/// What a value may be.
struct Takes {
    Shape shape;
    const Group* inside{};    ///< the keys of what is inside
    const Group* orInside{};  ///< or these: of tables that come in other programs' form
    std::vector<std::string> choices{};
    double minimum{};  ///< of numbers, where maximum > minimum
    double maximum{};
    std::string_view unit{};  ///< of numbers
    bool on = true;           ///< of pieces of the screen: whether they are there when nobody says
};

/// When a key is read among those of its map. Within a turn they are read as written.
enum class Turn {
    first,  ///< before all others, which need it
    second,
    usual,
    later,  ///< after those that it needs
    last,
};

/// What else there is to say of a key.
struct KeyNotes {
    std::string_view leftOut{};  ///< what holds where it is not written, for the page
    std::string_view more{};     ///< further sentences for the page, as Markdown
    /// What to say where it is missing and cannot be; `{}` stands for the key that holds the map.
    std::string_view needed{};
    std::vector<std::string_view> otherWords{};  ///< of other programs and habits, for this key
    bool seen = true;                            ///< whether a picture can show what it does
    Turn turn = Turn::usual;
};

struct Key {
    std::string_view name;
    Takes takes;
    std::string_view description;  ///< one sentence, shown by editors
    std::string_view example;      ///< a value, as YAML
    KeyNotes notes;
};

/// Which names with a language in them a group takes besides its keys.
enum class LanguageNames {
    none,
    keys,     ///< `en: …`
    columns,  ///< `name_en: …`, for each key that is a text
};

/// A place in the script that has its own keys.
struct Group {
    std::string_view id;         ///< its name in the schema and on the page
    std::string_view title;      ///< "a step", "the film", …
    std::string_view example{};  ///< a map of its keys, as YAML
    LanguageNames languages = LanguageNames::none;
    std::vector<const Key*> keys{};
};

/// Every group, the film first, which holds the others.
[[nodiscard]] std::span<const Group* const> groups();

[[nodiscard]] const Key* findKey(const Group& group, std::string_view name);

/// What to say to a key that does not exist there: the right name for words of other programs and
/// other spellings, else the place where the key belongs, else the nearest name. `more` are further
/// names that count as valid there (languages).
[[nodiscard]] std::string unknownKeyMessage(const Group& group, std::string_view written,
                                            std::span<const std::string> more = {});

}  // namespace ebbflow::scene
