#pragma once
// The one list of keys that a script may hold, place by place. The reader refuses what is not in it
// and the editors' schema is made from it, so the two cannot drift apart. It reads nothing itself.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::scene {

/// A place in the script that has its own keys.
enum class Group {
    none,
    film,
    frame,
    map,
    layers,
    file,
    flowmap,
    flow,
    screen,
    piece,
    counters,
    chart,
    style,
    fonts,
    card,
    image,
    mark,
    chapter,
    step,
    transition,
    camera,
    stop,
    ambience,
    point,
    caption,
    movement,
    place,
    site,
    figure,
    source,
    sound,
};

/// Every group but the film itself, which holds the others.
inline constexpr std::array kInnerGroups{
    Group::frame,  Group::map,   Group::layers,   Group::file,    Group::flowmap, Group::flow,
    Group::screen, Group::piece, Group::counters, Group::chart,   Group::style,   Group::fonts,
    Group::card,   Group::image, Group::mark,     Group::chapter, Group::step,    Group::transition,
    Group::camera, Group::stop,  Group::ambience, Group::point,   Group::caption, Group::movement,
    Group::place,  Group::site,  Group::figure,   Group::source,  Group::sound,
};

/// What a value looks like; schema.cpp and the reader each know all of them.
enum class Shape {
    localText,  ///< a text, or a text per language
    word,       ///< one name, id or path
    words,      ///< a name or a list of names
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
    stops,  ///< a list of points and maps of `group`
    captions,
    choiceOrGroup,  ///< a choice, or a map with the keys of `group`
    oneOrMore,      ///< a map with the keys of `group`, or a list of such
    piece,          ///< yes, no, where, or {at, size}
    chart,          ///< a map, or no
    card,           ///< a text, a text per language, or a map
    onOff,          ///< yes or no
    counters,       ///< ids, {figures, at, size}, or no
    columns,        ///< our column name → the file's
    fileSpec,       ///< a path or {file, layer, columns}
    table,          ///< a file, files or rows of `group`
    group,          ///< a map with the keys of `group`
    groups,         ///< a list of such maps
    named,          ///< names → maps with the keys of `group`
    texts,          ///< names → texts
    cell,           ///< a table's value
};

struct Key {
    std::string_view name;
    Shape shape = Shape::word;
    std::string_view description;  ///< one sentence, shown by editors
    std::string_view example;      ///< a value, as YAML
    Group group = Group::none;     ///< of what is inside
    std::string_view choices{};    ///< `a|b|c`
    double minimum = 0;            ///< of numbers, where maximum > minimum
    double maximum = 0;
};

[[nodiscard]] std::span<const Key> keysOf(Group group);
[[nodiscard]] const Key* findKey(Group group, std::string_view name);
/// "a step", "the film", …
[[nodiscard]] std::string_view nameOf(Group group);
[[nodiscard]] std::vector<std::string> splitChoices(std::string_view choices);

/// What to say to a key that does not exist there: the right name for words of other programs and
/// other spellings, else the place where the key belongs, else the nearest name. `more` are further
/// names that count as valid there (languages).
[[nodiscard]] std::string unknownKeyMessage(Group group, std::string_view written,
                                            std::span<const std::string> more = {});

}  // namespace ebbflow::scene
