// What a step does to the whole picture: how it follows the one before, what it gathers, what it
// hints at.

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

Transition::Kind kindNamed(std::string_view word) {
    if (word == "cut") return Transition::Kind::cut;
    if (word == "cross-fade") return Transition::Kind::crossFade;
    if (word == "dip") return Transition::Kind::dip;
    return Transition::Kind::move;
}

/// Shorter ones would flash; longer ones leave no step.
void checkLength(const Reading& reading, const Field& field, const Transition& transition) {
    const bool takesTime =
        transition.kind == Transition::Kind::crossFade || transition.kind == Transition::Kind::dip;
    if (!transition.length) return;
    if (!takesTime) {
        reading.error(
            field.value,
            "only a cross-fade and a dip have a `length`; a move's is `move` in `camera`");
    } else if (transition.length->seconds() < 0.4 || transition.length->seconds() > 5) {
        reading.error(field.value, "a transition takes from 0.4 to 5 seconds");
    }
}

Ambience readOneAmbience(const Reading& reading, const Field& field) {
    Ambience ambience;
    ambience.place = reading.place(field.value);
    if (!isMap(reading, field, "{kind: ideas, between: [Moscow, Peking]}")) return ambience;
    std::optional<PlaceRef> from, to;
    eachKey(reading, field.value, Group::ambience, [&](const Field& f, const Key& key) {
        if (f.name == "kind")
            ambience.kind =
                readWord(reading, f, "a kind of movement", key.example).value_or(std::string{});
        else if (f.name == "between")
            ambience.ends = readPoints(reading, f);
        else
            (f.name == "from" ? from : to) = readPoint(reading, f);
    });
    if (from && to && ambience.ends.empty()) {
        ambience.ends = {*from, *to};
        ambience.bothWays = false;
    }
    if (field.value.find("kind") == nullptr)
        reading.error(field.value, "`ambience` needs its `kind`, such as ideas");
    if (ambience.ends.size() != 2 || (ambience.bothWays && (from || to))) {
        reading.error(field.value,
                      "`ambience` needs its two places: between: [Moscow, Peking], or from and to");
        ambience.ends.clear();
    }
    return ambience;
}

}  // namespace

Transition readTransition(const Reading& reading, const Field& field, const Key& key) {
    Transition transition;
    transition.place = reading.place(field.value);
    if (!field.value.isMap()) {
        if (const auto word = readChoice(reading, field, key)) transition.kind = kindNamed(*word);
        return transition;
    }
    eachKey(reading, field.value, Group::transition, [&](const Field& f, const Key& inner) {
        if (f.name == "length") {
            transition.length = readTime(reading, f);
        } else if (const auto word = readChoice(reading, f, inner)) {
            transition.kind = kindNamed(*word);
        }
    });
    if (field.value.find("kind") == nullptr)
        reading.error(field.value, "a transition needs its `kind`: move, cut, cross-fade or dip");
    else
        checkLength(reading, field, transition);
    return transition;
}

Accumulate readAccumulate(const Reading& reading, const Field& field, const Key& key) {
    const auto word = readChoice(reading, field, key);
    if (!word) return Accumulate::no;
    return *word == "step" ? Accumulate::step : Accumulate::all;
}

std::vector<Ambience> readAmbience(const Reading& reading, const Field& field) {
    std::vector<Ambience> result;
    for (const Field& item : itemsOf(field)) {
        auto ambience = readOneAmbience(reading, item);
        if (ambience.ends.size() == 2 && !ambience.kind.empty())
            result.push_back(std::move(ambience));
    }
    return result;
}

}  // namespace ebbflow::scene
