#include "papers/words_sheet.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/csv.hpp"

namespace ebbflow::papers {

std::string wordsIn(const WordsSheet& sheet, const FilmText& text, const std::string& language) {
    for (const auto& [tag, words] : text.words.words) {
        const bool plain = tag.empty() && language == sheet.languages.front();
        if (plain || (!tag.empty() && core::sameLanguage(tag, language))) return words;
    }
    return {};
}

std::string toCsv(const WordsSheet& sheet) {
    std::vector<std::string> row{"chapter", "step", "key", "timecode", "seconds"};
    for (const auto& language : sheet.languages) row.push_back("characters " + language);
    row.insert(row.end(), sheet.languages.begin(), sheet.languages.end());
    std::string csv = core::csvRow(row);
    for (const FilmText& text : sheet.texts) {
        row = {text.chapter, text.step > 0 ? std::to_string(text.step) : std::string(), text.key,
               sheet.clock.at(text.start), fmt::format("{:.1f}", text.seconds)};
        for (const auto& language : sheet.languages) {
            row.push_back(text.timed ? std::to_string(charactersAllowed(text.seconds, language))
                                     : std::string());
        }
        for (const auto& language : sheet.languages) row.push_back(wordsIn(sheet, text, language));
        csv += core::csvRow(row);
    }
    return csv;
}

std::string toPaste(const NewWords& words) {
    std::string text = fmt::format("{}:{}:{}: {}\n", words.place.file, words.place.line,
                                   words.place.column, words.key);
    for (const auto& [language, value] : words.words.words) {
        // A text in JSON's quotes is one in YAML's, and needs no other care.
        const bool isNew = std::ranges::find(words.changed, language) != words.changed.end();
        text += fmt::format("    {}: {}{}\n", language, nlohmann::json(value).dump(),
                            isNew ? "  # new" : "");
    }
    return text;
}

}  // namespace ebbflow::papers
