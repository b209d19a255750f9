#pragma once
// Thumbnails with words under them, on one picture. It sets words with the film's own fonts.

#include <string>
#include <vector>

#include "core/image.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::produce {

struct SheetCell {
    core::Image picture;  ///< all of one size
    std::string heading;  ///< one line, cut where it does not fit
    std::string words;    ///< wrapped below it, at most two lines
};

struct Sheet {
    std::string title;
    std::string language;
    int columns = 4;  ///< at most
    std::vector<SheetCell> cells;
};

/// The first `lines` lines of the words, with an ellipsis when there were more.
[[nodiscard]] text::Paragraph atMost(text::Paragraph paragraph, int lines,
                                     const text::Typesetter& typesetter);

/// Not of a sheet without cells.
[[nodiscard]] core::Image drawSheet(const Sheet& sheet, const text::Typesetter& typesetter);

}  // namespace ebbflow::produce
