#include <algorithm>

#include <fmt/format.h>

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

/// BCP 47 in outline: `en`, `zh-Hans`, `sr-Latn-RS`.
bool isLanguageTag(std::string_view tag) {
    std::size_t part = 0;
    while (!tag.empty()) {
        const std::string_view word = tag.substr(0, tag.find('-'));
        const bool letters = std::ranges::all_of(word, [&](unsigned char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   (part > 0 && c >= '0' && c <= '9');
        });
        const std::size_t longest = part == 0 ? 3 : 8;
        if (!letters || word.size() < 2 || word.size() > longest) return false;
        const bool more = word.size() < tag.size();
        tag.remove_prefix(word.size() + (more ? 1 : 0));
        if (more && tag.empty()) return false;
        ++part;
    }
    return part > 0;
}

std::optional<std::string> readLanguage(const Reading& reading, const Field& field) {
    auto tag = readWord(reading, field, "a language tag", "en, ru or zh-Hans");
    if (!tag || isLanguageTag(*tag)) return tag;
    reading.wrongType(field, "a language tag", "en, ru or zh-Hans");
    return std::nullopt;
}

}  // namespace

std::vector<std::string> readLanguages(const Reading& reading, const Field& field) {
    std::vector<std::string> result;
    for (const Field& item : itemsOf(field)) {
        auto tag = readLanguage(reading, item);
        if (!tag) continue;
        if (std::ranges::find(result, *tag) != result.end()) {
            reading.error(item.value, fmt::format("the language {} is listed twice", *tag));
        } else {
            result.push_back(std::move(*tag));
        }
    }
    return result;
}

void readFirstLanguage(const Reading& reading, const Field& field,
                       std::vector<std::string>& languages) {
    const auto first = readLanguage(reading, field);
    if (!first) return;
    if (languages.empty()) languages = {*first};
    const auto found = std::ranges::find_if(
        languages, [&](const std::string& l) { return core::sameLanguage(l, *first); });
    if (found == languages.end()) {
        reading.error(field.value, fmt::format("`{}` is none of the film's languages ({})", *first,
                                               fmt::join(languages, ", ")));
    } else {
        std::rotate(languages.begin(), found, found + 1);
    }
}

}  // namespace ebbflow::scene
