// `screen`: the furniture beside the map, piece by piece.

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

/// The band of years and the line of sources go across the whole picture.
void checkPlace(const Reading& reading, const Field& field, const Key& key, Piece& piece) {
    const auto& places = key.takes.choices;
    if (places.empty() || piece.position.empty() ||
        std::ranges::find(places, piece.position) != places.end())
        return;
    reading.error(field.value, fmt::format("`{}` goes across the whole picture: {}, not {}",
                                           field.name, fmt::join(places, " or "), piece.position));
    piece.position.clear();
}

enum class Usually { on, off };

/// A piece with a place. `places`: of those that the screen has; all, if empty.
Value<Screen> piece(Usually usually, std::vector<std::string> places = {},
                    const KeyTable<Piece>& keys = pieceKeys()) {
    return {{.shape = Shape::piece,
             .inside = &keys,
             .choices = std::move(places),
             .on = usually == Usually::on},
            [&keys](const Reading& reading, const Field& field, const Key& key, Screen& screen) {
                auto piece = readPiece(reading, field, keys);
                if (!piece) return;
                checkPlace(reading, field, key, *piece);
                screen.pieces[std::string(key.name)] = std::move(*piece);
            }};
}

/// On the map itself, so it is there or not.
Value<Screen> shown() {
    return {{Shape::onOff},
            [](const Reading& reading, const Field& field, const Key& key, Screen& screen) {
                if (const auto on = readYesNo(reading, field))
                    screen.pieces[std::string(key.name)] = Piece{*on, {}, {}, false};
            }};
}

}  // namespace

const KeyTable<Screen>& screenKeys() {
    static const KeyTable<Screen> keys{
        {.id = "screen", .title = "`screen`", .example = "{date: large, years: yes}"},
        {
            {"date",
             piece(Usually::on),
             "The date.",
             "large",
             {.leftOut = "on, top left",
              .more = "It is as exact as the step's date and as fast as one can read: the day, the "
                      "month or the year."}},
            {"years",
             piece(Usually::on, {"top", "bottom"}),
             "The band of years.",
             "top",
             {.leftOut = "on, bottom",
              .more = "The flow over time stands in it.",
              .otherWords = {"timeline"}}},
            {"legend",
             piece(Usually::on, {}, legendKeys()),
             "What colours and lights mean.",
             "{at: bottom left, when: new}",
             {.leftOut = "on, bottom right"}},
            {"sources",
             piece(Usually::on, {"top", "bottom"}),
             "The line of sources.",
             "yes",
             {.leftOut = "on, bottom",
              .more = "It says how sure they are.",
              .otherWords = {"credits"}}},
            {"title",
             piece(Usually::on),
             "Titles of the film and its chapters.",
             "{at: top, size: large}",
             {.leftOut = "on, bottom left over the captions",
              .more = "Each comes as its own begins."}},
            {"labels",
             shown(),
             "Names of places on the map.",
             "yes",
             {.leftOut = "on", .otherWords = {"cities"}}},
            {"names",
             shown(),
             "Names of states, seas, lakes and rivers on the map.",
             "yes",
             {.leftOut = "on",
              .more = "They come at the scale of the shot, where the names of places leave room."}},
            {"graticule",
             shown(),
             "The net of meridians and parallels.",
             "no",
             {.leftOut = "on", .more = "It holds for the whole film.", .otherWords = {"grid"}}},
            {"scale",
             piece(Usually::off),
             "A scale bar, true at the middle of the picture.",
             "bottom left",
             {.leftOut = "off; bottom left",
              .more = "Its length is a round number of kilometres.",
              .otherWords = {"scale_bar", "scalebar"}}},
            {"north",
             piece(Usually::off),
             "A needle that points north, true at the middle of the picture.",
             "top right",
             {.leftOut = "off; top right",
              .more = "It turns with the camera.",
              .otherWords = {"compass", "north_arrow"}}},
            {"scrim",
             shown(),
             "The map darkens towards the foot, behind captions and bands.",
             "no",
             {.leftOut = "on", .more = "They can then be read over lights and squares."}},
            {"counters",
             {{.shape = Shape::counters, .inside = &counterKeys()}, readCounters},
             "Ids of figures that are shown as counters.",
             "[advisers_in_china]",
             {.leftOut = "none; top right",
              .more = "They are those of [`figures`](#figures-what-was-counted); `no` for none.",
              .otherWords = {"counter"}}},
            {"chart",
             into(&Screen::chart, {.shape = Shape::chart, .inside = &chartKeys()}, readChart),
             "A small chart that grows as the dates pass.",
             "{kind: students, type: bar, at: left}",
             {.leftOut = "none; right",
              .more = "[Below](#charts); `no` for none.",
              .otherWords = {"graph"}}},
        }};
    return keys;
}

bool isUsuallyOn(std::string_view key) {
    const Row<Screen>* row = screenKeys().find(key);
    assert(row != nullptr);
    return row->key.takes.on;
}

}  // namespace ebbflow::scene
