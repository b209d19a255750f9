#pragma once
// A window with a film's painter in it: shows one moment at the size that fits, letterboxed. It
// knows no clock and no keys; what is to be shown is handed in.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/image.hpp"
#include "frame/plan.hpp"
#include "gl/window.hpp"
#include "live/hud.hpp"
#include "live/reloader.hpp"
#include "live/wall.hpp"
#include "paint/painter.hpp"
#include "picture/excursion.hpp"

namespace ebbflow::live {

/// What is to be seen. Two equal views are the same picture.
struct View {
    core::FilmTime time;
    double waiting = 0;
    bool black = false;
    picture::Excursion away;
    Hud hud;
    friend bool operator==(const View&, const View&) = default;
};

class Stage {
public:
    Stage(const gl::WindowOptions& window, std::shared_ptr<const frame::Plan> plan,
          std::string shaderFolder, std::optional<Wall> wall);

    [[nodiscard]] gl::Window& window() { return window_; }
    [[nodiscard]] const gl::Window& window() const { return window_; }
    [[nodiscard]] const frame::Plan& plan() const { return *plan_; }
    [[nodiscard]] std::shared_ptr<const frame::Plan> sharedPlan() const { return plan_; }

    /// For a plan that is to be taken over later: its painter is made, and paints that moment at
    /// this window's size, on whatever thread loads. Nothing where GL's passes paint, whose
    /// context is this thread's.
    [[nodiscard]] Preparation preparation(core::FilmTime time) const;
    /// Another plan from now on; what was shown stays until the next show(). Throws core::Failure,
    /// and goes on with the old one, when the painter cannot be made. Says whether it had to be.
    bool takeOver(LoadedPlan loaded);
    /// Empty = all good; else the compiler's words, and the old shaders stay.
    [[nodiscard]] std::string reloadShaders();

    /// Whether that is another picture than the one that was shown last; time alone makes none.
    [[nodiscard]] bool changes(const View& view);
    /// Draws unless just this is to be seen already; says whether it drew. `scale`: picture pixels
    /// to a window pixel, 0…1. A window without pixels (an icon) is never drawn.
    bool show(const View& view, double scale);
    /// Draws at the next show() whatever it is.
    void forget() {
        shown_ = false;
        next_.reset();
    }
    /// Whether what was drawn last followed a picture of its size: else there was more to do.
    [[nodiscard]] bool usual() const { return usual_; }
    /// Whether what was drawn last changes with the waiting clock.
    [[nodiscard]] bool shimmers() const { return shimmers_; }
    /// Of what was drawn last, pixels; and to a pixel of the window.
    [[nodiscard]] gl::Extent picture() const { return picture_; }
    [[nodiscard]] double scale() const { return scale_; }

    /// The window as a part of its wall.
    [[nodiscard]] WallPart part() const;

    /// What the window shows, without the black round it; of a wall, what all show between them. Of
    /// use once something was shown.
    [[nodiscard]] core::Image shownImage();
    /// The film alone at that time, at that scale.
    [[nodiscard]] core::Image capture(core::FilmTime time, double waiting, double scale);
    /// The same, that many reference pixels wide.
    [[nodiscard]] core::Image small(core::FilmTime time, double width);

private:
    [[nodiscard]] std::unique_ptr<paint::Painter> painterFor(const frame::Plan& plan) const;
    [[nodiscard]] gl::Extent fitted(double scale) const;
    void describe(const View& view);
    [[nodiscard]] core::Image filmAlone(core::FilmTime time, double waiting, gl::Extent size);

    gl::Window window_;
    std::shared_ptr<const frame::Plan> plan_;
    std::string shaderFolder_;
    std::optional<Wall> wall_;
    std::unique_ptr<paint::Painter> painter_;
    bool shown_ = false;
    bool usual_ = false;
    bool shimmers_ = false;
    View view_;                         ///< that is shown
    picture::FrameDescription seen_;    ///< of it
    std::optional<View> next_;          ///< that was described last
    picture::FrameDescription coming_;  ///< of it
    gl::Extent drawnFor_, picture_;
    double scale_ = 1;
};

}  // namespace ebbflow::live
