// What a step does to the whole picture: how it follows the one before, what it gathers, what it
// hints at.

#include <array>

#include <fmt/format.h>

#include "scene/key_values.hpp"

namespace ebbflow::scene {

/// As written, with one way's ends apart.
struct AmbienceRead : Ambience {
    std::optional<PlaceRef> from, to;
};

namespace {

constexpr std::array kKinds{
    std::pair{"move", Transition::Kind::move},
    std::pair{"cut", Transition::Kind::cut},
    std::pair{"cross-fade", Transition::Kind::crossFade},
    std::pair{"dip", Transition::Kind::dip},
};

std::optional<Transition::Kind> readKind(const Reading& reading, const Field& field,
                                         const Key& key) {
    const auto word = readChoice(reading, field, key);
    for (const auto& [name, kind] : kKinds) {
        if (word == name) return kind;
    }
    return std::nullopt;
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

/// Its two ends, by whichever way they were written.
void checkEnds(const Reading& reading, const Field& field, AmbienceRead& ambience) {
    const auto& [from, to] = std::tie(ambience.from, ambience.to);
    if (from && to && ambience.ends.empty()) {
        ambience.ends = {*from, *to};
        ambience.bothWays = false;
    }
    if (ambience.ends.size() == 2 && !(ambience.bothWays && (from || to))) return;
    reading.error(field.value,
                  "`ambience` needs its two places: between: [Moscow, Peking], or from and to");
    ambience.ends.clear();
}

}  // namespace

std::vector<std::string> transitionKinds() {
    std::vector<std::string> names;
    for (const auto& [name, kind] : kKinds) names.emplace_back(name);
    return names;
}

const KeyTable<Hold>& holdKeys() {
    static const KeyTable<Hold> keys{
        {.id = "hold", .title = "`hold`"},
        {
            {"at",
             time(&Hold::at),
             "When in the step time comes to stand.",
             "2.5",
             {.leftOut = "at the step's start", .otherWords = {"start", "from"}}},
            {"length",
             time(&Hold::length),
             "Seconds for which it stands.",
             "2",
             {.leftOut = "needed",
              .more = "From 0.5 to 60.",
              .needed = "a hold needs its `length`: length: 2",
              .otherWords = {"duration", "for"}}},
        }};
    return keys;
}

const KeyTable<Transition>& transitionKeys() {
    static const KeyTable<Transition> keys{
        {.id = "transition", .title = "`transition`"},
        {
            {"kind",
             into(&Transition::kind, {.shape = Shape::choice, .choices = transitionKinds()},
                  readKind),
             "move, cut, cross-fade or dip.",
             "dip",
             {.leftOut = "needed",
              .needed = "a transition needs its `kind`: move, cut, cross-fade or dip",
              .otherWords = {"type"}}},
            {"length",
             time(&Transition::length),
             "Seconds that a cross-fade or a dip takes.",
             "1",
             {.leftOut = "1.2 of a cross-fade, 1.6 of a dip",
              .more = "From 0.4 to 5.",
              .otherWords = {"duration"}}},
        }};
    return keys;
}

const KeyTable<AmbienceRead>& ambienceKeys() {
    static const KeyTable<AmbienceRead> keys{
        {.id = "ambience",
         .title = "`ambience`",
         .example = "{kind: ideas, between: [Moscow, Peking]}"},
        {
            {"kind",
             word(&Ambience::kind, "a kind of movement"),
             "The kind whose colour it has.",
             "ideas",
             {.leftOut = "needed",
              .more = "It is one of the tables or of `flows`.",
              .needed = "`ambience` needs its `kind`, such as ideas",
              .otherWords = {"like"}}},
            {"between",
             points(&Ambience::ends),
             "Two places: the shimmer goes both ways.",
             "[Moscow, Peking]",
             {.leftOut = "`from` and `to`"}},
            {"from",
             point(&AmbienceRead::from),
             "Where it begins, for one way only.",
             "Moscow",
             {.leftOut = "`between`"}},
            {"to",
             point(&AmbienceRead::to),
             "Where it goes, for one way only.",
             "Peking",
             {.leftOut = "`between`"}},
        }};
    return keys;
}

Transition readTransition(const Reading& reading, const Field& field, const Key& key) {
    Transition transition;
    transition.place = reading.place(field.value);
    if (!field.value.isMap()) {
        put(transition.kind, readKind(reading, field, key));
        return transition;
    }
    readKeys(reading, field, transitionKeys(), transition);
    if (field.value.find("kind") != nullptr) checkLength(reading, field, transition);
    return transition;
}

std::optional<Hold> readHold(const Reading& reading, const Field& field) {
    Hold hold;
    hold.place = reading.place(field.value);
    if (field.value.isMap()) {
        readKeys(reading, field, holdKeys(), hold);
        if (field.value.find("length") == nullptr) return std::nullopt;
    } else if (const auto length = readTime(reading, field)) {
        hold.length = *length;
    } else {
        return std::nullopt;
    }
    // Shorter ones are a stutter rather than a pause: half of it would go into coming to rest.
    constexpr double kShortest = 0.5, kLongest = 60;
    if (hold.length.seconds() >= kShortest && hold.length.seconds() <= kLongest) return hold;
    reading.error(field.value, fmt::format("time stands from {} to {} seconds; this is {}",
                                           kShortest, kLongest, hold.length.seconds()));
    return std::nullopt;
}

std::vector<Ambience> readAmbience(const Reading& reading, const Field& field) {
    std::vector<Ambience> result;
    for (const Field& item : itemsOf(field)) {
        AmbienceRead ambience;
        ambience.place = reading.place(item.value);
        if (!readMap(reading, item, ambienceKeys(), ambience)) continue;
        checkEnds(reading, item, ambience);
        if (ambience.ends.size() == 2 && !ambience.kind.empty())
            result.push_back(std::move(ambience));
    }
    return result;
}

}  // namespace ebbflow::scene
