#pragma once
// Thumbnails with words under them, on one picture. It sets words with the film's own fonts.

#include <string>
#include <vector>

#include "core/image.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::tools {

struct SheetCell {
    core::Image picture;  ///< all of one size
    std::string heading;  ///< one line, cut where it does not fit
    std::string words;    ///< wrapped below it, at most two lines
};

struct Sheet {
    std::string title;
    std::string language;
    int columns = 4;
    std::vector<SheetCell> cells;
};

[[nodiscard]] core::Image drawSheet(const Sheet& sheet, const text::Typesetter& typesetter);

}  // namespace ebbflow::tools
