// A kiosk's visitors, as the player serves them.

#include "live/player_impl.hpp"
#include "live/visit_hands.hpp"

namespace ebbflow::live {

/// Whoever sets the kiosk up is to know; a film of forty chapters has no room for large cells.
void Player::Impl::tellOfSmallTargets() {
    if (!visit.isOpen()) return;
    if (const std::string said = smallTargets(stage.plan()); !said.empty()) log.error(said);
}

/// Without visitors no key means anything there.
void Player::Impl::pressInKiosk(const KeyPress& key) {
    if (visit.isOpen() && !closed && !stage.window().repeating())
        sendOfVisitor(pressInVisit(visit, key, menuLayout(stage.plan()), clock.now()));
}

/// What visitors do is counted where they do it, so that who steers from elsewhere is no visitor.
void Player::Impl::sendOfVisitor(std::vector<Command> all) {
    for (const Command& command : all) {
        const std::string_view name = command.row->name;
        if (name == "menu") count("visit");
        if (name == "invite") count(visit.isAt(Visit::Place::film) ? "end" : "idle");
        if (!visit.isAt(Visit::Place::menu)) continue;
        if (name == "language") count(name, std::get<std::string>(command.arguments.at(0)));
        if (name == "chapter") {
            const auto chapter =
                static_cast<std::size_t>(std::get<std::int64_t>(command.arguments.at(0)));
            count(name, stage.plan().film->scene.chapters.at(chapter - 1).id);
        }
    }
    send(std::move(all));
}

Hud Player::Impl::visitorsHud() const {
    Hud hud;
    hud.mode = options.mode;
    if (visit.isAt(Visit::Place::invite)) hud.invite = visit.inviting(clock.now());
    if (visit.isAt(Visit::Place::menu)) hud.menu = MenuView{visit.chosen(), stills.all()};
    return hud;
}

}  // namespace ebbflow::live
