#pragma once
// A presenter's laser pointer as a state machine: where a finger is on the picture and when it was
// let go in, what is to be seen of the dot out. It reads no clock and draws nothing.

#include <optional>

#include "core/coordinates.hpp"

namespace ebbflow::live {

/// What is to be seen of it.
struct LaserSpot {
    core::PixelPoint at;  ///< reference pixels
    double strength = 1;  ///< 0…1
    friend bool operator==(const LaserSpot&, const LaserSpot&) = default;
};

/// `now` is real seconds by any clock that never goes back.
class Laser {
public:
    /// Points there. A dot that is to be seen glides, for a finger's places come a few at a time.
    void point(core::PixelPoint at, double now);
    /// It goes out within a third of a second.
    void letGo(double now);
    /// Whoever points says so again and again; when nothing was heard for two seconds, it counts as
    /// let go: a network that is gone leaves no dot behind.
    [[nodiscard]] std::optional<LaserSpot> at(double now) const;

private:
    [[nodiscard]] core::PixelPoint placeAt(double now) const;

    core::PixelPoint from_, to_;
    double since_ = -1e9;  ///< when it was told to go to `to_`
    double until_ = -1e9;  ///< when it begins to go out
};

}  // namespace ebbflow::live
