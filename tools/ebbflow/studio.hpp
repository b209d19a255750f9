#pragma once
// A film, a GL context without a window and a painter, put together for the commands that make
// pictures.

#include <memory>
#include <optional>
#include <string>

#include "core/image.hpp"
#include "core/timecode.hpp"
#include "frame/plan.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"

namespace ebbflow::tools {

struct StudioOptions {
    std::string shaderFolder;
    bool software = false;
    paint::PictureDepth depth = paint::PictureDepth::eight;
    paint::Layers layers{};
    std::optional<core::FrameRate> reviewRate;  ///< set: a draft's marks are burnt in, at this rate
};

class Studio {
public:
    Studio(std::shared_ptr<const frame::Plan> plan, const StudioOptions& options);

    /// Draws one frame; afterwards painter() reads it.
    void paint(core::FilmTime time, int width, int height);
    [[nodiscard]] core::Image picture(core::FilmTime time, int width, int height);
    [[nodiscard]] const frame::Plan& plan() const { return *plan_; }
    [[nodiscard]] paint::PictureDepth depth() const { return depth_; }
    [[nodiscard]] paint::Painter& painter() { return painter_; }
    [[nodiscard]] const gl::ContextFacts& facts() const { return context_.facts(); }

private:
    std::shared_ptr<const frame::Plan> plan_;
    paint::PictureDepth depth_;
    std::optional<core::TimecodeClock> reviewClock_;
    gl::HeadlessContext context_;
    paint::Painter painter_;
};

}  // namespace ebbflow::tools
