#pragma once
// A film, a painter and, where GL draws, a context without a window, put together for the commands
// that make pictures.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/image.hpp"
#include "core/timecode.hpp"
#include "delivery/manifest.hpp"
#include "frame/plan.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"
#include "produce/device.hpp"
#include "story/shutter.hpp"

namespace ebbflow::produce {

struct StudioOptions {
    std::string shaderFolder;
    Device device = Device::automatic;
    raster::PictureDepth depth = raster::PictureDepth::eight;
    raster::Layers layers{};
    std::optional<core::FrameRate> reviewRate;  ///< set: a draft's marks are burnt in, at this rate
    int samples = 1;                            ///< of each pixel: 1, 4, 9 or 16
    story::Shutter shutter;                     ///< how long each frame looks
    std::optional<core::FrameRate> rate;        ///< of the frames; none: the scene's
    unsigned hands = 0;  ///< threads that vectors draw by; 0: as many as the process may use
};

class Studio {
public:
    Studio(std::shared_ptr<const frame::Plan> plan, const StudioOptions& options);

    /// Draws one frame; afterwards painter() reads it.
    void paint(core::FilmTime time, int width, int height) {
        paint(*plan_, painter(), time, width, height);
    }
    /// The same of another plan of the same film with the same lengths, by a painter of this
    /// studio.
    void paint(const frame::Plan& plan, paint::Painter& painter, core::FilmTime time, int width,
               int height);
    [[nodiscard]] core::Image picture(core::FilmTime time, int width, int height);
    /// Forgets all that was drawn: what is drawn next is drawn from nothing.
    void startAnew();
    [[nodiscard]] const frame::Plan& plan() const { return *plan_; }
    [[nodiscard]] paint::Painter& painter() { return *painters_.front().painter; }
    /// One that draws only these, so deep; made when it is asked for first.
    [[nodiscard]] paint::Painter& painterFor(const raster::Layers& layers,
                                             raster::PictureDepth depth);
    /// One of another film that draws as the usual one does; it must not outlive the studio.
    [[nodiscard]] std::unique_ptr<paint::Painter> painterLike(const frame::Plan& other) const;
    [[nodiscard]] bool byVectors() const { return painters_.front().painter->byVectors(); }
    /// What it draws with, as manifests say it.
    [[nodiscard]] delivery::Provenance machine() const;

private:
    [[nodiscard]] std::unique_ptr<paint::Painter> makePainter(const frame::Plan& plan,
                                                              const raster::Layers& layers,
                                                              raster::PictureDepth depth) const;

    std::shared_ptr<const frame::Plan> plan_;
    int samples_;
    story::Shutter shutter_;
    core::FrameRate rate_;
    std::optional<core::TimecodeClock> reviewClock_;
    std::string shaderFolder_;
    Device device_;
    unsigned hands_;
    std::unique_ptr<gl::HeadlessContext> context_;  ///< none where vectors draw
    struct LayerPainter {
        raster::Layers layers;
        raster::PictureDepth depth;
        std::unique_ptr<paint::Painter> painter;
    };
    std::vector<LayerPainter> painters_;  ///< the usual one first
};

}  // namespace ebbflow::produce
