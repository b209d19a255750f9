#pragma once
// The camera over the map plane: where it looks, how wide, how tilted; its matrices, and fitting it
// to places. Immutable values; how it moves between two of them is camera_move.hpp's work.

#include <optional>
#include <span>

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

#include "core/coordinates.hpp"

namespace ebbflow::picture {

struct CameraView {
    core::MapPoint center;  ///< what is at the middle of the picture
    double widthKm = 8000;  ///< of the map plane across the picture, through `center`
    double tilt = 0;        ///< degrees from straight down
    double bearing = 0;     ///< degrees clockwise: the map direction that is up in the picture
    friend bool operator==(const CameraView&, const CameraView&) = default;
};

/// Vertical field of view, degrees. Narrow, so that a tilted map keeps its scale from near to far.
inline constexpr double kFieldOfView = 28.0;

/// Map km (x, y, height), less `view.center`, to clip space. Subtract the centre in double
/// precision first: floats then carry metres.
[[nodiscard]] glm::dmat4 clipFromMap(const CameraView& view, double aspect);

/// Where a point of the map (with height in km) is in the picture; nothing behind the camera.
[[nodiscard]] std::optional<core::PixelPoint> project(const CameraView& view, double aspect,
                                                      core::MapPoint point, double heightKm = 0);
/// project() for many points through one view: its matrix is worked out once.
class Projector {
public:
    Projector(const CameraView& view, double aspect);
    [[nodiscard]] std::optional<core::PixelPoint> operator()(core::MapPoint point,
                                                             double heightKm = 0) const;

private:
    core::MapPoint center_;
    double aspect_;
    double nearest_;  ///< clip w of the near plane
    glm::dmat4 clip_;
};
/// Where a picture point lies on the map plane; nothing above the horizon.
[[nodiscard]] std::optional<core::MapPoint> unproject(const CameraView& view, double aspect,
                                                      core::PixelPoint point);

/// A box around all of the map plane that the picture shows; nothing when it shows the horizon.
[[nodiscard]] std::optional<core::MapBox> groundSeen(const CameraView& view, double aspect);

/// Reference pixels that one km has at the middle of the picture.
[[nodiscard]] double pixelsPerKm(const CameraView& view, double aspect);

/// The tightest view of this tilt and bearing that holds all points inside `safe` (reference
/// pixels).
[[nodiscard]] CameraView fit(std::span<const core::MapPoint> points, double tilt, double bearing,
                             double aspect, const core::PixelBox& safe, double minWidthKm);

}  // namespace ebbflow::picture
