#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

bool isOneOf(std::string_view choices, const std::string& word) {
    const auto list = splitChoices(choices);
    return std::ranges::find(list, word) != list.end();
}

/// True if the key is one of `at` and `size`.
bool readWhere(const Reading& reading, const Field& field, const Key& key, Piece& piece) {
    if (field.name != "at" && field.name != "size") return false;
    auto word = readChoice(reading, field, key);
    if (!word) return true;
    if (field.name == "at")
        piece.position = std::move(*word);
    else if (*word != "normal")
        piece.size = std::move(*word);
    return true;
}

Piece readPieceMap(const Reading& reading, const Field& field) {
    Piece piece;
    eachKey(reading, field.value, Group::piece, [&](const Field& f, const Key& key) {
        [[maybe_unused]] const bool read = readWhere(reading, f, key, piece);
        assert(read);
    });
    return piece;
}

std::optional<Piece> readPiece(const Reading& reading, const Field& field) {
    if (field.value.isMap()) return readPieceMap(reading, field);
    const Key& at = *findKey(Group::piece, "at");
    const Key& size = *findKey(Group::piece, "size");
    Piece piece;
    if (field.value.isText() && isOneOf(at.choices, field.value.text)) {
        piece.position = field.value.text;
        return piece;
    }
    if (field.value.isText() && isOneOf(size.choices, field.value.text)) {
        if (field.value.text != "normal") piece.size = field.value.text;
        return piece;
    }
    core::Diagnostics unused;
    const Reading quiet{reading.script, reading.file, reading.folder, unused, {}, reading.rate};
    if (const auto on = readYesNo(quiet, field)) {
        piece.on = *on;
        return piece;
    }
    reading.wrongType(field,
                      fmt::format("yes, no, large, or a place of the screen ({})",
                                  fmt::join(splitChoices(at.choices), ", ")),
                      "top left");
    return std::nullopt;
}

/// The band of years and the line of sources go across the whole picture.
void checkPlace(const Reading& reading, const Field& field, const Key& key, Piece& piece) {
    if (key.choices.empty() || piece.position.empty() || isOneOf(key.choices, piece.position))
        return;
    reading.error(field.value,
                  fmt::format("`{}` goes across the whole picture: {}, not {}", field.name,
                              fmt::join(splitChoices(key.choices), " or "), piece.position));
    piece.position.clear();
}

bool saysNo(const Field& field) {
    return field.value.isText() && (field.value.text == "no" || field.value.text == "off");
}

void readCounters(const Reading& reading, const Field& field, const Key& key, Screen& screen) {
    screen.countersPlace = reading.place(field.value);
    screen.counters.emplace();
    if (saysNo(field)) return;
    if (!field.value.isMap()) {
        screen.counters = readWords(reading, field, key);
        return;
    }
    eachKey(reading, field.value, Group::counters, [&](const Field& f, const Key& k) {
        if (!readWhere(reading, f, k, screen.countersPiece))
            screen.counters = readWords(reading, f, k);
    });
    if (field.value.find("figures") == nullptr)
        reading.error(field.value, "`counters` needs `figures`: the ids that are shown");
}

Chart readChart(const Reading& reading, const Field& field) {
    Chart chart;
    chart.place = reading.place(field.value);
    chart.piece.on = !saysNo(field);
    if (!chart.piece.on || !isMap(reading, field, "{kind: students, type: bar}")) return chart;
    eachKey(reading, field.value, Group::chart, [&](const Field& f, const Key& key) {
        if (readWhere(reading, f, key, chart.piece)) return;
        if (f.name == "figures")
            chart.figures = readWords(reading, f, key);
        else if (f.name == "kind")
            chart.kinds = readWords(reading, f, key);
        else if (f.name == "type")
            chart.bars = readChoice(reading, f, key) == "bar";
        else
            chart.title = readLocalText(reading, f);
    });
    const bool named = field.value.find("figures") != nullptr;
    if (named == (field.value.find("kind") != nullptr)) {
        reading.error(field.value,
                      "a chart draws either `figures` (ids) or a `kind` of movement, year by year");
    }
    return chart;
}

std::optional<Piece>* pieceNamed(Screen& screen, std::string_view name) {
    if (name == "date") return &screen.date;
    if (name == "years") return &screen.years;
    if (name == "legend") return &screen.legend;
    if (name == "sources") return &screen.sources;
    if (name == "title") return &screen.title;
    if (name == "labels") return &screen.labels;
    if (name == "names") return &screen.names;
    if (name == "graticule") return &screen.graticule;
    if (name == "scale") return &screen.scale;
    if (name == "scrim") return &screen.scrim;
    return nullptr;
}

}  // namespace

Screen readScreen(const Reading& reading, const Field& field) {
    Screen screen;
    if (!isMap(reading, field, "{date: large, years: yes}")) return screen;
    eachKey(reading, field.value, Group::screen, [&](const Field& f, const Key& key) {
        if (key.shape == Shape::counters) return readCounters(reading, f, key, screen);
        if (key.shape == Shape::chart) {
            screen.chart = readChart(reading, f);
            return;
        }
        auto* piece = pieceNamed(screen, f.name);
        assert(piece != nullptr);
        if (key.shape == Shape::piece) {
            *piece = readPiece(reading, f);
            if (*piece) checkPlace(reading, f, key, **piece);
        } else if (const auto on = readYesNo(reading, f)) {
            *piece = Piece{*on, {}, {}};
        }
    });
    return screen;
}

}  // namespace ebbflow::scene
