#pragma once
// What the pointer's arrow is over: a light, a place or a work, with its figure, how sure it is and
// on whose word. It asks the plan and the tables, never pixels.

#include <memory>
#include <optional>
#include <vector>

#include <glm/vec4.hpp>

#include "core/film_time.hpp"
#include "frame/plan.hpp"
#include "live/found.hpp"
#include "picture/camera.hpp"

namespace ebbflow::live {

class Inspector {
public:
    explicit Inspector(std::shared_ptr<const frame::Plan> plan);

    /// The nearest thing within reach of the point, as `camera` sees the map at that time.
    [[nodiscard]] std::optional<Found> at(core::FilmTime time, const picture::CameraView& camera,
                                          core::PixelPoint point) const;

private:
    std::shared_ptr<const frame::Plan> plan_;
    std::vector<glm::vec4> paths_;  ///< as they are uploaded
};

}  // namespace ebbflow::live
