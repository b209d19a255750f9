#pragma once
// The words that the program itself puts on the screen, in the languages that it speaks by itself
// (languages.hpp) and in whatever other one a scene gives under `words:`. It holds no text of the
// film and reads no file.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/confidence.hpp"
#include "core/text_value.hpp"

namespace ebbflow::text {

/// What `{name}` in a pattern stands for.
using Fill = std::pair<std::string_view, std::string_view>;

/// Replaces each `{name}` that is among the fills; others stay as they are.
[[nodiscard]] std::string filled(std::string_view pattern, std::span<const Fill> fills);

class WordTable {
public:
    using Overrides = std::vector<std::pair<std::string, core::LocalText>>;

    WordTable() = default;
    /// A scene's own words go before the built-in ones, language by language.
    explicit WordTable(Overrides overrides) : overrides_(std::move(overrides)) {}

    /// The word in the language, else in English, else the key itself (a film must go on).
    [[nodiscard]] std::string word(std::string_view key, std::string_view language) const;
    /// The word only if this very language has it; null otherwise. Valid as long as the table.
    [[nodiscard]] const char* find(std::string_view key, std::string_view language) const;

    /// `5 people`, `5 человек`, `5人`: the form of `key` that the number asks for, its `{n}` filled
    /// with the formatted number. A unit that no table knows gives `5 unit`; a table's unit
    /// `persons` is `people` here.
    [[nodiscard]] std::string counted(std::string_view key, std::int64_t n,
                                      std::string_view language) const;
    /// `one light = 5 people`
    [[nodiscard]] std::string oneLight(std::int64_t n, std::string_view unit,
                                       std::string_view language) const;
    /// `recalled, not verified`
    [[nodiscard]] std::string confidence(core::Confidence confidence,
                                         std::string_view language) const;
    /// The legend's name of a kind; its own id where no table knows it.
    [[nodiscard]] std::string kind(std::string_view kind, std::string_view language) const;
    /// `students going home`: the words of `key` (here `going_home`) about a kind of that name.
    [[nodiscard]] std::string ofKind(std::string_view key, std::string_view kindName,
                                     std::string_view language) const;

    /// Keys that this language lacks and the program needs, in the order of words/en.yaml. Empty
    /// for the languages that the program speaks.
    [[nodiscard]] std::vector<std::string> missing(std::string_view language) const;

private:
    Overrides overrides_;
};

}  // namespace ebbflow::text
