#pragma once
// Values by their kind, each read into a member of a model: what rows of tables of keys are made
// of. An absent value leaves the member as it was. Private to this room.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scene/key_table.hpp"

namespace ebbflow::scene {

template <typename Member, typename Result>
void put(Member& member, Result result) {
    member = std::move(result);
}

template <typename Member, typename Result>
requires(!std::same_as<Member, std::optional<Result>>) void put(Member& member,
                                                                std::optional<Result> result) {
    if (result) member = *std::move(result);
}

/// Whatever `read(reading, field)`, or with the key behind, makes of the value.
template <typename Model, typename Member, typename Read>
Value<Model> into(Member Model::*member, Takes takes, Read read) {
    return {std::move(takes), [member, read](const Reading& reading, const Field& field,
                                             const Key& key, Model& model) {
                if constexpr (std::invocable<Read, const Reading&, const Field&, const Key&>)
                    put(model.*member, read(reading, field, key));
                else
                    put(model.*member, read(reading, field));
            }};
}

/// The value, and where in the script it stands.
template <typename Model>
Value<Model> placed(core::SourcePlace Model::*place, Value<Model> value) {
    return {std::move(value.takes),
            [place, read = std::move(value.read)](const Reading& reading, const Field& field,
                                                  const Key& key, Model& model) {
                model.*place = reading.place(field.value);
                read(reading, field, key, model);
            }};
}

template <typename Model>
Value<Model> localText(core::LocalText Model::*member) {
    return into(member, {Shape::localText}, readLocalText);
}

/// `what`: what the word names, for messages.
template <typename Model>
Value<Model> word(std::string Model::*member, std::string_view what) {
    return into(member, {Shape::word},
                [what](const Reading& reading, const Field& field, const Key& key) {
                    return readWord(reading, field, what, key.example);
                });
}

template <typename Model, typename Member>
Value<Model> words(Member Model::*member) {
    return into(member, {Shape::words}, readWords);
}

template <typename Model, typename Member>
Value<Model> yesNo(Member Model::*member) {
    return into(member, {Shape::onOff}, readYesNo);
}

template <typename Model, typename Member>
Value<Model> time(Member Model::*member) {
    return into(member, {Shape::time}, readTime);
}

template <typename Model, typename Member>
Value<Model> width(Member Model::*member) {
    return into(member, {Shape::width}, readWidth);
}

/// `unit`: what is counted, in the plural.
template <typename Model, typename Member>
Value<Model> number(Member Model::*member, double minimum, double maximum, std::string_view unit) {
    Takes takes{.shape = Shape::number, .minimum = minimum, .maximum = maximum, .unit = unit};
    return into(member, std::move(takes), readNumber);
}

template <typename Model>
Value<Model> count(std::optional<std::int64_t> Model::*member) {
    return into(member, {Shape::count}, readCount);
}

template <typename Model>
Value<Model> colour(std::optional<core::Colour> Model::*member) {
    return into(member, {Shape::colour}, readColour);
}

template <typename Model, typename Member>
Value<Model> point(Member Model::*member) {
    return into(member, {.shape = Shape::point, .inside = &pointKeys()}, readPoint);
}

template <typename Model>
Value<Model> points(std::vector<PlaceRef> Model::*member) {
    return into(member, {.shape = Shape::points, .inside = &pointKeys()}, readPoints);
}

/// One of a few words, as it is written.
template <typename Model>
Value<Model> choice(std::string Model::*member, std::vector<std::string> choices) {
    Takes takes{.shape = Shape::choice, .choices = std::move(choices)};
    return into(member, std::move(takes), readChoice);
}

/// One of a few words: whether it is `yes`.
template <typename Model>
Value<Model> chosen(bool Model::*member, std::string yes, std::vector<std::string> choices) {
    Takes takes{.shape = Shape::choice, .choices = std::move(choices)};
    return into(member, std::move(takes),
                [yes = std::move(yes)](const Reading& reading, const Field& field, const Key& key) {
                    return readChoice(reading, field, key) == yes;
                });
}

/// A table of the film: files, or rows with the keys of `rows`.
template <typename Model>
Value<Model> table(core::TableSpec Model::*member, const KeyTable<core::InlineRow>& rows) {
    return into(member, {.shape = Shape::table, .inside = &rows},
                [&rows](const Reading& reading, const Field& field) {
                    return readTable(reading, field, rows);
                });
}

/// A map of the keys of a table of its own.
template <typename Model, typename Part>
Value<Model> inside(Part Model::*part, const KeyTable<Part>& table) {
    return {{.shape = Shape::group, .inside = &table},
            [part, &table](const Reading& reading, const Field& field, Model& model) {
                (void)readMap(reading, field, table, model.*part);
            }};
}

}  // namespace ebbflow::scene
