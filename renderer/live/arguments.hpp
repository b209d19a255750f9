#pragma once
// What a command of the live film is told besides its name, typed: each kind knows how it is
// written and reads it from one word. It knows no command and no film.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/film_time.hpp"

namespace ebbflow::live {

using Argument = std::variant<core::FilmTime, double, std::int64_t, std::string>;
using Arguments = std::vector<Argument>;

struct ArgumentKind {
    std::string_view name;     ///< in the list of commands and in messages: `TIME`
    std::string_view written;  ///< how, for whoever wrote it wrong
    std::string_view example;  ///< one that is right
    /// Nothing when the word is none.
    std::optional<Argument> (*read)(std::string_view word);
    bool rest = false;  ///< all words that are left, with one blank between two; the last argument
};

/// `TIME`, a core::FilmTime from the film's start.
[[nodiscard]] const ArgumentKind& timeArgument();
/// `SECONDS`, a double, 0…1e9.
[[nodiscard]] const ArgumentKind& secondsArgument();
/// `WORD`, a std::string without blanks, of 64 bytes at most.
[[nodiscard]] const ArgumentKind& wordArgument();
/// `TEXT`, a std::string of 200 bytes at most, whose blanks are single.
[[nodiscard]] const ArgumentKind& textArgument();
/// `SPEED`, a double, 0.1…10.
[[nodiscard]] const ArgumentKind& speedArgument();
/// `SHARE`, a double, −100…100.
[[nodiscard]] const ArgumentKind& shareArgument();
/// `PART`, a double, 0…1.
[[nodiscard]] const ArgumentKind& partArgument();
/// `FACTOR`, a double, 0.01…100.
[[nodiscard]] const ArgumentKind& factorArgument();
/// `NUMBER`, an std::int64_t, 1…1,000,000.
[[nodiscard]] const ArgumentKind& numberArgument();

}  // namespace ebbflow::live
