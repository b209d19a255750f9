#pragma once
// What a script says is heard: files with when, how loud and how they come and go. It names files;
// it never opens one.

#include <cstddef>
#include <optional>
#include <string>

#include "core/diagnostic.hpp"
#include "core/film_time.hpp"
#include "core/text_value.hpp"

namespace ebbflow::scene {

/// A time of the film, or where a chapter or a step begins and a time after that.
struct SoundMoment {
    core::FilmTime time;   ///< of the film, or after the beginning of what is named
    std::string chapter;   ///< its id; empty: the film
    std::size_t step = 0;  ///< counted from 1; 0: the chapter
    core::SourcePlace place;
    friend bool operator==(const SoundMoment&, const SoundMoment&) = default;
};

struct SoundTrack {
    core::LocalText file;  ///< paths: one for all languages, or one a language
    SoundMoment at;
    core::FilmTime offset;                 ///< of the file, that is passed over
    std::optional<core::FilmTime> length;  ///< at most this much is heard
    double gain = 0;                       ///< dB
    core::FilmTime fadeIn, fadeOut;
    core::SourcePlace place;
    friend bool operator==(const SoundTrack&, const SoundTrack&) = default;
};

}  // namespace ebbflow::scene
