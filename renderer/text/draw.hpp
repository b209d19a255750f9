#pragma once
// Fills the letters of a set paragraph into a bitmap of real pixels. Internal to this folder; it
// draws what it is given and lays nothing out.

#include <cstdint>
#include <vector>

#include "text/layout.hpp"

namespace ebbflow::text {

/// From reference to real pixels.
struct Scale {
    double factor = 1;  ///< real pixels to a reference pixel
    double shiftX = 0;  ///< where in its real pixel the layout origin lies
    double shiftY = 0;
};

/// Real pixels; left and top from the pixel that holds the layout origin.
struct Bitmap {
    int left = 0, top = 0, width = 0, height = 0;
};

/// Coverage, one byte a pixel, rows from the top without padding. Throws core::Failure when the
/// bitmap is larger than cairo can hold.
[[nodiscard]] std::vector<std::uint8_t> drawLetters(const SetParagraph& set, const Bitmap& bitmap,
                                                    const Scale& scale);

}  // namespace ebbflow::text
