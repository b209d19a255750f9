#pragma once
// Several screens that show one picture between them: which part of it a window has. Pure.

#include <optional>
#include <string_view>

#include "core/coordinates.hpp"
#include "gl/window.hpp"

namespace ebbflow::live {

/// What hides behind the frames between two screens, of either side together.
struct Bezel {
    double size = 0;
    enum class Unit { pixels, millimetres } unit = Unit::millimetres;
    friend bool operator==(const Bezel&, const Bezel&) = default;
};

/// One window of a wall of windows of the same size.
struct Wall {
    int columns = 1, rows = 1;
    int column = 0, row = 0;  ///< of this window, counted from 0 at the top left
    Bezel bezel;
    friend bool operator==(const Wall&, const Wall&) = default;
};

/// `2x1+0+0`: columns × rows, this window's column and row. Nothing when it is not of this form, or
/// that window is not in that wall.
[[nodiscard]] std::optional<Wall> wallNamed(std::string_view text);
/// `12mm` or `40px`.
[[nodiscard]] std::optional<Bezel> bezelNamed(std::string_view text);

/// A window as a part of the whole wall, pixels.
struct WallPart {
    gl::Extent whole;       ///< all windows and what lies between them
    int left = 0, top = 0;  ///< of this window, from the whole's top left
    friend bool operator==(const WallPart&, const WallPart&) = default;
};

/// `pixelsPerMillimetre` of this window's screen. Without a wall the window is the whole.
[[nodiscard]] WallPart partOfWall(const std::optional<Wall>& wall, gl::Extent window,
                                  double pixelsPerMillimetre);

/// Where a picture of that shape (width / height) lies in this window, in its pixels: as large as
/// goes into the whole, in its middle. Most of it may be outside of the window.
struct PlacedPicture {
    int left = 0, top = 0;
    gl::Extent size;
    friend bool operator==(const PlacedPicture&, const PlacedPicture&) = default;
};
[[nodiscard]] PlacedPicture placedIn(const WallPart& part, double aspect);

/// Where a pixel of the window is in that picture, reference pixels; it may be outside.
[[nodiscard]] core::PixelPoint pointInPicture(const WallPart& part, double aspect, double x,
                                              double y);

}  // namespace ebbflow::live
