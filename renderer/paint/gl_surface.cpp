#include <epoxy/gl.h>

#include <algorithm>
#include <utility>

#include "paint/canvas.hpp"
#include "paint/exposure.hpp"
#include "paint/fullscreen.hpp"
#include "paint/map_painter.hpp"
#include "paint/overlay_painter.hpp"
#include "paint/plane_reader.hpp"
#include "paint/programs.hpp"
#include "paint/surface.hpp"

namespace ebbflow::paint {
namespace {

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

class GlSurface : public Surface {
public:
    explicit GlSurface(const SurfaceParts& parts)
        : world_(parts.world),
          programs_(parts.options.shaderFolder),
          maps_(*world_, parts.lights, programs_, fullscreen_, parts.options.samples),
          overlay_(parts.typesetter, fullscreen_),
          reader_(fullscreen_),
          layers_(parts.options.layers),
          canvas_(parts.options.depth),
          across_(parts.options.across) {}

    void paint(std::span<const picture::FrameDescription> moments, int width, int height) override {
        // What the shutter sees in its midst: words are to be read, so they stand sharp.
        const picture::FrameDescription& middle = moments[moments.size() / 2];
        glDisable(GL_DEPTH_TEST);
        glDisable(GL_CULL_FACE);
        glDisable(GL_SCISSOR_TEST);
        glDisable(GL_FRAMEBUFFER_SRGB);
        // Words alone have no light that could be gathered.
        const bool gathers = (across_ > 1 || moments.size() > 1) && !layers_.transparent();
        if (gathers) gather(moments, width, height);
        canvas_.resize(width, height);
        raster::TileSet over(width, height);
        if (layers_.text) overlay_.prepare(middle.overlay, over);
        if (gathers) {
            develop();
        } else {
            maps_.paint(middle, over, layers_, canvas_);
        }
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        if (layers_.text) overlay_.paint(programs_);
        veil(kNight, middle.dip);
        veil(glm::vec3(0), middle.black);
    }

    void setLayers(const raster::Layers& layers) override {
        if (layers_ == layers) return;
        layers_ = layers;
        forget();
    }

    core::Image readImage() override {
        auto image = readAll<core::Image>(canvas_.picture, GL_UNSIGNED_BYTE);
        if (layers_.transparent()) straighten(image);
        return image;
    }

    core::FloatImage readFloats() override {
        return readAll<core::FloatImage>(canvas_.picture, GL_FLOAT);
    }

    int readsAtOnce() const override { return raster::kReadsInFlight; }

    void startRead(raster::PlaneLayout layout, raster::PlaneSamples samples) override {
        reader_.start(programs_, canvas_.picture, layout, samples, canvas_.notes.unread);
        canvas_.notes.allRead();
    }

    void finishRead(std::span<const raster::PlaneTarget> planes) override {
        reader_.finish(planes);
    }

    void show(const WindowPlace& place) override {
        showAt(place, canvas_.pictureTarget, canvas_.picture.width(), canvas_.picture.height());
    }

    std::string reloadShaders() override {
        std::string fault = programs_.reload();
        if (fault.empty()) maps_.shadersChanged();
        forget();
        return fault;
    }

private:
    void forget() {
        canvas_.forget();
        fine_.forget();
    }

    /// The light of several moments, of a picture that is `across` times finer.
    void gather(std::span<const picture::FrameDescription> moments, int width, int height) {
        GLint most = 0;
        glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
        requireRoom(width * across_, height * across_, most);
        exposure_.begin(width, height);
        const float share = 1.0F / static_cast<float>(moments.size());
        fine_.resize(width * across_, height * across_);
        for (const picture::FrameDescription& moment : moments) {
            raster::TileSet nothing(width * across_, height * across_);
            maps_.paint(moment, nothing, layers_, fine_);
            exposure_.add(programs_, fine_.picture, across_, share);
        }
    }

    /// What was gathered, as the picture.
    void develop() {
        canvas_.forget();
        canvas_.pictureTarget.bind();
        exposure_.develop(programs_, canvas_.levels());
    }

    void veil(const glm::vec3& colour, float opacity) {
        if (opacity <= 0) return;
        programs_[Pass::solid].use();
        // Light to be added grows dark alone: what it is added to brings the veil's colour.
        const glm::vec3 shown = layers_.map || layers_.transparent() ? colour : glm::vec3(0);
        programs_[Pass::solid].set("colour", glm::vec4(shown * opacity, opacity));
        // Words lie over a map that has the same veil, so they take its colour and stay as opaque.
        if (layers_.transparent())
            glBlendFuncSeparate(GL_DST_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
        fullscreen_.draw();
    }

    std::shared_ptr<const geo::World> world_;
    Programs programs_;
    Fullscreen fullscreen_;
    MapPainter maps_;
    OverlayPainter overlay_;
    PlaneReader reader_;
    raster::Layers layers_;
    Canvas canvas_;
    int across_;  ///< pixels that are drawn, each way, for one of the picture
    Canvas fine_{raster::PictureDepth::sixteen};  ///< where they are
    Exposure exposure_{fullscreen_};
};

}  // namespace

std::unique_ptr<Surface> makeGlSurface(const SurfaceParts& parts) {
    return std::make_unique<GlSurface>(parts);
}

}  // namespace ebbflow::paint
