#include "live/key_press.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/code_points.hpp"

namespace ebbflow::live {

namespace {

using gl::Key;

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

}  // namespace

std::optional<KeyPress> keyNamed(std::string_view name) {
    const auto* const found = std::ranges::find(kNames, name, &decltype(kNames)::value_type::first);
    if (found != kNames.end()) return found->second;
    const auto points = text::codePoints(name);
    if (points.size() != 1) return std::nullopt;
    return points.front().value;
}

std::string keyNames() {
    std::string all;
    for (const auto& [name, key] : kNames) {
        if (!all.empty()) all += ", ";
        all += name;
    }
    return all;
}

}  // namespace ebbflow::live
