#pragma once
// The built-in words themselves, as one table. Internal to this folder.

#include <span>

namespace ebbflow::text {

struct BuiltinWord {
    const char* key;
    const char* en;  ///< null where the language needs no such form
    const char* zhHans;
    const char* ru;
};

[[nodiscard]] std::span<const BuiltinWord> builtinWords();

}  // namespace ebbflow::text
