#include "text/languages.hpp"

#include <algorithm>
#include <cassert>

#include "core/embedded_file.hpp"
#include "core/text_value.hpp"

namespace ebbflow::text {

std::span<const core::EmbeddedFile> embeddedWords();

namespace {

std::vector<LanguageWords> readAll() {
    std::vector<LanguageWords> all;
    core::Diagnostics diagnostics;
    for (const core::EmbeddedFile& file : embeddedWords()) {
        all.push_back(readWords(file.text, "words/" + std::string(file.name), diagnostics));
    }
    assert(!diagnostics.hasErrors());
    return all;
}

}  // namespace

std::span<const LanguageWords> builtInLanguages() {
    static const std::vector<LanguageWords> kAll = readAll();
    return kAll;
}

const LanguageWords* languageOf(std::string_view tag) {
    const auto all = builtInLanguages();
    auto found = std::ranges::find(all, tag, &LanguageWords::language);
    if (found == all.end()) {
        found = std::ranges::find_if(all, [&](const LanguageWords& language) {
            return core::sameLanguage(language.language, tag);
        });
    }
    return found == all.end() ? nullptr : &*found;
}

const LanguageWords& english() {
    static const LanguageWords* const kEnglish = languageOf("en");
    assert(kEnglish != nullptr);
    return *kEnglish;
}

const LanguageWords& nearestLanguage(std::string_view tag) {
    const LanguageWords* nearest = languageOf(tag);
    if (nearest == nullptr) nearest = languageOf(tag.substr(0, tag.find('-')));
    return nearest != nullptr ? *nearest : english();
}

}  // namespace ebbflow::text
