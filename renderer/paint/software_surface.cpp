#include <epoxy/gl.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "paint/surface.hpp"
#include "raster/compose.hpp"
#include "raster/crew.hpp"
#include "raster/exposure.hpp"
#include "raster/ground_raster.hpp"
#include "raster/make_terrain.hpp"
#include "raster/map_raster.hpp"
#include "raster/overlay_layout.hpp"
#include "raster/overlay_raster.hpp"
#include "raster/planes.hpp"

namespace ebbflow::paint {
namespace {

constexpr int kMostAcross = 16384;  ///< pixels; what a picture's places are exact to

class SoftwareSurface : public Surface {
public:
    explicit SoftwareSurface(const SurfaceParts& parts)
        : world_(parts.world),
          crew_(parts.options.hands),
          ground_(*world_, raster::makeTerrain(*world_, crew_), crew_),
          maps_(parts.lights, ground_, crew_),
          layout_(parts.typesetter),
          layers_(parts.options.layers),
          canvas_(parts.options.depth),
          across_(parts.options.across) {}

    void paint(std::span<const picture::FrameDescription> moments, int width, int height) override {
        // What the shutter sees in its midst: words are to be read, so they stand sharp.
        const picture::FrameDescription& middle = moments[moments.size() / 2];
        // Words alone have no light that could be gathered.
        const bool gathers = (across_ > 1 || moments.size() > 1) && !layers_.transparent();
        if (gathers) gather(moments, width, height);
        canvas_.resize(width, height);
        raster::TileSet over(width, height);
        if (layers_.text) layout_.lay(middle.overlay, over);
        if (gathers) {
            canvas_.forget();
            exposure_.develop(canvas_.levels(), crew_, canvas_.picture);
        } else {
            maps_.paint(middle, over, layers_, canvas_);
        }
        if (layers_.text) {
            overlay_.paint(layout_, crew_, canvas_.picture);
            layout_.endFrame();
        }
        veil(kNight, middle.dip);
        veil(glm::vec3(0), middle.black);
        shown_ = false;
    }

    void setLayers(const raster::Layers& layers) override {
        if (layers_ == layers) return;
        layers_ = layers;
        forget();
    }

    core::Image readImage() override {
        const raster::Pixels& picture = canvas_.picture;
        core::Image image(picture.width(), picture.height());
        for (int y = 0; y < image.height; ++y) {
            std::uint8_t* to = image.pixel(0, image.height - 1 - y);
            const int count = 4 * image.width;
            if (picture.deep()) {
                std::transform(picture.row16(y), picture.row16(y) + count, to, [](std::uint16_t c) {
                    return static_cast<std::uint8_t>((c + 128U) / 257U);
                });
            } else {
                std::copy_n(picture.row8(y), count, to);
            }
        }
        if (layers_.transparent()) straighten(image);
        return image;
    }

    core::FloatImage readFloats() override {
        const raster::Pixels& picture = canvas_.picture;
        core::FloatImage image(picture.width(), picture.height());
        for (int y = 0; y < image.height; ++y) {
            float* to = image.pixel(0, image.height - 1 - y);
            const int count = 4 * image.width;
            const auto share = [](float most) {
                return [most](auto c) { return static_cast<float>(c) / most; };
            };
            if (picture.deep())
                std::transform(picture.row16(y), picture.row16(y) + count, to, share(65535));
            else
                std::transform(picture.row8(y), picture.row8(y) + count, to, share(255));
        }
        return image;
    }

    int readsAtOnce() const override { return 1; }

    void startRead(raster::PlaneLayout layout, raster::PlaneSamples samples) override {
        if (reading_) throw std::logic_error("too many reads under way");
        planes_.make(canvas_.picture, layout, samples, canvas_.notes.unread, crew_);
        canvas_.notes.allRead();
        reading_ = true;
    }

    void finishRead(std::span<const raster::PlaneTarget> planes) override {
        if (!reading_) throw std::logic_error("no read is under way");
        planes_.copy(planes);
        reading_ = false;
    }

    void show(const WindowPlace& place) override {
        upload();
        showAt(place, windowTarget_, canvas_.picture.width(), canvas_.picture.height());
    }

    /// None of them draws here.
    std::string reloadShaders() override { return {}; }

private:
    void forget() {
        canvas_.forget();
        fine_.forget();
    }

    /// The light of several moments, of a picture that is `across` times finer.
    void gather(std::span<const picture::FrameDescription> moments, int width, int height) {
        requireRoom(width * across_, height * across_, kMostAcross);
        exposure_.begin(width, height);
        const float share = 1.0F / static_cast<float>(moments.size());
        fine_.resize(width * across_, height * across_);
        for (const picture::FrameDescription& moment : moments) {
            raster::TileSet nothing(width * across_, height * across_);
            maps_.paint(moment, nothing, layers_, fine_);
            exposure_.add(fine_.picture, across_, share, crew_);
        }
    }

    void veil(const glm::vec3& colour, float opacity) {
        if (opacity <= 0) return;
        // Light to be added grows dark alone: what it is added to brings the veil's colour.
        const glm::vec3 shown = layers_.map || layers_.transparent() ? colour : glm::vec3(0);
        raster::Pixels& picture = canvas_.picture;
        const int height = picture.height();
        crew_.share(raster::bandsOf(height), [&](int number) {
            const raster::Band band = raster::bandAt(number, height);
            // Words lie over a map that has the same veil, so they take its colour and stay as
            // opaque.
            raster::veil(glm::vec4(shown * opacity, opacity), layers_.transparent(),
                         {0, band.bottom, picture.width(), band.top}, picture);
        });
    }

    void upload() {
        const raster::Pixels& picture = canvas_.picture;
        if (!window_ || window_.width() != picture.width() ||
            window_.height() != picture.height()) {
            window_ = gl::Texture::image(GL_RGBA8, picture.width(), picture.height(), "shown");
            windowTarget_ = gl::Framebuffer::of({&window_}, "shown");
            shown_ = false;
        }
        if (shown_) return;
        glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
        glPixelStorei(GL_UNPACK_ROW_LENGTH, picture.stride());
        glTextureSubImage2D(window_.name(), 0, 0, 0, picture.width(), picture.height(), GL_RGBA,
                            picture.deep() ? GL_UNSIGNED_SHORT : GL_UNSIGNED_BYTE,
                            picture.deep() ? static_cast<const void*>(picture.row16(0))
                                           : static_cast<const void*>(picture.row8(0)));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        shown_ = true;
    }

    std::shared_ptr<const geo::World> world_;
    raster::Crew crew_;
    raster::GroundRaster ground_;
    raster::MapRaster maps_;
    raster::OverlayLayout layout_;
    raster::OverlayRaster overlay_;
    raster::PlaneMaker planes_;
    raster::Layers layers_;
    raster::PictureCanvas canvas_;
    int across_;  ///< pixels that are drawn, each way, for one of the picture
    raster::PictureCanvas fine_{raster::PictureDepth::sixteen};  ///< where they are
    raster::Exposure exposure_;
    gl::Texture window_;  ///< the picture as it was sent to be shown
    gl::Framebuffer windowTarget_;
    bool shown_ = false;
    bool reading_ = false;
};

}  // namespace

std::unique_ptr<Surface> makeSoftwareSurface(const SurfaceParts& parts) {
    return std::make_unique<SoftwareSurface>(parts);
}

}  // namespace ebbflow::paint
