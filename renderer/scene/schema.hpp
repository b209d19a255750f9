#pragma once
// The JSON Schema (draft-07) of a script, for editors' YAML language servers, made from the same
// list of keys that the reader uses. It accepts whatever YAML 1.1 and 1.2 editors make of a value's
// look.

#include <string>

namespace ebbflow::scene {

/// The schema as indented JSON text.
[[nodiscard]] std::string schemaText();

}  // namespace ebbflow::scene
