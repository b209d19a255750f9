#include "ebbflow/studio.hpp"

#include "ebbflow/usage.hpp"
#include "frame/describe.hpp"
#include "frame/review_marks.hpp"

namespace ebbflow::tools {

Studio::Studio(std::shared_ptr<const frame::Plan> plan, const StudioOptions& options)
    : plan_(std::move(plan)),
      depth_(options.depth),
      context_({.debug = false, .software = options.software}),
      painter_(plan_->film->world, plan_->lights, plan_->ruler.shared(),
               {.shaderFolder = options.shaderFolder,
                .depth = options.depth,
                .layers = options.layers}) {
    if (options.reviewRate) reviewClock_ = clockOf(*plan_, *options.reviewRate);
}

void Studio::paint(core::FilmTime time, int width, int height) {
    frame::FrameDescription description = frame::describe(*plan_, time);
    if (reviewClock_) frame::addReviewMarks(*plan_, time, *reviewClock_, description);
    painter_.paint(description, width, height);
}

core::Image Studio::picture(core::FilmTime time, int width, int height) {
    paint(time, width, height);
    return painter_.readImage();
}

}  // namespace ebbflow::tools
