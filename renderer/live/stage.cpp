#include "live/stage.hpp"

#include <algorithm>
#include <utility>

#include "frame/describe.hpp"
#include "live/hud_items.hpp"
#include "live/picture.hpp"
#include "produce/painter_of.hpp"

namespace ebbflow::live {

Stage::Stage(const gl::WindowOptions& window, std::shared_ptr<const frame::Plan> plan,
             std::string shaderFolder, double scale)
    : window_(window),
      plan_(std::move(plan)),
      shaderFolder_(std::move(shaderFolder)),
      scale_(std::clamp(scale, 0.05, 1.0)),
      painter_(painterFor(*plan_)) {
    window_.onResize([this] { forget(); });
}

std::unique_ptr<paint::Painter> Stage::painterFor(const frame::Plan& plan) const {
    return produce::painterOf(plan, {shaderFolder_});
}

void Stage::takeOver(std::shared_ptr<const frame::Plan> plan) {
    // The same film in another language has the same world and the same lights.
    if (plan->film != plan_->film) painter_ = painterFor(*plan);
    plan_ = std::move(plan);
    forget();
}

std::string Stage::reloadShaders() {
    forget();
    return painter_->reloadShaders();
}

gl::Extent Stage::fitted() const {
    return pictureSize(window_.framebufferSize(), plan_->aspect, scale_);
}

bool Stage::show(const View& view) {
    const gl::Extent window = window_.framebufferSize();
    if (window.width <= 0 || window.height <= 0) return false;
    if (shown_ && view == view_ && window == drawnFor_) return false;
    picture_ = fitted();
    picture::FrameDescription description =
        frame::describe(*plan_, view.time, view.waiting, view.away);
    if (view.black) description.black = 1;
    shimmers_ = !description.lights.empty() && description.black < 1;
    if (!view.hud.empty()) layOver(description, hudItems(view.hud, *plan_), plan_->aspect);
    painter_->paint(description, picture_.width, picture_.height);
    painter_->show(window.width, window.height);
    window_.swap();
    view_ = view;
    drawnFor_ = window;
    shown_ = true;
    return true;
}

core::Image Stage::shownImage() {
    // A screenshot painted over what the painter holds.
    if (!shown_ && picture_.width > 0) show(View(view_));
    return painter_->readImage();
}

core::Image Stage::capture(core::FilmTime time, double waiting) {
    return filmAlone(time, waiting, fitted());
}

core::Image Stage::small(core::FilmTime time, double width) {
    const double share = width / (core::kReferenceHeight * plan_->aspect);
    return filmAlone(time, 0, pictureSize(window_.framebufferSize(), plan_->aspect, share));
}

core::Image Stage::filmAlone(core::FilmTime time, double waiting, gl::Extent size) {
    painter_->paint(frame::describe(*plan_, time, waiting), size.width, size.height);
    forget();
    return painter_->readImage();
}

}  // namespace ebbflow::live
