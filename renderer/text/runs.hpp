#pragma once
// Decides, before any shaping, which stretch of a text is set in the alphabet's font and which in
// the Han font, and where a line must not break. Pure functions of the text and its language.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::text {

enum class Script { alphabet, han, other };

struct Run {
    std::size_t begin = 0;  ///< bytes
    std::size_t end = 0;
    Script script = Script::alphabet;
    std::string face{};  ///< of other scripts and of the script's choice: its name
    friend bool operator==(const Run&, const Run&) = default;
};

/// Which of the fonts has a character.
struct Faces {
    std::function<bool(char32_t)> alphabetHas;
    /// Another face to take before the alphabet's; empty = none.
    std::function<std::string(char32_t)> before = [](char32_t) { return std::string(); };
    /// And behind it, where the run before is in a face of that name (empty = one of the usual).
    std::function<std::string(char32_t, const std::string&)> behind =
        [](char32_t, const std::string&) { return std::string(); };
};

/// Han, and whatever no other font has, goes to the Han font. Quotes, dashes, dots that
/// both have are Han in a Han-written language, where they are full-width. Invisible characters and
/// combining marks stay with what goes before. The runs cover the text.
[[nodiscard]] std::vector<Run> splitRuns(std::string_view text, std::string_view language,
                                         const Faces& faces);

struct Bytes {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Bytes&, const Bytes&) = default;
};

/// Stretches inside which no line may end: a figure and the Han word it counts (1390人), a dash and
/// the word before it, and a one-letter word and the next where the language's file says so.
[[nodiscard]] std::vector<Bytes> unbreakable(std::string_view text, std::string_view language);

}  // namespace ebbflow::text
