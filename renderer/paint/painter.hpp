#pragma once
// Draws frame descriptions into a framebuffer of its own, from which a window is blitted or pixels
// are read. It keeps what it drew last (the ground, rasterised words) only to save time: what it
// draws depends on the description and the size alone.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/float_image.hpp"
#include "core/image.hpp"
#include "geo/world.hpp"
#include "paint/painter_options.hpp"
#include "paint/window_place.hpp"
#include "picture/description.hpp"
#include "raster/layers.hpp"
#include "raster/plane_format.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::paint {

/// All calls on the thread whose GL context is current; the context must outlive the painter. What
/// draws by vectors needs none but for show().
class Painter {
public:
    /// Uploads the world and the lights; keeps references to none of them but the typesetter and
    /// the world's shared arrays. Throws core::Failure when a built-in shader does not compile or
    /// memory is out.
    Painter(std::shared_ptr<const geo::World> world, std::shared_ptr<const picture::Lights> lights,
            std::shared_ptr<const text::Typesetter> typesetter, PainterOptions options);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    /// Draws into the painter's own framebuffer, made (again) when the size changes.
    void paint(const picture::FrameDescription& description, int width, int height);
    /// The same for what an open shutter sees: moments of equal share, in order, one at least. Maps
    /// and lights of all are averaged in linear light; words and veils are those of the middle one.
    /// Words alone (Layers::transparent) are not averaged.
    void paint(std::span<const picture::FrameDescription> moments, int width, int height);

    /// What the frames from now on show.
    void setLayers(const raster::Layers& layers);

    /// What was painted last, rows from the top. Waits for the GPU.
    [[nodiscard]] core::Image readImage();
    /// The same as it was painted, in all its depth: sRGB-encoded, premultiplied.
    [[nodiscard]] core::FloatImage readFloats();

    /// Whether the processor's vectors make its pictures.
    [[nodiscard]] bool byVectors() const { return byVectors_; }

    /// Starts turning what was painted last into BT.709 limited-range planes and reading them back;
    /// up to readsAtOnce() may be under way. finishRead() waits for the oldest and copies it out.
    [[nodiscard]] int readsAtOnce() const;
    void startRead(raster::PlaneLayout layout, raster::PlaneSamples samples = {});
    /// `planes`: as many as that read makes, three or four.
    void finishRead(std::span<const raster::PlaneTarget> planes);

    /// Blits what was painted last into the window's framebuffer (0), letterboxed in black.
    void show(int windowWidth, int windowHeight);
    /// The same anywhere in the window: of a picture that several windows show between them, a
    /// part.
    void show(const WindowPlace& place);

    /// Compiles the shaders again from the folder. On failure the last good ones stay, and the
    /// compiler's words with the file and line are returned; empty = all good.
    [[nodiscard]] std::string reloadShaders();

private:
    std::unique_ptr<class Surface> surface_;
    bool byVectors_;
    int width_ = 0, height_ = 0;  ///< of what was painted last
};

}  // namespace ebbflow::paint
