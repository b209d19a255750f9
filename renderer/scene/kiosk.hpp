#pragma once
// What visitors find at a film that is shown in a kiosk. It changes no frame of the film, and
// counts only in a kiosk's window.

#include <cstddef>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/film_time.hpp"
#include "core/text_value.hpp"

namespace ebbflow::scene {

/// A chapter, or one step of it.
struct StepName {
    std::string chapter;   ///< its id
    std::size_t step = 0;  ///< counted from 1; 0: all of the chapter
    core::SourcePlace place;
    friend bool operator==(const StepName&, const StepName&) = default;
};

/// When a hall is open, each week, by the clock on its wall.
struct OpeningTime {
    int firstDay = 0, lastDay = 6;  ///< 0: Monday … 6: Sunday; over the week's end if first > last
    int from = 0, until = 24 * 60;  ///< minutes of the day; until ≤ from: of the day after
    friend bool operator==(const OpeningTime&, const OpeningTime&) = default;
};

struct Kiosk {
    bool visitors = true;  ///< whether they find a menu; without it the film runs by itself
    std::vector<OpeningTime> hours;  ///< none: always open
    std::vector<StepName> attract;   ///< the first and the last that loop; none: the whole film
    core::LocalText invite;          ///< empty: the program's own words
    core::FilmTime idle = core::FilmTime::fromTicks(60 * core::FilmTime::kTicksPerSecond);
    double widthCm = 53;  ///< of the picture on its screen
    core::SourcePlace place;
    friend bool operator==(const Kiosk&, const Kiosk&) = default;
};

}  // namespace ebbflow::scene
