// What is heard: the film's tracks, and the narration of a step.

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

/// `estrangement`, `estrangement.2`, `estrangement.2+1.5`; nothing when it is none of these.
std::optional<SoundMoment> namedMoment(const Reading& reading, std::string_view text) {
    SoundMoment moment;
    if (const auto plus = text.find('+'); plus != std::string_view::npos) {
        const auto after = core::parseFilmTime(text.substr(plus + 1), reading.rate);
        if (!after) return std::nullopt;
        moment.time = *after;
        text = text.substr(0, plus);
    }
    if (const auto dot = text.find('.'); dot != std::string_view::npos) {
        const std::string_view number = text.substr(dot + 1);
        const auto [end, error] =
            std::from_chars(number.data(), number.data() + number.size(), moment.step);
        if (error != std::errc{} || end != number.data() + number.size() || moment.step == 0)
            return std::nullopt;
        text = text.substr(0, dot);
    }
    if (text.empty()) return std::nullopt;
    moment.chapter = text;
    return moment;
}

SoundMoment readMoment(const Reading& reading, const Field& field) {
    SoundMoment moment;
    if (field.value.isText()) {
        if (const auto time = core::parseFilmTime(field.value.text, reading.rate))
            moment.time = *time;
        else if (auto named = namedMoment(reading, field.value.text))
            moment = *std::move(named);
        else
            reading.wrongType(field, "a time, or where a chapter or a step begins",
                              "1:20, estrangement, estrangement.2 or estrangement.2+1.5");
    } else {
        reading.wrongType(field, "a time, or where a chapter or a step begins",
                          "1:20 or estrangement.2");
    }
    moment.place = reading.place(field.value);
    return moment;
}

using What = SoundTrack::What;

/// `D2`, `F#3`, `Bb2` as its number in equal temperament; nothing when it is none.
std::optional<int> noteOf(std::string_view name) {
    constexpr std::string_view kNames = "C D EF G A B";
    constexpr int kOctave = 12;
    if (name.size() < 2) return std::nullopt;
    const auto tone = name.front() == ' ' ? std::string_view::npos : kNames.find(name.front());
    if (tone == std::string_view::npos) return std::nullopt;
    int note = static_cast<int>(tone);
    if (name[1] == '#') ++note;
    if (name[1] == 'b') --note;
    name.remove_prefix(name[1] == '#' || name[1] == 'b' ? 2 : 1);
    if (name.size() != 1 || name.front() < '1' || name.front() > '7') return std::nullopt;
    return note + kOctave * (name.front() - '0' + 1);
}

std::vector<int> readNotes(const Reading& reading, const Field& field, const Key& key) {
    std::vector<int> notes;
    for (const std::string& name : readWords(reading, field, key)) {
        if (const auto note = noteOf(name))
            notes.push_back(*note);
        else
            reading.error(
                field.value,
                fmt::format("`{}` is no note from C1 to B7, such as D2, F#3 or Bb4", name));
    }
    return notes;
}

/// What a sound is by that key; the choices are in the order of the enum.
Value<SoundTrack> oneOf(What first, const std::vector<std::string>& choices) {
    return {{.shape = Shape::choice, .choices = choices},
            [first, choices](const Reading& reading, const Field& field, const Key& key,
                             SoundTrack& track) {
                const auto name = readChoice(reading, field, key);
                if (!name) return;
                const auto found = std::ranges::find(choices, *name) - choices.begin();
                track.what = static_cast<What>(static_cast<int>(first) + static_cast<int>(found));
            }};
}

/// Keys that only some sounds have, and which those are.
struct Belonging {
    std::string_view key;
    std::vector<What> to;
    std::string_view words;
};

void checkBelonging(const Reading& reading, const Node& map, What what) {
    static const std::vector<Belonging> all{
        {"offset", {What::file}, "a `file`"},
        {"kinds", {What::bells, What::pulse}, "`synth: bells` and `synth: pulse`"},
        {"apart", {What::bells, What::pulse}, "`synth: bells` and `synth: pulse`"},
        {"notes", {What::bells, What::pulse, What::drone}, "what is computed, by `synth`"},
    };
    for (const Belonging& one : all) {
        const Node* value = map.find(one.key);
        if (value != nullptr && std::ranges::find(one.to, what) == one.to.end())
            reading.error(*value,
                          fmt::format("`{}` belongs to {}; leave it out here", one.key, one.words));
    }
}

