#pragma once
// A key as the window hears it: one that has a name, or the character that it writes. It knows the
// names of keys on the command line, and nothing of what a key does.

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "gl/window.hpp"

namespace ebbflow::live {

using KeyPress = std::variant<gl::Key, char32_t>;

/// `x`, `Escape`, `F5`, `PageDown`, …: the name of a key on the command line. Nothing when it is
/// none.
[[nodiscard]] std::optional<KeyPress> keyNamed(std::string_view name);

/// `x`, `Space`, `PageDown`: the key's name where it has one. The character must be ASCII.
[[nodiscard]] std::string nameOf(const KeyPress& press);

/// All names that keyNamed() knows, beside single characters: `Escape, Enter, …`.
[[nodiscard]] std::string keyNames();

}  // namespace ebbflow::live
