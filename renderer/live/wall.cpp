#include "live/wall.hpp"

#include <charconv>
#include <cmath>

#include "live/picture.hpp"

namespace ebbflow::live {

namespace {

constexpr int kMostAcross = 16;          // windows
constexpr double kWidestBezel = 10'000;  // of either unit

/// Takes a figure from the front; false where there is none.
template <class Number>
bool takeNumber(std::string_view& text, Number& number) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool take(std::string_view& text, char character) {
    if (!text.starts_with(character)) return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

std::optional<Wall> wallNamed(std::string_view text) {
    Wall wall;
    const bool read = takeNumber(text, wall.columns) && take(text, 'x') &&
                      takeNumber(text, wall.rows) && take(text, '+') &&
                      takeNumber(text, wall.column) && take(text, '+') &&
                      takeNumber(text, wall.row) && text.empty();
    const auto within = [](int at, int count) {
        return 1 <= count && count <= kMostAcross && 0 <= at && at < count;
    };
    if (!read || !within(wall.column, wall.columns) || !within(wall.row, wall.rows))
        return std::nullopt;
    return wall;
}

std::optional<Bezel> bezelNamed(std::string_view text) {
    Bezel bezel;
    if (!takeNumber(text, bezel.size) || !(bezel.size >= 0 && bezel.size <= kWidestBezel))
        return std::nullopt;
    if (text != "mm" && text != "px") return std::nullopt;
    bezel.unit = text == "mm" ? Bezel::Unit::millimetres : Bezel::Unit::pixels;
    return bezel;
}

WallPart partOfWall(const std::optional<Wall>& wall, gl::Extent window,
                    double pixelsPerMillimetre) {
    if (!wall) return {window, 0, 0};
    const double perUnit = wall->bezel.unit == Bezel::Unit::millimetres ? pixelsPerMillimetre : 1;
    const int between = static_cast<int>(std::lround(wall->bezel.size * perUnit));
    const auto all = [&](int count, int side) { return count * side + (count - 1) * between; };
    return {{all(wall->columns, window.width), all(wall->rows, window.height)},
            wall->column * (window.width + between),
            wall->row * (window.height + between)};
}

PlacedPicture placedIn(const WallPart& part, double aspect) {
    const gl::Extent size = pictureSize(part.whole, aspect, 1);
    return {(part.whole.width - size.width) / 2 - part.left,
            (part.whole.height - size.height) / 2 - part.top, size};
}

core::PixelPoint pointInPicture(const WallPart& part, double aspect, double x, double y) {
    return pointInPicture(part.whole, aspect, x + part.left, y + part.top);
}

}  // namespace ebbflow::live
