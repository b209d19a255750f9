#pragma once
// Text in other encodings than UTF-8, turned into it by ICU, which knows them by all their names
// (`windows-1251`, `cp1251`; `latin1`). It guesses nothing; likely_encodings.hpp does.

#include <optional>
#include <string>
#include <string_view>

namespace ebbflow::core {

[[nodiscard]] bool knowsEncoding(const std::string& name);

/// The bytes as UTF-8, or nothing where they are no text in that encoding; it must be known.
[[nodiscard]] std::optional<std::string> toUtf8(std::string_view bytes,
                                                const std::string& encoding);

/// Whether every byte is part of a character of UTF-8.
[[nodiscard]] bool isUtf8(std::string_view bytes);

}  // namespace ebbflow::core
