#pragma once
// A window with a film's painter in it: shows one moment at the size that fits, letterboxed. It
// knows no clock and no keys; what is to be shown is handed in.

#include <memory>
#include <string>
#include <vector>

#include "core/image.hpp"
#include "frame/plan.hpp"
#include "gl/window.hpp"
#include "live/hud.hpp"
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
    /// `scale`: picture pixels to a window pixel, 0…1.
    Stage(const gl::WindowOptions& window, std::shared_ptr<const frame::Plan> plan,
          std::string shaderFolder, double scale);

    [[nodiscard]] gl::Window& window() { return window_; }
    [[nodiscard]] const gl::Window& window() const { return window_; }
    [[nodiscard]] const frame::Plan& plan() const { return *plan_; }
    [[nodiscard]] std::shared_ptr<const frame::Plan> sharedPlan() const { return plan_; }

    /// Another plan from now on. Throws core::Failure, and goes on with the old one, when the
    /// painter cannot be made.
    void takeOver(std::shared_ptr<const frame::Plan> plan);
    /// Empty = all good; else the compiler's words, and the old shaders stay.
    [[nodiscard]] std::string reloadShaders();

    /// Draws unless just this is to be seen already; says whether it drew. A window without pixels
    /// (an icon) is never drawn.
    bool show(const View& view);
    /// Draws at the next show() whatever it is.
    void forget() { shown_ = false; }
    /// Whether what was drawn last changes with the waiting clock.
    [[nodiscard]] bool shimmers() const { return shimmers_; }
    /// Of what was drawn last, pixels.
    [[nodiscard]] gl::Extent picture() const { return picture_; }

    /// What the window shows, without the black round it. Of use once something was shown.
    [[nodiscard]] core::Image shownImage();
    /// The film alone at that time, at the size at which it is shown.
    [[nodiscard]] core::Image capture(core::FilmTime time, double waiting);
    /// The same, that many reference pixels wide.
    [[nodiscard]] core::Image small(core::FilmTime time, double width);

private:
    [[nodiscard]] std::unique_ptr<paint::Painter> painterFor(const frame::Plan& plan) const;
    [[nodiscard]] gl::Extent fitted() const;
    [[nodiscard]] core::Image filmAlone(core::FilmTime time, double waiting, gl::Extent size);

    gl::Window window_;
    std::shared_ptr<const frame::Plan> plan_;
    std::string shaderFolder_;
    double scale_;
    std::unique_ptr<paint::Painter> painter_;
    bool shown_ = false;
    bool shimmers_ = false;
    View view_;
    gl::Extent drawnFor_, picture_;
};

}  // namespace ebbflow::live
