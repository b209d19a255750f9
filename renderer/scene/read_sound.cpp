// What is heard: the film's tracks, and the narration of a step.

#include <cassert>
#include <charconv>

#include <fmt/format.h>

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

/// A path for all languages, or one for each.
core::LocalText readFiles(const Reading& reading, const Field& field) {
    core::LocalText files = readLocalText(reading, field);
    for (auto& [language, path] : files.words) path = resolvedPath(reading, path);
    return files;
}

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

core::FilmTime timeOf(const Reading& reading, const Field& field) {
    return readTime(reading, field).value_or(core::FilmTime());
}

SoundTrack readTrack(const Reading& reading, const Node& node) {
    SoundTrack track;
    track.place = reading.place(node);
    eachKey(reading, node, Group::sound, [&](const Field& f, const Key& key) {
        if (f.name == "file") {
            track.place = reading.place(f.value);
            track.file = readFiles(reading, f);
        } else if (f.name == "at")
            track.at = readMoment(reading, f);
        else if (f.name == "offset")
            track.offset = timeOf(reading, f);
        else if (f.name == "length")
            track.length = readTime(reading, f);
        else if (f.name == "gain")
            track.gain = readNumber(reading, f, key).value_or(0);
        else if (f.name == "fade_in")
            track.fadeIn = timeOf(reading, f);
        else if (f.name == "fade_out")
            track.fadeOut = timeOf(reading, f);
        else
            assert(false);
    });
    if (node.find("file") == nullptr) reading.error(node, "a sound needs its `file`");
    if (track.length && track.length->ticks() <= 0)
        reading.error(*node.find("length"), "`length` is more than 0 seconds");
    return track;
}

}  // namespace

std::vector<SoundTrack> readSound(const Reading& reading, const Field& field, const Key& key) {
    std::vector<SoundTrack> tracks;
    for (const Field& item : itemsOf(field)) {
        if (item.value.isMap())
            tracks.push_back(readTrack(reading, item.value));
        else
            reading.wrongType(item, "a list of sounds that each begin with `- `", key.example);
    }
    return tracks;
}

void readNarration(const Reading& reading, const Field& field, Step& step) {
    step.narrationPlace = reading.place(field.value);
    step.narration = readFiles(reading, field);
}

}  // namespace ebbflow::scene
