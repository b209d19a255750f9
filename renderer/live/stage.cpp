#include "live/stage.hpp"

#include <algorithm>
#include <utility>

#include "frame/describe.hpp"
#include "live/at_rest.hpp"
#include "live/hud_items.hpp"
#include "live/picture.hpp"
#include "produce/painter_of.hpp"

namespace ebbflow::live {

Stage::Stage(const gl::WindowOptions& window, std::shared_ptr<const frame::Plan> plan,
             std::string shaderFolder, std::optional<Wall> wall)
    : window_(window),
      plan_(std::move(plan)),
      shaderFolder_(std::move(shaderFolder)),
      wall_(wall),
      painter_(painterFor(*plan_)) {
    window_.onResize([this] { forget(); });
}

std::unique_ptr<paint::Painter> Stage::painterFor(const frame::Plan& plan) const {
    return produce::painterOf(plan, {shaderFolder_});
}

Preparation Stage::preparation(core::FilmTime time) const {
    if (!painter_->byVectors()) return {};
    return [time, known = plan_->film, whole = part().whole, scale = scale_](LoadedPlan& loaded) {
        const frame::Plan& plan = *loaded.plan;
        if (plan.film == known) return;
        auto painter = produce::painterOf(plan, {.way = paint::Way::vectors});
        const core::FilmTime last = plan.timeline.length - core::FilmTime::fromTicks(1);
        const gl::Extent size = pictureSize(whole, plan.aspect, scale);
        // An icon has no pixels.
        if (size.width > 0)
            painter->paint(frame::describe(plan, std::min(time, last)), size.width, size.height);
        loaded.painter = std::move(painter);
    };
}

bool Stage::takeOver(LoadedPlan loaded) {
    // The same film in another language has the same world and the same lights.
    const bool another = loaded.plan->film != plan_->film, ready = loaded.painter != nullptr;
    if (another) painter_ = ready ? std::move(loaded.painter) : painterFor(*loaded.plan);
    plan_ = std::move(loaded.plan);
    forget();
    return another && !ready;
}

std::string Stage::reloadShaders() {
    forget();
    return painter_->reloadShaders();
}

WallPart Stage::part() const {
    return partOfWall(wall_, window_.framebufferSize(), window_.pixelsPerMillimetre());
}

gl::Extent Stage::fitted(double scale) const {
    return pictureSize(part().whole, plan_->aspect, scale);
}

void Stage::describe(const View& view) {
    if (next_ == view) return;
    coming_ = frame::describe(*plan_, view.time, view.waiting, view.away);
    if (view.black) coming_.black = 1;
    if (!view.hud.empty()) layOver(coming_, hudItems(view.hud, *plan_), plan_->aspect);
    next_ = view;
}

bool Stage::changes(const View& view) {
    if (!shown_ || window_.framebufferSize() != drawnFor_) return true;
    if (view == view_) return false;
    describe(view);
    return !samePicture(seen_, coming_, *plan_->lights);
}

bool Stage::show(const View& view, double scale) {
    const gl::Extent window = window_.framebufferSize();
    if (window.width <= 0 || window.height <= 0) return false;
    if (!changes(view) && scale == scale_) return false;
    describe(view);
    const gl::Extent before = picture_;
    picture_ = fitted(scale);
    usual_ = shown_ && picture_ == before;
    shimmers_ = livesByItsClock(coming_, *plan_->lights) && coming_.black < 1;
    painter_->paint(coming_, picture_.width, picture_.height);
    const PlacedPicture placed = placedIn(part(), plan_->aspect);
    painter_->show({window.height, placed.left, placed.top, placed.size.width, placed.size.height});
    window_.swap();
    view_ = view;
    seen_ = coming_;
    drawnFor_ = window;
    scale_ = scale;
    shown_ = true;
    return true;
}

core::Image Stage::shownImage() {
    // A screenshot painted over what the painter holds.
    if (!shown_ && picture_.width > 0) show(View(view_), scale_);
    return painter_->readImage();
}

core::Image Stage::capture(core::FilmTime time, double waiting, double scale) {
    return filmAlone(time, waiting, fitted(scale));
}

core::Image Stage::small(core::FilmTime time, double width) {
    const double share = width / (core::kReferenceHeight * plan_->aspect);
    return filmAlone(time, 0, pictureSize(part().whole, plan_->aspect, share));
}

core::Image Stage::filmAlone(core::FilmTime time, double waiting, gl::Extent size) {
    painter_->paint(frame::describe(*plan_, time, waiting), size.width, size.height);
    forget();
    return painter_->readImage();
}

}  // namespace ebbflow::live
