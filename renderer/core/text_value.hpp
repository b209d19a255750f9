#pragma once
// A text in one or more languages, and how a language tag is matched (BCP 47 prefixes: `zh` finds
// `zh-Hans`). Holds words only; layout is text's business.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ebbflow::core {

/// Words per language tag, in the order written. A text given as a plain string carries the empty
/// tag, which stands for every language.
struct LocalText {
    std::vector<std::pair<std::string, std::string>> words;

    [[nodiscard]] bool empty() const { return words.empty(); }
    /// Exact tag, else the first entry of which one tag is a prefix of the other (`zh`, `zh-Hans`),
    /// else the entry with the empty tag; null when there is none.
    [[nodiscard]] const std::string* find(std::string_view language) const;
    /// As find(), and failing that the first entry, and failing that an empty string.
    [[nodiscard]] const std::string& inOrAny(std::string_view language) const;
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// Whether two tags mean the same language: equal, or one is a prefix of the other at a hyphen.
[[nodiscard]] bool sameLanguage(std::string_view a, std::string_view b);

}  // namespace ebbflow::core
