#pragma once
// What a script says is heard: files and sounds that are computed, with when, how loud and how they
// come and go, and the cues that lower them. It names files; it never opens one.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

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
    enum class What {
        file,
        bells,    ///< computed: one for each arrival
        pulse,    ///< computed: beats while lights are under way
        drone,    ///< computed: a chord that stands
        duck,     ///< a cue: all but speech is lowered
        silence,  ///< a cue: nothing is heard
    };
    What what = What::file;
    core::LocalText file;  ///< paths: one for all languages, or one a language
    SoundMoment at;
    core::FilmTime offset;                          ///< of the file, that is passed over
    std::optional<core::FilmTime> length;           ///< at most this much is heard
    std::optional<double> gain;                     ///< dB
    std::optional<core::FilmTime> fadeIn, fadeOut;  ///< none: as what it is comes and goes
    std::vector<std::string> kinds;                 ///< whose lights are heard; none: of all
    std::vector<int> notes;                         ///< of equal temperament, 69 is A4
    std::optional<double> apart;                    ///< seconds: of beats; within which bells join
    core::SourcePlace place, kindsPlace;
    friend bool operator==(const SoundTrack&, const SoundTrack&) = default;
};

}  // namespace ebbflow::scene
