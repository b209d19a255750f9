#pragma once
// The tables of keys: a row is a key's name, what is said of it, and how its value gets into a
// model. A row without a reader does not compile. Private to this room.

#include <concepts>
#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "scene/keys.hpp"
#include "scene/reader.hpp"

namespace ebbflow::scene {

template <typename Model>
using ReadValue = std::function<void(const Reading&, const Field&, const Key&, Model&)>;

/// What a value looks like, and how it gets into a Model.
template <typename Model>
struct Value {
    /// `read(reading, field, model)`, or with the key before the model.
    template <typename Read>
    requires std::invocable<Read, const Reading&, const Field&, const Key&, Model&> Value(
        Takes what, Read reader)
        : takes(std::move(what)), read(std::move(reader)) {}

    template <typename Read>
    requires std::invocable<Read, const Reading&, const Field&, Model&> Value(Takes what,
                                                                              Read reader)
        : takes(std::move(what)),
          read([reader](const Reading& reading, const Field& field, const Key&, Model& model) {
              reader(reading, field, model);
          }) {}

    /// What is read into a part of a Model is read into the Model.
    template <typename Base>
    requires(!std::same_as<Base, Model> && std::derived_from<Model, Base>) Value(Value<Base> value)
        : takes(std::move(value.takes)), read(std::move(value.read)) {}

    Takes takes;
    ReadValue<Model> read;
};

template <typename Model>
struct Row {
    Row(std::string_view name, Value<Model> value, std::string_view description,
        std::string_view example, KeyNotes notes = {})
        : key{name, std::move(value.takes), description, example, std::move(notes)},
          read(std::move(value.read)) {}
    template <typename Read>
    requires std::invocable<Read, const Reading&, const Field&, const Key&, Model&> Row(Key row,
                                                                                        Read reader)
        : key(std::move(row)), read(std::move(reader)) {}

    Key key;
    ReadValue<Model> read;
};

/// The row of a part, as a row of the whole.
template <typename Model, typename Part>
Row<Model> through(Part Model::*part, const Row<Part>& row) {
    return {row.key,
            [part, read = row.read](const Reading& reading, const Field& field, const Key& key,
                                    Model& model) { read(reading, field, key, model.*part); }};
}

/// The keys of a group, and how a map of them gets into a Model.
template <typename Model>
struct KeyTable : Group {
    /// Takes a name that is none of the keys, or answers false.
    using ReadOther = std::function<bool(const Reading&, const Field&, Model&)>;

    KeyTable(
        Group group, std::vector<Row<Model>> keysOfGroup,
        ReadOther takeOther = [](const Reading&, const Field&, Model&) { return false; })
        : Group(std::move(group)), rows(std::move(keysOfGroup)), readOther(std::move(takeOther)) {
        for (const Row<Model>& row : rows) keys.push_back(&row.key);
    }
    KeyTable(const KeyTable&) = delete;
    KeyTable& operator=(const KeyTable&) = delete;
    ~KeyTable() = default;

    [[nodiscard]] const Row<Model>* find(std::string_view name) const {
        for (const Row<Model>& row : rows) {
            if (row.key.name == name) return &row;
        }
        return nullptr;
    }

    std::vector<Row<Model>> rows;
    ReadOther readOther;
};

/// The table's keys of one turn.
template <typename Model>
void readTurn(const Reading& reading, const Node& map, const KeyTable<Model>& table, Turn turn,
              Model& model) {
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        const Row<Model>* row = table.find(map.keys[i].text);
        if (row != nullptr && row->key.notes.turn == turn)
            row->read(reading, {row->key.name, map.keys[i], map.items[i]}, row->key, model);
    }
}

/// All keys of a map but those that are read before others; reports those that the table does not
/// have and those that it needs.
template <typename Model>
void readKeys(const Reading& reading, const Field& field, const KeyTable<Model>& table,
              Model& model) {
    const Node& map = field.value;
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        const Field entry{map.keys[i].text, map.keys[i], map.items[i]};
        if (!entry.key.isText()) {
            reading.error(entry.key, "a key is a single word followed by a colon");
        } else if (const Row<Model>* row = table.find(entry.name)) {
            if (row->key.notes.turn == Turn::usual) row->read(reading, entry, row->key, model);
        } else if (!table.readOther(reading, entry, model)) {
            reportUnknown(reading, entry, table);
        }
    }
    readTurn(reading, map, table, Turn::later, model);
    readTurn(reading, map, table, Turn::last, model);
    reportMissing(reading, field, table);
}

/// A map of the table's keys; false, and reported, where it is none.
template <typename Model>
bool readMap(const Reading& reading, const Field& field, const KeyTable<Model>& table,
             Model& model) {
    if (!isMap(reading, field, table.example)) return false;
    readKeys(reading, field, table, model);
    return true;
}

}  // namespace ebbflow::scene
