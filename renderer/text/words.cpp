#include "text/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "text/cldr.hpp"
#include "text/digits.hpp"
#include "text/languages.hpp"

namespace ebbflow::text {
namespace {

/// CLDR's names of the forms that nouns have beside the bare one, the genitive of months, and the
/// first of a month where it is no mere figure.
constexpr std::array<std::string_view, 7> kForms{"_zero", "_one", "_two",  "_few",
                                                 "_many", "_of",  "_first"};

bool isForm(std::string_view key) {
    return std::ranges::any_of(kForms, [&](std::string_view form) { return key.ends_with(form); });
}

const char* builtin(std::string_view key, std::string_view language) {
    const LanguageWords* own = languageOf(language);
    const std::string* word = own == nullptr ? nullptr : text::find(own->words, key);
    return word == nullptr ? nullptr : word->c_str();
}

/// The key of the form that the number asks for.
std::string formOf(std::string_view key, std::int64_t n, std::string_view language) {
    const std::string category = pluralCategory(n, language);
    return category == "other" ? std::string(key) : fmt::format("{}_{}", key, category);
}

/// Tables count `persons`, as statisticians do; on the screen they are people.
std::string_view unitKey(std::string_view unit) {
    return unit == "persons" || unit == "person" ? "people" : unit;
}

}  // namespace

std::string filled(std::string_view pattern, std::span<const Fill> fills) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto fill = std::ranges::find_if(fills, [&](const Fill& candidate) {
            const std::string_view name = candidate.first;
            return pattern[at] == '{' && pattern.substr(at + 1).starts_with(name) &&
                   pattern.substr(at + 1 + name.size()).starts_with('}');
        });
        if (fill == fills.end()) {
            text += pattern[at++];
        } else {
            text += fill->second;
            at += fill->first.size() + 2;
        }
    }
    return text;
}

const char* WordTable::find(std::string_view key, std::string_view language) const {
    for (const auto& [own, words] : overrides_) {
        if (own != key) continue;
        if (const std::string* found = words.find(language)) return found->c_str();
    }
    return builtin(key, language);
}

std::string WordTable::word(std::string_view key, std::string_view language) const {
    if (const char* found = find(key, language)) return found;
    if (const char* english = find(key, "en")) return english;
    return std::string(key);
}

std::string WordTable::counted(std::string_view key, std::int64_t n,
                               std::string_view language) const {
    key = unitKey(key);
    const std::string number = groupedDigits(n, word("digit_group", language));
    const char* pattern = find(formOf(key, n, language), language);
    if (pattern == nullptr) pattern = find(key, language);
    if (pattern == nullptr) pattern = find(formOf(key, n, "en"), "en");
    if (pattern == nullptr) pattern = find(key, "en");
    const std::array<Fill, 1> fills{{{"n", number}}};
    return pattern != nullptr ? filled(pattern, fills) : number + " " + std::string(key);
}

std::string WordTable::oneLight(std::int64_t n, std::string_view unit,
                                std::string_view language) const {
    const std::string amount = counted(unit, n, language);
    const std::array<Fill, 1> fills{{{"amount", amount}}};
    return filled(word("one_light", language), fills);
}

std::string WordTable::confidence(core::Confidence confidence, std::string_view language) const {
    return word(core::toString(confidence), language);
}

std::string WordTable::kind(std::string_view kind, std::string_view language) const {
    return word(kind, language);
}

std::string WordTable::ofKind(std::string_view key, std::string_view kindName,
                              std::string_view language) const {
    const std::array<Fill, 1> fills{{{"kind", kindName}}};
    return filled(word(key, language), fills);
}

std::vector<std::string> WordTable::missing(std::string_view language) const {
    std::vector<std::string> lacking;
    for (const Word& word : english().words) {
        if (!isForm(word.key) && find(word.key, language) == nullptr) lacking.push_back(word.key);
    }
    return lacking;
}

}  // namespace ebbflow::text
