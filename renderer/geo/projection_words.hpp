#pragma once
// Projections by plain words (`europe`, `north pole`, `mercator`) beside PROJ's own definitions,
// and PROJ's refusals in words that an author understands. It makes no projection.

#include <span>
#include <string>
#include <string_view>

namespace ebbflow::geo {

/// One word and the definition that it stands for.
struct ProjectionWord {
    std::string_view word;
    std::string_view definition;
};

/// All of them, parts of the world first.
[[nodiscard]] std::span<const ProjectionWord> projectionWords();

/// What PROJ is to be asked for: the definition of a word, however it is written (`North Pole`,
/// `north_pole`), or the text as it stands.
[[nodiscard]] std::string projectionOfWords(const std::string& text);

/// Why PROJ did not take `definition`, and what to write instead. `reason`: its own last words.
[[nodiscard]] std::string plainRefusal(const std::string& definition, const std::string& reason);

}  // namespace ebbflow::geo
