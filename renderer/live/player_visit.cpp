// A kiosk's visitors, as the player serves them.

#include <algorithm>

#include <fmt/format.h>

#include "live/player_impl.hpp"
#include "live/visit_hands.hpp"

namespace ebbflow::live {

/// Whoever sets the kiosk up is to know; a film of forty chapters has no room for large cells.
void Player::Impl::tellOfSmallTargets() {
    if (!visit.isOpen()) return;
    const frame::Plan& plan = stage.plan();
    const GridLayout cells = menuLayout(plan).chapters;
    const double target = targetPixels(plan.film->scene.kiosk->widthCm, plan.aspect);
    const double least = std::ranges::min(cells.pictures, {}, &core::PixelBox::width).width;
    if (least >= target) return;
    log.error(fmt::format("the menu's chapters are {:.0f} mm wide on this screen, less than {:.0f}",
                          kTargetMillimetres * least / target, kTargetMillimetres));
}

/// Without visitors no key means anything there.
void Player::Impl::pressInKiosk(const KeyPress& key) {
    if (visit.isOpen() && !stage.window().repeating())
        send(pressInVisit(visit, key, menuLayout(stage.plan()), clock.now()));
}

Hud Player::Impl::visitorsHud() const {
    Hud hud;
    hud.mode = options.mode;
    if (visit.isAt(Visit::Place::invite)) hud.invite = visit.inviting(clock.now());
    if (visit.isAt(Visit::Place::menu)) hud.menu = MenuView{visit.chosen(), stills.all()};
    return hud;
}

}  // namespace ebbflow::live
