#pragma once
// How far a viewer has gone away from the film's camera: aside over the map, and closer or further.
// A value that no film and no export has; where it comes from, the window knows.

#include "core/coordinates.hpp"
#include "picture/camera.hpp"

namespace ebbflow::picture {

struct Excursion {
    core::MapPoint aside;  ///< km on the map plane
    double closer = 1;     ///< > 0: twice as close shows half as many km

    /// The film's camera as the viewer has moved it. Without an excursion, that camera to the bit.
    [[nodiscard]] CameraView from(CameraView film) const {
        film.center = {film.center.x + aside.x, film.center.y + aside.y};
        film.widthKm /= closer;
        return film;
    }
    friend bool operator==(const Excursion&, const Excursion&) = default;
};

}  // namespace ebbflow::picture
