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

struct Kiosk {
    std::vector<StepName> attract;  ///< the first and the last that loop; none: the whole film
    core::LocalText invite;         ///< empty: the program's own words
    core::FilmTime idle = core::FilmTime::fromTicks(60 * core::FilmTime::kTicksPerSecond);
    double widthCm = 53;  ///< of the picture on its screen
    core::SourcePlace place;
    friend bool operator==(const Kiosk&, const Kiosk&) = default;
};

}  // namespace ebbflow::scene
