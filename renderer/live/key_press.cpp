#include "live/key_press.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/enum_size.hpp"
#include "text/code_points.hpp"

namespace ebbflow::live {

namespace {

using gl::Key;

using Named = std::pair<std::string_view, Key>;
constexpr auto kNames = std::to_array<Named>({
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
static_assert(core::hasEveryValue(kNames, &Named::second));

}  // namespace

std::optional<KeyPress> keyNamed(std::string_view name) {
    const auto* const found = std::ranges::find(kNames, name, &Named::first);
    if (found != kNames.end()) return found->second;
    const auto points = text::codePoints(name);
    if (points.size() != 1) return std::nullopt;
    return points.front().value;
}

std::string nameOf(const KeyPress& press) {
    if (const auto* key = std::get_if<Key>(&press))
        return std::string(std::ranges::find(kNames, *key, &Named::second)->first);
    const char32_t character = std::get<char32_t>(press);
    if (character == U' ') return "Space";
    return {static_cast<char>(character)};  // the tables of bindings hold ASCII only
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
