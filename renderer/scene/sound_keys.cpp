// What is heard: the film's tracks, and the narration of a step.

#include <charconv>

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

SoundTrack readTrack(const Reading& reading, const Field& field) {
    SoundTrack track;
    track.place = reading.place(field.value);
    readKeys(reading, field, soundKeys(), track);
    if (track.length && track.length->ticks() <= 0)
        reading.error(*field.value.find("length"), "`length` is more than 0 seconds");
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
             {.leftOut = "needed",
              .needed = "a sound needs its `file`",
              .otherWords = {"path"},
              .seen = false}},
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
             "How much of it is heard; left out, all.",
             "30",
             {.leftOut = "all, to the film's end", .otherWords = {"duration"}, .seen = false}},
            {"gain",
             number(&SoundTrack::gain, -96, 24, "dB"),
             "Louder or quieter, in dB.",
             "-12",
             {.leftOut = "0", .otherWords = {"volume"}, .seen = false}},
            {"fade_in",
             time(&SoundTrack::fadeIn),
             "Seconds that it takes to come.",
             "2",
             {.leftOut = "none", .seen = false}},
            {"fade_out",
             time(&SoundTrack::fadeOut),
             "Seconds that it takes to go.",
             "4",
             {.leftOut = "none",
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
