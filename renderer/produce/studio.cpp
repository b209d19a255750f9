#include "produce/studio.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "frame/describe.hpp"
#include "produce/film_times.hpp"
#include "produce/painter_of.hpp"
#include "produce/provenance.hpp"
#include "produce/refusal.hpp"
#include "screen/review_marks.hpp"

namespace ebbflow::produce {

namespace {

/// Of a square number of samples, how many lie side by side.
int sideOf(int samples) {
    int side = 1;
    while (side * side < samples) ++side;
    return side;
}

/// None where vectors draw for sure.
std::unique_ptr<gl::HeadlessContext> contextFor(const StudioOptions& options) {
    if (options.device == Device::software && !options.shaderFolder.empty()) {
        throw Refusal(
            "shaders of a folder are drawn by GL's passes: use --device software-gl, or leave "
            "the device out");
    }
    const bool gl = options.device == Device::automatic
                        ? !options.shaderFolder.empty() || gl::mayHaveGpu()
                        : options.device != Device::software;
    if (!gl) return nullptr;
    auto context = std::make_unique<gl::HeadlessContext>(
        gl::ContextOptions{.debug = false, .software = options.device == Device::softwareGl});
    if (options.device == Device::gpu && context->facts().software) {
        throw core::Failure(fmt::format("there is no GPU to draw with: {} runs on the processor",
                                        context->facts().renderer));
    }
    return context;
}

paint::Way wayOf(Device device, bool hasContext) {
    if (!hasContext) return paint::Way::vectors;
    return device == Device::automatic ? paint::Way::automatic : paint::Way::gl;
}

}  // namespace

Studio::Studio(std::shared_ptr<const frame::Plan> plan, const StudioOptions& options)
    : plan_(std::move(plan)),
      samples_(options.samples),
      shutter_(options.shutter),
      rate_(options.rate.value_or(plan_->film->scene.frame.rate)),
      shaderFolder_(options.shaderFolder),
      device_(options.device),
      hands_(options.hands),
      context_(contextFor(options)) {
    if (options.reviewRate) reviewClock_ = clockOf(*plan_, *options.reviewRate);
    (void)painterFor(options.layers, options.depth);
}

std::unique_ptr<paint::Painter> Studio::makePainter(const frame::Plan& plan,
                                                    const raster::Layers& layers,
                                                    raster::PictureDepth depth) const {
    return painterOf(plan, {.shaderFolder = shaderFolder_,
                            .across = sideOf(samples_),
                            .depth = depth,
                            .layers = layers,
                            .way = wayOf(device_, context_ != nullptr),
                            .hands = hands_});
}

std::unique_ptr<paint::Painter> Studio::painterLike(const frame::Plan& other) const {
    return makePainter(other, painters_.front().layers, painters_.front().depth);
}

paint::Painter& Studio::painterFor(const raster::Layers& layers, raster::PictureDepth depth) {
    for (const LayerPainter& known : painters_) {
        if (known.layers == layers && known.depth == depth) return *known.painter;
    }
    auto painter = makePainter(*plan_, layers, depth);
    painters_.push_back({layers, depth, std::move(painter)});
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

delivery::Provenance Studio::machine() const {
    return rendererOf(byVectors() ? nullptr : &context_->facts());
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
