// What keys and the pointer come to: commands on their way, and what is to be seen of the bar.

#include <utility>

#include "live/commands.hpp"
#include "live/grid_hands.hpp"
#include "live/key_map.hpp"
#include "live/picture.hpp"
#include "live/player_impl.hpp"
#include "live/visit_hands.hpp"

namespace ebbflow::live {

// Commands are carried out after the window's events, for some of them change the window.

void Player::Impl::press(KeyPress key) {
    if (options.exitKey && *options.exitKey == key) done = true;
    if (options.mode == Mode::kiosk) return pressInKiosk(key);
    if (typed(key) || pressedInGrid(key) || pressedAway(key)) return;
    auto command = commandFor(options.mode, key, stage.window().repeating());
    if (command) commands.send(std::move(*command));
}

/// Whether the key ended a number. Its digits may mean something by themselves.
bool Player::Impl::typed(const KeyPress& key) {
    const auto* character = std::get_if<char32_t>(&key);
    if (character != nullptr && *character >= U'0' && *character <= U'9')
        number.digit(static_cast<int>(*character - U'0'), clock.now());
    if (key != KeyPress(gl::Key::enter)) return false;
    const auto chapter = number.take(clock.now());
    if (chapter && *chapter > 0) commands.send(commandNamed("chapter", {*chapter}));
    return chapter.has_value();
}

bool Player::Impl::pressedInGrid(const KeyPress& key) {
    if (!grid.isOpen()) return false;
    auto meant = pressInGrid(grid, key, gridLayout(stage.plan()));
    if (meant) send(std::move(*meant));
    return meant.has_value();
}

/// Over a map that was moved, arrows move it on and Escape leads back.
bool Player::Impl::pressedAway(const KeyPress& key) {
    constexpr double kStep = 0.1;
    const gl::Key* named = std::get_if<gl::Key>(&key);
    if (named == nullptr || !away.isAway(clock.now())) return false;
    const auto pan = [&](double right, double down) {
        commands.send(commandNamed("map pan", {right * kStep, down * kStep}));
        return true;
    };
    if (*named == gl::Key::left) return pan(1, 0);
    if (*named == gl::Key::right) return pan(-1, 0);
    if (*named == gl::Key::up) return pan(0, 1);
    if (*named == gl::Key::down) return pan(0, -1);
    if (*named != gl::Key::escape) return false;
    commands.send(commandNamed("map back"));
    return true;
}

void Player::Impl::send(std::vector<Command> all) {
    for (Command& command : all) commands.send(std::move(command));
}

/// One at a time, so that the grid can be used while it fills.
void Player::Impl::makeAStill() {
    if (!grid.isOpen() && !visit.isAt(Visit::Place::menu)) return;
    const auto missing = stills.missingOf(stage.sharedPlan());
    if (!missing) return;
    const GridLayout layout =
        visit.isOpen() ? menuLayout(stage.plan()).chapters : gridLayout(stage.plan());
    const double width = layout.pictures[*missing].width;
    stills.keep(*missing, stage.small(stillTime(stage.plan(), *missing), width));
}

std::optional<Found> Player::Impl::found(bool barThere) const {
    const frame::Plan& plan = stage.plan();
    const double now = clock.now();
    const auto point = hands.onFilm(barLayout(plan), playback, barThere, now);
    if (!point || playback.isBlack()) return std::nullopt;
    const picture::CameraView film = story::cameraAt(plan.timeline, playback.time());
    return inspector.at(playback.time(), away.at(now).from(film), *point);
}

void Player::Impl::point(const gl::Pointer& pointer) {
    if (closed || (options.mode == Mode::kiosk && !visit.isOpen())) return;
    const frame::Plan& plan = stage.plan();
    const PointerEvent event{pointer.kind,
                             pointInPicture(stage.part(), plan.aspect, pointer.x, pointer.y),
                             pointer.button, pointer.notches, pointer.control};
    if (visit.isOpen())
        return sendOfVisitor(pointInVisit(visit, event, menuLayout(plan), clock.now()));
    if (away.isAway(clock.now())) away.touch(clock.now());
    send(grid.isOpen() ? pointInGrid(grid, event, gridLayout(plan))
                       : hands.take(event, barLayout(plan), playback, clock.now()));
}

std::optional<Bar> Player::Impl::bar() const {
    if (options.mode != Mode::play) return std::nullopt;
    return hands.bar(barLayout(stage.plan()), playback, notices.barStays(), clock.now());
}

bool Player::Impl::holdsTime() const {
    return closed || hands.holdsTime() || grid.isOpen() || visit.isAt(Visit::Place::menu);
}

/// Over a film that fills the screen it shows as long as the bar does, and in a kiosk to visitors
/// with a mouse.
void Player::Impl::showCursor() {
    const double now = clock.now();
    const bool on = options.mode == Mode::kiosk
                        ? visit.showsArrow(now)
                        : !stage.window().fullScreen() || hands.awake(now) || grid.isOpen();
    if (std::exchange(cursor, on) != on) stage.window().showCursor(on);
}

}  // namespace ebbflow::live
