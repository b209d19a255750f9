#pragma once
// Words and when they stand on the screen: what captions are outside of the picture. It knows no
// format and sets no type.

#include <string>

#include "core/film_time.hpp"

namespace ebbflow::core {

struct TimedText {
    FilmTime start, end;
    std::string words;  ///< without markup; lines are divided by `\n`
    friend bool operator==(const TimedText&, const TimedText&) = default;
};

}  // namespace ebbflow::core
