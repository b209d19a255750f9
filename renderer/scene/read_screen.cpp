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

Screen::Piece readPieceMap(const Reading& reading, const Field& field) {
    Screen::Piece piece;
    eachKey(reading, field.value, Group::piece, [&](const Field& f, const Key& key) {
        auto word = readChoice(reading, f, key);
        if (!word) return;
        if (f.name == "at")
            piece.position = std::move(*word);
        else if (*word != "normal")
            piece.size = std::move(*word);
    });
    return piece;
}

std::optional<Screen::Piece> readPiece(const Reading& reading, const Field& field) {
    if (field.value.isMap()) return readPieceMap(reading, field);
    const Key& at = *findKey(Group::piece, "at");
    const Key& size = *findKey(Group::piece, "size");
    Screen::Piece piece;
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

std::vector<std::string> readCounters(const Reading& reading, const Field& field, const Key& key) {
    if (field.value.isText() && field.value.text == "no") return {};
    return readWords(reading, field, key);
}

std::optional<Screen::Piece>* pieceNamed(Screen& screen, std::string_view name) {
    if (name == "date") return &screen.date;
    if (name == "years") return &screen.years;
    if (name == "legend") return &screen.legend;
    if (name == "sources") return &screen.sources;
    if (name == "title") return &screen.title;
    if (name == "labels") return &screen.labels;
    if (name == "graticule") return &screen.graticule;
    return nullptr;
}

}  // namespace

Screen readScreen(const Reading& reading, const Field& field) {
    Screen screen;
    if (!isMap(reading, field, "{date: large, years: yes}")) return screen;
    eachKey(reading, field.value, Group::screen, [&](const Field& f, const Key& key) {
        if (key.shape == Shape::counters) {
            screen.counters = readCounters(reading, f, key);
            screen.countersPlace = reading.place(f.value);
            return;
        }
        auto* piece = pieceNamed(screen, f.name);
        assert(piece != nullptr);
        if (key.shape == Shape::piece) {
            *piece = readPiece(reading, f);
        } else if (const auto on = readYesNo(reading, f)) {
            *piece = Screen::Piece{*on, {}, {}};
        }
    });
    return screen;
}

}  // namespace ebbflow::scene
