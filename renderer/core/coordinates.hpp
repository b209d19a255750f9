#pragma once
// The three kinds of place, as distinct types so that none is ever passed for another. Plain data;
// what turns one into the other lives in geo (projection) and frame (camera).

namespace ebbflow::core {

/// Geographic position on WGS 84, degrees. Longitude first, as in every source; it may exceed 180
/// where a shape was unwrapped across the antimeridian.
struct LonLat {
    double lon = 0;
    double lat = 0;
    friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// Position on the map plane: kilometres in the script's projection, x to the right, y up.
struct MapPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const MapPoint&, const MapPoint&) = default;
};

/// Position in the picture, in reference pixels: the picture is always 1080 of them high, whatever
/// its real size. x to the right, y down, origin at the top left corner.
struct PixelPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const PixelPoint&, const PixelPoint&) = default;
};

/// Height of the picture in reference pixels.
inline constexpr double kReferenceHeight = 1080.0;

/// Axis-aligned box on the map plane, kilometres.
struct MapBox {
    double minX = 0, minY = 0, maxX = 0, maxY = 0;
    [[nodiscard]] double width() const { return maxX - minX; }
    [[nodiscard]] double height() const { return maxY - minY; }
    friend bool operator==(const MapBox&, const MapBox&) = default;
};

/// Axis-aligned box in the picture, reference pixels.
struct PixelBox {
    double x = 0, y = 0, width = 0, height = 0;
    /// Its left and upper edge belong to it, the others do not.
    [[nodiscard]] bool holds(PixelPoint point) const {
        return point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
    }
    friend bool operator==(const PixelBox&, const PixelBox&) = default;
};

}  // namespace ebbflow::core
