#include "paint/painter.hpp"

#include <algorithm>
#include <cmath>

#include "gl/context.hpp"
#include "paint/surface.hpp"

namespace ebbflow::paint {
namespace {

bool byVectors(const PainterOptions& options) {
    if (options.way != Way::automatic) return options.way == Way::vectors;
    // Whoever writes shaders wants to see them.
    if (!options.shaderFolder.empty()) return false;
    return gl::currentContextFacts("").software;
}

}  // namespace

Painter::Painter(std::shared_ptr<const geo::World> world,
                 std::shared_ptr<const picture::Lights> lights,
                 std::shared_ptr<const text::Typesetter> typesetter, PainterOptions options)
    : byVectors_(paint::byVectors(options)) {
    const SurfaceParts parts{std::move(world), std::move(lights), std::move(typesetter),
                             std::move(options)};
    surface_ = byVectors_ ? makeSoftwareSurface(parts) : makeGlSurface(parts);
}

Painter::~Painter() = default;

void Painter::paint(const picture::FrameDescription& description, int width, int height) {
    paint(std::span(&description, 1), width, height);
}

void Painter::paint(std::span<const picture::FrameDescription> moments, int width, int height) {
    surface_->paint(moments, width, height);
    width_ = width;
    height_ = height;
}

void Painter::setLayers(const raster::Layers& layers) {
    surface_->setLayers(layers);
}

core::Image Painter::readImage() {
    return surface_->readImage();
}

core::FloatImage Painter::readFloats() {
    return surface_->readFloats();
}

int Painter::readsAtOnce() const {
    return surface_->readsAtOnce();
}

void Painter::startRead(raster::PlaneLayout layout, raster::PlaneSamples samples) {
    surface_->startRead(layout, samples);
}

void Painter::finishRead(std::span<const raster::PlaneTarget> planes) {
    surface_->finishRead(planes);
}

void Painter::show(int windowWidth, int windowHeight) {
    const double fit = std::min(static_cast<double>(windowWidth) / width_,
                                static_cast<double>(windowHeight) / height_);
    WindowPlace place{windowHeight};
    place.width = static_cast<int>(std::lround(width_ * fit));
    place.height = static_cast<int>(std::lround(height_ * fit));
    place.left = (windowWidth - place.width) / 2;
    place.top = (windowHeight - place.height) / 2;
    show(place);
}

void Painter::show(const WindowPlace& place) {
    surface_->show(place);
}

std::string Painter::reloadShaders() {
    return surface_->reloadShaders();
}

}  // namespace ebbflow::paint
