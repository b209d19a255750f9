// What keys and the pointer come to: commands on their way, and what is to be seen of the bar.

#include <utility>

#include "live/commands.hpp"
#include "live/key_map.hpp"
#include "live/picture.hpp"
#include "live/player_impl.hpp"

namespace ebbflow::live {

// Commands are carried out after the window's events, for some of them change the window.

void Player::Impl::press(KeyPress key) {
    if (options.exitKey && *options.exitKey == key) done = true;
    if (typed(key)) return;
    auto command = commandFor(options.mode, key, stage.window().repeating());
    if (command) commands.send(std::move(*command));
}

/// Whether the key ended a number. Its digits may mean something by themselves.
bool Player::Impl::typed(const KeyPress& key) {
    if (options.mode == Mode::kiosk) return false;
    const auto* character = std::get_if<char32_t>(&key);
    if (character != nullptr && *character >= U'0' && *character <= U'9')
        number.digit(static_cast<int>(*character - U'0'), clock.now());
    if (key != KeyPress(gl::Key::enter)) return false;
    const auto chapter = number.take(clock.now());
    if (chapter && *chapter > 0) commands.send(commandNamed("chapter", {*chapter}));
    return chapter.has_value();
}

void Player::Impl::point(const gl::Pointer& pointer) {
    if (options.mode == Mode::kiosk) return;
    const frame::Plan& plan = stage.plan();
    const PointerEvent event{
        pointer.kind,
        pointInPicture(stage.window().framebufferSize(), plan.aspect, pointer.x, pointer.y),
        pointer.button, pointer.notches, pointer.control};
    for (Command& command : hands.take(event, barLayout(plan), playback, clock.now()))
        commands.send(std::move(command));
}

std::optional<Bar> Player::Impl::bar() const {
    if (options.mode != Mode::play) return std::nullopt;
    return hands.bar(barLayout(stage.plan()), playback, notices.barStays(), clock.now());
}

/// Over a film that fills the screen it shows as long as the bar does.
void Player::Impl::showCursor() {
    const bool on =
        options.mode != Mode::kiosk && (!stage.window().fullScreen() || hands.awake(clock.now()));
    if (std::exchange(cursor, on) != on) stage.window().showCursor(on);
}

}  // namespace ebbflow::live
