#include "ebbflow/studio.hpp"

#include "ebbflow/usage.hpp"
#include "frame/describe.hpp"
#include "frame/review_marks.hpp"

namespace ebbflow::tools {

Studio::Studio(std::shared_ptr<const frame::Plan> plan, const StudioOptions& options)
    : plan_(std::move(plan)),
      shaderFolder_(options.shaderFolder),
      context_({.debug = false, .software = options.software}) {
    if (options.reviewRate) reviewClock_ = clockOf(*plan_, *options.reviewRate);
    (void)painterFor(options.layers, options.depth);
}

paint::Painter& Studio::painterFor(const paint::Layers& layers, paint::PictureDepth depth) {
    for (const LayerPainter& known : painters_) {
        if (known.layers == layers && known.depth == depth) return *known.painter;
    }
    painters_.push_back(
        {layers, depth,
         std::make_unique<paint::Painter>(
             plan_->film->world, plan_->lights, plan_->ruler.shared(),
             paint::PainterOptions{
                 .shaderFolder = shaderFolder_, .depth = depth, .layers = layers})});
    return *painters_.back().painter;
}

void Studio::paint(const frame::Plan& plan, paint::Painter& painter, core::FilmTime time, int width,
                   int height) {
    frame::FrameDescription description = frame::describe(plan, time);
    if (reviewClock_) frame::addReviewMarks(plan, time, *reviewClock_, description);
    painter.paint(description, width, height);
}

core::Image Studio::picture(core::FilmTime time, int width, int height) {
    paint(time, width, height);
    return painter().readImage();
}

}  // namespace ebbflow::tools
