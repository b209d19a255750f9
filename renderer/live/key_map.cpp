#include "live/key_map.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/code_points.hpp"

namespace ebbflow::live {

namespace {

using gl::Key;

constexpr auto kPlay = std::to_array<Binding>({
    {Command::togglePause, U' '},
    {Command::seekBack, Key::left},
    {Command::seekForward, Key::right},
    {Command::frameBack, U','},
    {Command::frameForward, U'.'},
    {Command::chapterBack, U'['},
    {Command::chapterForward, U']'},
    {Command::toStart, Key::home},
    {Command::toEnd, Key::end},
    {Command::toggleFullScreen, U'f'},
    {Command::toggleFullScreen, Key::f11},
    {Command::screenshot, U's'},
    {Command::toggleClock, U't'},
    {Command::nextLanguage, U'l'},
    {Command::toggleKeys, U'?'},
    {Command::quit, U'q'},
    {Command::quit, Key::escape},
});

// What clickers send: PageDown and PageUp, or arrows, `b` or `.` for black, and by turns F5 and
// Escape to begin and end a slide show, of which neither may end a film.
constexpr auto kPresenter = std::to_array<Binding>({
    {Command::next, Key::right},
    {Command::next, Key::pageDown},
    {Command::next, Key::down},
    {Command::next, U' '},
    {Command::next, Key::enter},
    {Command::next, U'n'},
    {Command::back, Key::left},
    {Command::back, Key::pageUp},
    {Command::back, Key::up},
    {Command::back, Key::backspace},
    {Command::back, U'p'},
    {Command::toggleBlack, U'b'},
    {Command::toggleBlack, U'.'},
    {Command::toStart, Key::home},
    {Command::enterFullScreen, Key::f5},
    {Command::toggleFullScreen, U'f'},
    {Command::toggleFullScreen, Key::f11},
    {Command::toggleClock, U't'},
    {Command::toggleKeys, U'?'},
});

constexpr auto kNames = std::to_array<std::pair<std::string_view, Key>>({
    {"Escape", Key::escape},
    {"Enter", Key::enter},
    {"Tab", Key::tab},
    {"Backspace", Key::backspace},
    {"Left", Key::left},
    {"Right", Key::right},
    {"Up", Key::up},
    {"Down", Key::down},
    {"PageUp", Key::pageUp},
    {"PageDown", Key::pageDown},
    {"Home", Key::home},
    {"End", Key::end},
    {"F5", Key::f5},
    {"F11", Key::f11},
});

// The same keys of the keyboard while a Russian layout is on: a clicker's `.` then arrives as `ю`.
constexpr auto kRussian = std::to_array<std::pair<char32_t, char32_t>>({
    {U'б', U','},
    {U'ю', U'.'},
    {U'х', U'['},
    {U'ъ', U']'},
    {U'а', U'f'},
    {U'ы', U's'},
    {U'е', U't'},
    {U'д', U'l'},
    {U'й', U'q'},
    {U'т', U'n'},
    {U'з', U'p'},
    {U'и', U'b'},
});

char32_t lower(char32_t c) {
    const bool capital = (c >= U'A' && c <= U'Z') || (c >= U'А' && c <= U'Я');
    return capital ? c + 32 : c;
}

/// The character as the table of bindings writes it.
KeyPress plain(const KeyPress& press) {
    const char32_t* character = std::get_if<char32_t>(&press);
    if (character == nullptr) return press;
    const char32_t small = lower(*character);
    const auto* const found =
        std::ranges::find(kRussian, small, &std::pair<char32_t, char32_t>::first);
    return found == kRussian.end() ? small : found->second;
}

bool followsRepeats(Command command) {
    switch (command) {
        case Command::seekBack:
        case Command::seekForward:
        case Command::frameBack:
        case Command::frameForward:
        case Command::chapterBack:
        case Command::chapterForward:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::span<const Binding> bindingsOf(Mode mode) {
    switch (mode) {
        case Mode::play:
            return kPlay;
        case Mode::presenter:
            return kPresenter;
        case Mode::kiosk:
            break;
    }
    return {};
}

std::optional<Command> commandFor(Mode mode, const KeyPress& press, bool repeated) {
    const auto bindings = bindingsOf(mode);
    const auto found = std::ranges::find(bindings, plain(press), &Binding::press);
    if (found == bindings.end() || (repeated && !followsRepeats(found->command))) {
        return std::nullopt;
    }
    return found->command;
}

std::optional<KeyPress> keyNamed(std::string_view name) {
    const auto* const found = std::ranges::find(kNames, name, &decltype(kNames)::value_type::first);
    if (found != kNames.end()) return found->second;
    const auto points = text::codePoints(name);
    if (points.size() != 1) return std::nullopt;
    return points.front().value;
}

}  // namespace ebbflow::live
