// Who is in places now: crowds of dots, by the tables' own rows or by a counted figure.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

std::optional<Presence::Who> readWho(const Reading& reading, const Field& field, const Key& key) {
    const auto word = readChoice(reading, field, key);
    if (!word) return std::nullopt;
    return *word == "arrived" ? Presence::Who::arrived : Presence::Who::leaving;
}

/// Dots that fly off as lights are worth what a light is; a figure has neither lights nor a place.
bool checkPresence(const Reading& reading, const Node& node, Presence& presence) {
    const Node* figure = node.find("figure");
    if (figure == nullptr) {
        for (const char* key : {"at", "each"}) {
            const Node* other = node.find(key);
            if (other == nullptr) continue;
            reading.error(*other,
                          std::string("`") + key +
                              "` goes with a `figure`; without one the dots are the lights "
                              "of `kind` themselves, where they leave or arrive, each worth "
                              "`one_light` of `flows`");
            return false;
        }
        return true;
    }
    if (const Node* who = node.find("who")) {
        reading.error(*who,
                      "`who` asks for lights that leave or arrive, `figure` for a count: a step's "
                      "`presence` takes one of the two; write two items for both");
        return false;
    }
    presence.who = Presence::Who::counted;
    if (!presence.at) {
        if (node.find("at") == nullptr)
            reading.error(*figure, "a counted `presence` needs `at`: the place of its dots");
        return false;
    }
    return !presence.figure.empty();
}

}  // namespace

const KeyTable<Presence>& presenceKeys() {
    static const KeyTable<Presence> keys{
        {.id = "presence", .title = "`presence`", .example = "{kind: advisers, who: arrived}"},
        {
            {"kind",
             word(&Presence::kind, "a kind of movement"),
             "The kind whose colour the dots have; without a `figure` also whose lights they are.",
             "advisers",
             {.leftOut = "needed",
              .more = "It is one of the tables.",
              .needed = "`presence` needs its `kind`, such as advisers",
              .otherWords = {"like"}}},
            {"who",
             into(&Presence::who, {.shape = Shape::choice, .choices = {"leaving", "arrived"}},
                  readWho),
             "`leaving`: all who leave while the dots stand and have not left yet; `arrived`: all "
             "who have arrived since they came.",
             "arrived",
             {.leftOut = "`leaving`, or those of a `figure`"}},
            {"figure",
             word(&Presence::figure, "an id of `figures`"),
             "As many as a row of `figures` says.",
             "experts_in_china",
             {.leftOut = "the lights of `kind`", .otherWords = {"count", "counter"}}},
            {"at",
             point(&Presence::at),
             "Where those of a `figure` stand.",
             "Peking",
             {.leftOut = "needed with a `figure`", .otherWords = {"place"}}},
            {"each",
             count(&Presence::each),
             "Of a `figure`: people for each dot.",
             "10",
             {.leftOut = "1", .otherWords = {"one_dot", "one_light"}}},
        }};
    return keys;
}

std::vector<Presence> readPresence(const Reading& reading, const Field& field) {
    std::vector<Presence> result;
    for (const Field& item : itemsOf(field)) {
        Presence presence;
        presence.place = reading.place(item.value);
        if (!readMap(reading, item, presenceKeys(), presence)) continue;
        if (checkPresence(reading, item.value, presence) && !presence.kind.empty())
            result.push_back(std::move(presence));
    }
    return result;
}

}  // namespace ebbflow::scene