SoundTrack readTrack(const Reading& reading, const Field& field) {
    SoundTrack track;
    track.place = reading.place(field.value);
    readKeys(reading, field, soundKeys(), track);
    int sorts = 0;
    for (const std::string_view key : {"file", "synth", "cue"})
        sorts += field.value.find(key) != nullptr ? 1 : 0;
    if (sorts == 0)
        reading.error(field.value,
                      "a sound needs its `file`, or `synth: bells`, `pulse` or `drone`, or "
                      "`cue: silence` or `duck`");
    else if (sorts > 1)
        reading.error(field.value,
                      "a sound is one of `file`, `synth` and `cue`; make an entry of each");
    else
        checkBelonging(reading, field.value, track.what);
    if (track.length && track.length->ticks() <= 0)
        reading.error(*field.value.find("length"), "`length` is more than 0 seconds");
    const Node* gain = field.value.find("gain");
    if (gain != nullptr && track.what == What::silence)
        reading.error(*gain, "silence has no `gain`; leave it out, or write `cue: duck`");
    if (gain != nullptr && track.what == What::duck && track.gain.value_or(-1) >= 0)
        reading.error(*gain, "a `duck` lowers what is heard: its `gain` is below 0, such as -12");
    return track;
}

}  // namespace

const KeyTable<SoundTrack>& soundKeys() {
    static const KeyTable<SoundTrack> keys{
        {.id = "sound", .title = "a sound"},
        {
            {"file",
             placed(&SoundTrack::place,
                    into(&SoundTrack::file, {Shape::localText}, readSoundFiles)),
             "A sound file, or one a language: WAV, FLAC, MP3, AAC and whatever libav reads.",
             "sound/music.flac",
             {.leftOut = "`synth` or `cue` is needed", .otherWords = {"path"}, .seen = false}},
            {"synth",
             oneOf(What::bells, {"bells", "pulse", "drone"}),
             "A sound that is computed: a bell for each arrival, beats of the lights under way, a "
             "chord that stands.",
             "bells",
             {.leftOut = "none", .more = "[Below](#computed-sound).", .seen = false}},
            {"cue",
             oneOf(What::duck, {"duck", "silence"}),
             "Where all but speech is lowered, or nothing at all is heard.",
             "silence",
             {.leftOut = "none",
              .more = "It is wholly so from `at` on, and fades before and after.",
              .otherWords = {"mute"},
              .seen = false}},
            {"kinds",
             placed(&SoundTrack::kindsPlace, words(&SoundTrack::kinds)),
             "Of bells and a pulse: the kinds whose lights are heard.",
             "[students, trainees]",
             {.leftOut = "all", .otherWords = {"kind", "flows"}, .seen = false}},
            {"notes",
             into(&SoundTrack::notes, {Shape::words}, readNotes),
             "What is computed sounds these: of bells the busiest place has the first, of a pulse "
             "the first is its tone, of a drone all stand.",
             "[D3, F3, A3, C4]",
             {.leftOut = "of bells D4 F4 G4 A4 C5 D5 F5 G5, of a pulse D3, of a drone D2 A2 D3",
              .otherWords = {"chord", "scale"},
              .seen = false}},
            {"apart",
             number(&SoundTrack::apart, 0, 10, "seconds"),
             "Of a pulse, between its beats; of bells, within which those of one place are one, "
             "which is louder.",
             "1.5",
             {.leftOut = "of a pulse 1, of bells 0.6", .seen = false}},
            {"at",
             into(&SoundTrack::at, {Shape::word}, readMoment),
             "When it begins: a time, a chapter's id, or a step and a time after.",
             "estrangement.2+1.5",
             {.leftOut = "at the film's start",
              .more = "`id.2` is the chapter's second step, `id.2+1.5` so many seconds later.",
              .otherWords = {"start"},
              .seen = false}},
            {"offset",
             time(&SoundTrack::offset),
             "How much of the file is passed over.",
             "12.5",
             {.leftOut = "nothing", .seen = false}},
            {"length",
             time(&SoundTrack::length),
             "How long it is heard.",
             "30",
             {.leftOut = "of a file all of it; else to the end of the step or chapter that `at` "
                         "names, or of the film",
              .otherWords = {"duration"},
              .seen = false}},
            {"gain",
             number(&SoundTrack::gain, -96, 24, "dB"),
             "Louder or quieter, in dB.",
             "-12",
             {.leftOut = "0, of a duck -12", .otherWords = {"volume"}, .seen = false}},
            {"fade_in",
             time(&SoundTrack::fadeIn),
             "Seconds that it takes to come.",
             "2",
             {.leftOut = "none; of a drone 2, of a cue 0.3", .seen = false}},
            {"fade_out",
             time(&SoundTrack::fadeOut),
             "Seconds that it takes to go.",
             "4",
             {.leftOut = "none; of a drone 2, of a cue 0.3",
              .more = "It goes at its own end or at the film's.",
              .seen = false}},
        }};
    return keys;
}

core::LocalText readSoundFiles(const Reading& reading, const Field& field) {
    core::LocalText files = readLocalText(reading, field);
    for (auto& [language, path] : files.words) path = resolvedPath(reading, path);
    return files;
}

std::vector<SoundTrack> readSound(const Reading& reading, const Field& field, const Key& key) {
    std::vector<SoundTrack> tracks;
    for (const Field& item : itemsOf(field)) {
        if (item.value.isMap())
            tracks.push_back(readTrack(reading, item));
        else
            reading.wrongType(item, "a list of sounds that each begin with `- `", key.example);
    }
    return tracks;
}

}  // namespace ebbflow::scene
