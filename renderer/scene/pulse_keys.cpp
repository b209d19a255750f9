// One stroke of light from a place to another: a word that is sent. It stands for no row.

#include <fmt/format.h>

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

bool goesSomewhere(const Reading& reading, const Node& node, const Pulse& pulse) {
    if (pulse.places.size() == 2) return true;
    reading.error(node, fmt::format("a pulse goes from one place to another, such as `[Moscow, "
                                    "Peking]`; this has {}",
                                    pulse.places.size()));
    return false;
}

std::optional<core::FilmTime> readPulseLength(const Reading& reading, const Field& field) {
    // Shorter ones would flash; a longer one is a journey.
    constexpr double kShortest = 0.4, kLongest = 5;
    const auto length = readTime(reading, field);
    if (!length || (length->seconds() >= kShortest && length->seconds() <= kLongest)) return length;
    reading.error(field.value, fmt::format("a pulse takes from {} to {} seconds; this is {}",
                                           kShortest, kLongest, length->seconds()));
    return std::nullopt;
}

}  // namespace

const KeyTable<Pulse>& pulseKeys() {
    static const KeyTable<Pulse> keys{
        {.id = "pulse", .title = "`pulse`"},
        {
            {"way",
             points(&Pulse::places),
             "From where to where.",
             "[Moscow, Peking]",
             {.leftOut = "needed",
              .needed = "a pulse needs its `way`: way: [Moscow, Peking]",
              .otherWords = {"between", "places", "arrow"}}},
            {"at",
             time(&Pulse::at),
             "When it sets out, from the start of the step.",
             "2.5",
             {.leftOut = "at the step's start", .otherWords = {"start", "in"}}},
            {"length",
             into(&Pulse::length, {Shape::time}, readPulseLength),
             "Seconds that it is under way.",
             "0.8",
             {.leftOut = "1.2", .more = "From 0.4 to 5.", .otherWords = {"duration"}}},
        }};
    return keys;
}

std::optional<Pulse> readPulse(const Reading& reading, const Field& field) {
    Pulse pulse;
    pulse.place = reading.place(field.value);
    if (!field.value.isMap()) {
        pulse.places = readPoints(reading, field);
        // What is wrong with one of them has been said.
        if (pulse.places.size() < itemsOf(field).size()) return std::nullopt;
    } else {
        readKeys(reading, field, pulseKeys(), pulse);
        const Node* way = field.value.find("way");
        if (way == nullptr || (way->isList() && pulse.places.size() < way->items.size()))
            return std::nullopt;
    }
    if (!goesSomewhere(reading, field.value, pulse)) return std::nullopt;
    return pulse;
}

}  // namespace ebbflow::scene
