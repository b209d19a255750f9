#include "paint/painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/error.hpp"
#include "paint/canvas.hpp"
#include "paint/exposure.hpp"
#include "paint/fullscreen.hpp"
#include "paint/map_painter.hpp"
#include "paint/overlay_painter.hpp"
#include "paint/plane_reader.hpp"
#include "paint/programs.hpp"

namespace ebbflow::paint {
namespace {

constexpr glm::vec3 kNight{0.019F, 0.026F, 0.038F};  ///< what a dip sinks into: never pure black

/// The whole texture, rows from the top; `type`: of a channel of the image.
template <class Image>
Image readAll(const gl::Texture& picture, GLenum type) {
    Image image(picture.width(), picture.height());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glGetTextureImage(picture.name(), 0, GL_RGBA, type,
                      static_cast<GLsizei>(std::span(image.rgba).size_bytes()), image.rgba.data());
    // GL's rows begin at the bottom.
    for (int top = 0, bottom = image.height - 1; top < bottom; ++top, --bottom) {
        std::swap_ranges(image.pixel(0, top), image.pixel(0, top) + std::ptrdiff_t{4} * image.width,
                         image.pixel(0, bottom));
    }
    return image;
}

/// From premultiplied to straight alpha, as pictures in memory have it.
void straighten(core::Image& image) {
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const unsigned alpha = image.rgba[i + 3];
        for (std::size_t c = i; alpha != 0 && c < i + 3; ++c) {
            const unsigned straight = (255U * image.rgba[c] + alpha / 2) / alpha;
            image.rgba[c] = static_cast<std::uint8_t>(std::min(straight, 255U));
        }
    }
}

}  // namespace

struct Painter::Impl {
    std::shared_ptr<const geo::World> world;
    Programs programs;
    Fullscreen fullscreen;
    MapPainter maps;
    OverlayPainter overlay;
    PlaneReader reader;
    Layers layers;
    Canvas canvas;
    int across;  ///< pixels that are drawn, each way, for one of the picture
    Canvas fine{PictureDepth::sixteen};  ///< where they are
    Exposure exposure{fullscreen};

    Impl(std::shared_ptr<const geo::World> w, std::shared_ptr<const picture::Lights> lights,
         std::shared_ptr<const text::Typesetter> typesetter, const PainterOptions& options)
        : world(std::move(w)),
          programs(options.shaderFolder),
          maps(*world, std::move(lights), programs, fullscreen, options.samples),
          overlay(std::move(typesetter), fullscreen),
          reader(fullscreen),
          layers(options.layers),
          canvas(options.depth),
          across(options.across) {}

    void forget() {
        canvas.forget();
        fine.forget();
    }

    /// The light of several moments, of a picture that is `across` times finer.
    void gather(std::span<const picture::FrameDescription> moments, int width, int height) {
        requireRoom(width * across, height * across);
        exposure.begin(width, height);
        const float share = 1.0F / static_cast<float>(moments.size());
        fine.resize(width * across, height * across);
        for (const picture::FrameDescription& moment : moments) {
            TileSet nothing(width * across, height * across);
            maps.paint(moment, nothing, layers, fine);
            exposure.add(programs, fine.picture, across, share);
        }
    }

    void requireRoom(int width, int height) const {
        GLint most = 0;
        glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
        if (std::max(width, height) <= most) return;
        throw core::Failure(fmt::format(
            "with so many samples the picture is {} × {} pixels; this renderer draws at most {} "
            "each way",
            width, height, most));
    }

    /// What was gathered, as the picture.
    void develop() {
        canvas.forget();
        canvas.pictureTarget.bind();
        exposure.develop(programs, canvas.levels());
    }

    void veil(const glm::vec3& colour, float opacity) {
        if (opacity <= 0) return;
        programs[Pass::solid].use();
        // Light to be added grows dark alone: what it is added to brings the veil's colour.
        const glm::vec3 shown = layers.map || layers.transparent() ? colour : glm::vec3(0);
        programs[Pass::solid].set("colour", glm::vec4(shown * opacity, opacity));
        // Words lie over a map that has the same veil, so they take its colour and stay as opaque.
        if (layers.transparent())
            glBlendFuncSeparate(GL_DST_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
        fullscreen.draw();
    }
};

Painter::Painter(std::shared_ptr<const geo::World> world,
                 std::shared_ptr<const picture::Lights> lights,
                 std::shared_ptr<const text::Typesetter> typesetter, PainterOptions options)
    : impl_(std::make_unique<Impl>(std::move(world), std::move(lights), std::move(typesetter),
                                   options)) {}
Painter::~Painter() = default;

void Painter::paint(const picture::FrameDescription& description, int width, int height) {
    paint(std::span(&description, 1), width, height);
}

void Painter::paint(std::span<const picture::FrameDescription> moments, int width, int height) {
    Impl& p = *impl_;
    // What the shutter sees in its midst: words are to be read, so they stand sharp.
    const picture::FrameDescription& middle = moments[moments.size() / 2];
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);
    // Words alone have no light that could be gathered.
    const bool gathers = (p.across > 1 || moments.size() > 1) && !p.layers.transparent();
    if (gathers) p.gather(moments, width, height);
    p.canvas.resize(width, height);
    TileSet over(width, height);
    if (p.layers.text) p.overlay.prepare(middle.overlay, over);
    if (gathers) {
        p.develop();
    } else {
        p.maps.paint(middle, over, p.layers, p.canvas);
    }
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    if (p.layers.text) p.overlay.paint(p.programs);
    p.veil(kNight, middle.dip);
    p.veil(glm::vec3(0), middle.black);
}

core::Image Painter::readImage() {
    const gl::Texture& picture = impl_->canvas.picture;
    auto image = readAll<core::Image>(picture, GL_UNSIGNED_BYTE);
    if (impl_->layers.transparent()) straighten(image);
    return image;
}

core::FloatImage Painter::readFloats() {
    return readAll<core::FloatImage>(impl_->canvas.picture, GL_FLOAT);
}

void Painter::setLayers(const Layers& layers) {
    if (impl_->layers == layers) return;
    impl_->layers = layers;
    impl_->forget();
}

void Painter::startRead(PlaneLayout layout, PlaneSamples samples) {
    TileSet& unread = impl_->canvas.unread;
    impl_->reader.start(impl_->programs, impl_->canvas.picture, layout, samples, unread);
    unread = TileSet(unread.width(), unread.height());
}

void Painter::finishRead(std::span<const PlaneTarget> planes) {
    impl_->reader.finish(planes);
}

void Painter::show(int windowWidth, int windowHeight) {
    const gl::Texture& picture = impl_->canvas.picture;
    const double fit = std::min(static_cast<double>(windowWidth) / picture.width(),
                                static_cast<double>(windowHeight) / picture.height());
    const int width = static_cast<int>(std::lround(picture.width() * fit));
    const int height = static_cast<int>(std::lround(picture.height() * fit));
    const int left = (windowWidth - width) / 2, bottom = (windowHeight - height) / 2;
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glBlitNamedFramebuffer(impl_->canvas.pictureTarget.name(), 0, 0, 0, picture.width(),
                           picture.height(), left, bottom, left + width, bottom + height,
                           GL_COLOR_BUFFER_BIT, width == picture.width() ? GL_NEAREST : GL_LINEAR);
}

std::string Painter::reloadShaders() {
    std::string fault = impl_->programs.reload();
    if (fault.empty()) impl_->maps.shadersChanged(*impl_->world);
    impl_->forget();
    return fault;
}

}  // namespace ebbflow::paint
