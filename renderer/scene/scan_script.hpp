#pragma once
// Looks at the script as typed, before the YAML parser does: for bytes that are no text, and for
// what YAML would silently take otherwise than the author meant. It reads no values.

#include <set>

#include "core/diagnostic.hpp"
#include "scene/script_text.hpp"

namespace ebbflow::scene {

/// Invalid UTF-8, UTF-16, control characters. False when the script cannot be looked at further.
[[nodiscard]] bool checkBytes(const ScriptText& script, const std::string& file,
                              core::Diagnostics& diagnostics);

/// The traps of YAML. Returns the lines on which it found one, for what follows from them need not
/// be said again.
[[nodiscard]] std::set<int> scanScript(const ScriptText& script, const std::string& file,
                                       core::Diagnostics& diagnostics);

}  // namespace ebbflow::scene
