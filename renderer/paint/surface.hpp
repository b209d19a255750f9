#pragma once
// What a painter draws on: GL's passes, or the processor's vectors. Both make the
// same picture, within a level of 255 but for a hundredth of the bytes. All calls on the thread
// whose GL context is current; vectors need one only for show().

#include <memory>
#include <span>
#include <string>

#include <glm/vec3.hpp>

#include "core/float_image.hpp"
#include "core/image.hpp"
#include "geo/world.hpp"
#include "gl/objects.hpp"
#include "paint/painter_options.hpp"
#include "paint/window_place.hpp"
#include "picture/description.hpp"
#include "raster/layers.hpp"
#include "raster/plane_format.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::paint {

/// What a dip sinks into, sRGB-encoded: never pure black.
inline constexpr glm::vec3 kNight{0.019F, 0.026F, 0.038F};

class Surface {
public:
    Surface() = default;
    virtual ~Surface() = default;
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    // As Painter has them.
    virtual void paint(std::span<const picture::FrameDescription> moments, int width,
                       int height) = 0;
    virtual void setLayers(const raster::Layers& layers) = 0;
    [[nodiscard]] virtual core::Image readImage() = 0;
    [[nodiscard]] virtual core::FloatImage readFloats() = 0;
    [[nodiscard]] virtual int readsAtOnce() const = 0;
    virtual void startRead(raster::PlaneLayout layout, raster::PlaneSamples samples) = 0;
    virtual void finishRead(std::span<const raster::PlaneTarget> planes) = 0;
    virtual void show(const WindowPlace& place) = 0;
    [[nodiscard]] virtual std::string reloadShaders() = 0;
};

/// What a surface is made of.
struct SurfaceParts {
    std::shared_ptr<const geo::World> world;
    std::shared_ptr<const picture::Lights> lights;
    std::shared_ptr<const text::Typesetter> typesetter;
    PainterOptions options;
};

[[nodiscard]] std::unique_ptr<Surface> makeGlSurface(const SurfaceParts& parts);
[[nodiscard]] std::unique_ptr<Surface> makeSoftwareSurface(const SurfaceParts& parts);

/// Throws core::Failure when a picture of so many pixels is wider or higher than `most`.
void requireRoom(int width, int height, int most);
/// From premultiplied to straight alpha, as pictures in memory have it.
void straighten(core::Image& image);
/// Blits a framebuffer into the window's (0), in black.
void showAt(const WindowPlace& place, const gl::Framebuffer& from, int width, int height);

}  // namespace ebbflow::paint
