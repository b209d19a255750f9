#include "ebbflow/studio.hpp"

#include "frame/describe.hpp"

namespace ebbflow::tools {

Studio::Studio(std::shared_ptr<const frame::Plan> plan, const StudioOptions& options)
    : plan_(std::move(plan)),
      context_({.debug = false, .software = options.software}),
      painter_(plan_->film->world, plan_->lights, plan_->ruler.shared(), {options.shaderFolder}) {}

void Studio::paint(core::FilmTime time, int width, int height) {
    painter_.paint(frame::describe(*plan_, time), width, height);
}

core::Image Studio::picture(core::FilmTime time, int width, int height) {
    paint(time, width, height);
    return painter_.readImage();
}

}  // namespace ebbflow::tools
