#include "produce/studio.hpp"

#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "frame/describe.hpp"
#include "produce/film_times.hpp"
#include "produce/painter_of.hpp"
#include "screen/review_marks.hpp"

namespace ebbflow::produce {

namespace {

/// Of a square number of samples, how many lie side by side.
int sideOf(int samples) {
    int side = 1;
    while (side * side < samples) ++side;
    return side;
}

bool isSoftware(Device device) {
    return device == Device::software || device == Device::softwareGl;
}

paint::Way wayOf(Device device) {
    switch (device) {
        case Device::automatic:
            return paint::Way::automatic;
        case Device::gpu:
        case Device::softwareGl:
            return paint::Way::gl;
        case Device::software:
            return paint::Way::vectors;
    }
    return paint::Way::automatic;
}

}  // namespace

Studio::Studio(std::shared_ptr<const frame::Plan> plan, const StudioOptions& options)
    : plan_(std::move(plan)),
      samples_(options.samples),
      shutter_(options.shutter),
      rate_(options.rate.value_or(plan_->film->scene.frame.rate)),
      shaderFolder_(options.shaderFolder),
      device_(options.device),
      context_({.debug = false, .software = isSoftware(options.device)}) {
    if (options.device == Device::gpu && facts().software) {
        throw core::Failure(fmt::format("there is no GPU to draw with: {} runs on the processor",
                                        facts().renderer));
    }
    if (options.reviewRate) reviewClock_ = clockOf(*plan_, *options.reviewRate);
    (void)painterFor(options.layers, options.depth);
}

paint::Painter& Studio::painterFor(const raster::Layers& layers, raster::PictureDepth depth) {
    for (const LayerPainter& known : painters_) {
        if (known.layers == layers && known.depth == depth) return *known.painter;
    }
    painters_.push_back({layers, depth,
                         painterOf(*plan_, {.shaderFolder = shaderFolder_,
                                            .across = sideOf(samples_),
                                            .depth = depth,
                                            .layers = layers,
                                            .way = wayOf(device_)})});
    return *painters_.back().painter;
}

void Studio::paint(const frame::Plan& plan, paint::Painter& painter, core::FilmTime time, int width,
                   int height) {
    std::vector<picture::FrameDescription> moments;
    for (const core::FilmTime moment : story::openMoments(plan.timeline, time, rate_, shutter_)) {
        moments.push_back(frame::describe(plan, moment));
        if (reviewClock_) screen::addReviewMarks(plan, time, *reviewClock_, moments.back());
    }
    painter.paint(moments, width, height);
}

void Studio::startAnew() {
    const LayerPainter usual = {painters_.front().layers, painters_.front().depth, nullptr};
    painters_.clear();
    (void)painterFor(usual.layers, usual.depth);
}

core::Image Studio::picture(core::FilmTime time, int width, int height) {
    paint(time, width, height);
    return painter().readImage();
}

}  // namespace ebbflow::produce
