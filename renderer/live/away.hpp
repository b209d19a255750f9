#pragma once
// A viewer's excursion from the film's camera as a state machine: moves and zooms with their times
// in, how far away one is at a time out. After five idle seconds it glides back. It reads no clock.

#include "picture/excursion.hpp"

namespace ebbflow::live {

/// `now` is real seconds by any clock that never goes back; `film`: the film's camera just then.
class Away {
public:
    /// The map moves under the viewer, in shares of the picture's height.
    void pan(const picture::CameraView& film, double aspect, double right, double down, double now);
    /// What is at the point stays there; the point in shares of the picture's height from its
    /// middle.
    void zoom(const picture::CameraView& film, double aspect, double closer, double right,
              double down, double now);
    /// Sets out for the film's camera.
    void back(double now);
    /// Something was done: it stays another five seconds.
    void touch(double now);

    [[nodiscard]] picture::Excursion at(double now) const;
    [[nodiscard]] bool isAway(double now) const { return at(now) != picture::Excursion{}; }

private:
    picture::Excursion kept_;
    double leaves_ = -1e9;  ///< when it sets out for the film's camera
};

}  // namespace ebbflow::live
