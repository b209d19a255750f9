// Where a piece of the screen stands and how large it is; counters and charts are pieces too.

#include <algorithm>

#include <fmt/format.h>

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

bool isOneOf(const std::vector<std::string>& words, const Field& field) {
    return field.value.isText() && std::ranges::find(words, field.value.text) != words.end();
}

std::string sizeNamed(const std::string& word) {
    return word == "normal" ? std::string{} : word;
}

Row<Piece> atKey(std::string_view example, std::string_view leftOut) {
    return {"at",
            choice(&Piece::position, positions()),
            "Where on the screen.",
            example,
            {.leftOut = leftOut, .otherWords = {"position", "place"}}};
}

Row<Piece> sizeKey(std::vector<std::string> choices, std::string_view more = {}) {
    const auto read = [](const Reading& reading, const Field& field, const Key& key) {
        const auto word = readChoice(reading, field, key);
        return word ? std::optional(sizeNamed(*word)) : std::nullopt;
    };
    return {"size",
            into(&Piece::size, {.shape = Shape::choice, .choices = std::move(choices)}, read),
            "How large.",
            "large",
            {.leftOut = "`normal`", .more = more}};
}

bool saysNo(const Field& field) {
    return field.value.isText() && (field.value.text == "no" || field.value.text == "off");
}

}  // namespace

std::vector<std::string> positions() {
    return {"top left", "top",         "top right", "left",
            "right",    "bottom left", "bottom",    "bottom right"};
}

std::vector<std::string> sizes() {
    return {"normal", "large"};
}

const KeyTable<Piece>& pieceKeys() {
    static const KeyTable<Piece> keys{
        {.id = "piece", .title = "a piece of the screen"},
        {atKey("top left", "the piece's own place"), sizeKey(sizes())}};
    return keys;
}

const KeyTable<Piece>& legendKeys() {
    static const KeyTable<Piece> keys{
        {.id = "legend", .title = "`legend`"},
        {
            atKey("bottom left", "`bottom right`"),
            sizeKey(sizes()),
            {"when",
             chosen(&Piece::whenNew, "new", {"new", "always"}),
             "new: each row comes with what it explains and goes after four seconds.",
             "new",
             {.leftOut = "`always`",
              .more = "What says that something is not counted stands as long as that is seen.",
              .otherWords = {"rows"}}},
        }};
    return keys;
}

const KeyTable<Screen>& counterKeys() {
    static const KeyTable<Screen> keys{
        {.id = "counters", .title = "`counters`"},
        {
            {"figures",
             words(&Screen::counters),
             "Ids of the figures.",
             "[advisers_in_china]",
             {.leftOut = "none", .otherWords = {"ids"}}},
            {"kind",
             words(&Screen::counterKinds),
             "Kinds of movement: how many have left since the step began.",
             "advisers_home",
             {.leftOut = "none", .otherWords = {"kinds", "flows"}}},
            through(&Screen::countersPiece, atKey("top right", "`top right`; of a hero `left`")),
            through(&Screen::countersPiece,
                    sizeKey({"normal", "large", "hero"},
                            "A `hero` stands alone: but for captions, pictures and sources, all "
                            "other pieces make way.")),
        }};
    return keys;
}

const KeyTable<Chart>& chartKeys() {
    static const KeyTable<Chart> keys{
        {.id = "chart", .title = "`chart`", .example = "{kind: students, type: bar}"},
        {
            {"figures",
             words(&Chart::figures),
             "Ids of the figures that are drawn.",
             "[students_sent]",
             {.more = "Each is a series: its rows, as they were counted.",
              .otherWords = {"series"}}},
            {"kind",
             words(&Chart::kinds),
             "Kinds of movement, counted year by year.",
             "students",
             {.more = "Instead of `figures`.", .otherWords = {"kinds", "flows"}}},
            {"type",
             chosen(&Chart::bars, "bar", {"line", "bar"}),
             "Lines or bars.",
             "bar",
             {.leftOut = "`line`"}},
            {"title",
             localText(&Chart::title),
             "What is drawn, in what unit.",
             "{en: Students a year, ru: Студенты за год}",
             {.leftOut = "none", .otherWords = {"label"}}},
            through(&Chart::piece, atKey("left", "`right`")),
            through(&Chart::piece, sizeKey(sizes())),
        }};
    return keys;
}

std::optional<Piece> readPiece(const Reading& reading, const Field& field,
                               const KeyTable<Piece>& keys) {
    Piece piece;
    if (field.value.isMap()) {
        readKeys(reading, field, keys, piece);
        return piece;
    }
    if (isOneOf(positions(), field)) {
        piece.position = field.value.text;
        return piece;
    }
    if (isOneOf(sizes(), field)) {
        piece.size = sizeNamed(field.value.text);
        return piece;
    }
    core::Diagnostics unused;
    const Reading quiet{reading.script, reading.file, reading.folder, unused, {}, reading.rate};
    if (const auto on = readYesNo(quiet, field)) {
        piece.on = *on;
        return piece;
    }
    reading.wrongType(
        field,
        fmt::format("yes, no, large, or a place of the screen ({})", fmt::join(positions(), ", ")),
        "top left");
    return std::nullopt;
}

void readCounters(const Reading& reading, const Field& field, const Key& key, Screen& screen) {
    screen.countersPlace = reading.place(field.value);
    screen.counters.emplace();
    if (saysNo(field)) return;
    if (!field.value.isMap()) {
        screen.counters = readWords(reading, field, key);
        return;
    }
    readKeys(reading, field, counterKeys(), screen);
    if (field.value.find("figures") == nullptr && field.value.find("kind") == nullptr)
        reading.error(field.value,
                      "`counters` needs `figures` (ids that are shown) or a `kind` of movement "
                      "(counted as it leaves)");
}

Chart readChart(const Reading& reading, const Field& field) {
    Chart chart;
    chart.place = reading.place(field.value);
    chart.piece.on = !saysNo(field);
    if (!chart.piece.on || !readMap(reading, field, chartKeys(), chart)) return chart;
    const bool named = field.value.find("figures") != nullptr;
    if (named == (field.value.find("kind") != nullptr)) {
        reading.error(field.value,
                      "a chart draws either `figures` (ids) or a `kind` of movement, year by year");
    }
    return chart;
}

}  // namespace ebbflow::scene
