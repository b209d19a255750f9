// The languages of the program's own words: every file of words/ is held against English, against
// what CLDR knows of its language and against the fonts. A fault names its file and line.
#include "text/languages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <fmt/format.h>

#include "text/cldr.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::text {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Faults = std::vector<std::string>;
using Keys = std::set<std::string, std::less<>>;

const std::array kCategories{"zero", "one", "two", "few", "many"};

Faults saidBy(const core::Diagnostics& diagnostics) {
    Faults said;
    for (const auto& diagnostic : diagnostics.all()) said.push_back(core::toString(diagnostic));
    return said;
}

/// The words of a file as a translator saves it; its faults go to `said`.
LanguageWords readFile(const std::filesystem::path& path, Faults& said) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    core::Diagnostics diagnostics;
    LanguageWords words = readWords(text.str(), "words/" + path.filename().string(), diagnostics);
    said = saidBy(diagnostics);
    return words;
}

std::vector<std::filesystem::path> filesOfWords() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(EBBFLOW_SOURCE_DIR) / "words"))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// `{name}` of a text, in alphabetical order.
Keys placesIn(std::string_view text) {
    Keys places;
    for (std::size_t at = text.find('{'); at < text.size(); at = text.find('{', at + 1))
        places.emplace(text.substr(at, text.find('}', at) - at + 1));
    return places;
}

/// The key without the form behind it, and the form: `people`, `few`.
std::pair<std::string, std::string> keyAndForm(const std::string& key, const Keys& bare) {
    const std::size_t bar = key.rfind('_');
    if (bare.contains(key) || bar == std::string::npos) return {key, ""};
    return {key.substr(0, bar), key.substr(bar + 1)};
}

/// Holds one language against English.
class LanguageCheck {
public:
    explicit LanguageCheck(const LanguageWords& checked, const LanguageWords& model = english())
        : checked_(checked), english_(model) {
        for (const Word& word : english_.words) {
            const bool form = std::ranges::any_of(
                kCategories, [&](auto c) { return word.key.ends_with(fmt::format("_{}", c)); });
            if (form) {
                counted_.insert(word.key.substr(0, word.key.rfind('_')));
            } else {
                bare_.insert(word.key);
            }
        }
        words();
        list("window", checked_.window, english_.window);
        list("console", checked_.console, english_.console);
        list("keys", checked_.keys, english_.keys);
    }

    Faults faults;

private:
    void words() {
        for (const std::string& key : bare_)
            if (find(checked_.words, key) == nullptr) lacks(key);
        for (const Word& word : checked_.words) {
            const auto [key, form] = keyAndForm(word.key, bare_);
            if (!bare_.contains(key)) {
                fault(word, "English has no such word");
            } else {
                fills(word, *find(english_.words, key));
            }
            if (std::ranges::find(kCategories, form) != kCategories.end()) counted_.insert(key);
        }
        for (const std::string& key : counted_) forms(key);
    }

    /// Every category that CLDR has for the language, and no other.
    void forms(const std::string& key) {
        const auto wanted = pluralCategories(checked_.language);
        for (const std::string category : kCategories) {
            const bool known = std::ranges::find(wanted, category) != wanted.end();
            const std::string form = fmt::format("{}_{}", key, category);
            const auto given = std::ranges::find(checked_.words, form, &Word::key);
            if (known && given == checked_.words.end()) lacks(form);
            if (!known && given != checked_.words.end())
                fault(*given, fmt::format("CLDR has no `{}` in this language", category));
        }
    }

    void list(std::string_view section, const WordList& words, const WordList& model) {
        for (const Word& word : model)
            if (find(words, word.key) == nullptr) lacks(fmt::format("{}: {}", section, word.key));
        for (const Word& word : words) {
            const std::string* const there = find(model, word.key);
            there == nullptr ? fault(word, "English has no such word") : fills(word, *there);
        }
    }

    void fills(const Word& word, std::string_view model) {
        if (placesIn(word.text) != placesIn(model))
            fault(word, fmt::format("fills other places than `{}`", model));
    }

    void lacks(std::string_view key) {
        faults.push_back(fmt::format("words/{}.yaml: error: lacks `{}`", checked_.language, key));
    }
    void fault(const Word& word, std::string_view what) {
        faults.push_back(core::toString(
            {core::Severity::error, word.place, fmt::format("`{}`: {}", word.key, what)}));
    }

    const LanguageWords& checked_;
    const LanguageWords& english_;
    Keys bare_;     ///< of English, without forms
    Keys counted_;  ///< whose form follows a number, in English or here
};

TEST(Languages, AreTheFilesOfTheFolder) {
    std::vector<std::string> tags;
    for (const auto& path : filesOfWords()) tags.push_back(path.stem());
    std::vector<std::string> built;
    for (const LanguageWords& language : builtInLanguages()) built.push_back(language.language);
    EXPECT_EQ(built, tags);
}

TEST(Languages, SayAllThatEnglishSays) {
    for (const auto& path : filesOfWords()) {
        Faults said;
        const LanguageWords words = readFile(path, said);
        EXPECT_THAT(said, IsEmpty());
        EXPECT_THAT(LanguageCheck(words).faults, IsEmpty());
    }
}

/// All words of a language, each on a line of its own: fonts are asked once, not a thousand times.
std::string allWordsOf(const LanguageWords& language) {
    std::string all;
    for (const WordList* list : {&language.words, &language.window, &language.console,
                                 &language.commands, &language.keys}) {
        for (const Word& word : *list) all += word.text + "\n";
    }
    return all;
}

TEST(Languages, HaveTheirGlyphsInTheFonts) {
    const Typesetter typesetter{defaultFonts()};
    for (const LanguageWords& language : builtInLanguages()) {
        const std::string all = allWordsOf(language);
        for (const Family family : {Family::sans, Family::serif}) {
            EXPECT_THAT(typesetter.missingGlyphs(all, language.language, family), IsEmpty())
                << "words/" << language.language << ".yaml: error: no font has these";
        }
    }
}

TEST(Languages, AreFoundByWhatTheirTagsMean) {
    EXPECT_EQ(languageOf("zh")->language, "zh-Hans");
    EXPECT_EQ(languageOf("en-GB")->language, "en");
    EXPECT_EQ(languageOf("zh-Hant"), nullptr);
    EXPECT_EQ(languageOf(""), nullptr);
    EXPECT_EQ(nearestLanguage("zh-Hant").language, "zh-Hans");
    EXPECT_EQ(nearestLanguage("qaa").language, "en");
}

/// Faults of a file `words/xx.yaml` with these lines.
Faults faultsOf(const std::string& text) {
    core::Diagnostics diagnostics;
    (void)readWords(text, "words/xx.yaml", diagnostics);
    return saidBy(diagnostics);
}

TEST(WordsFile, FaultsHaveTheirLine) {
    EXPECT_THAT(faultsOf("words:\n  a: b\nword:\n"),
                ElementsAre("words/xx.yaml:3:1: error: `word` is no section of a words file"));
    EXPECT_THAT(faultsOf("words:\n  a: b\n  a: c\n"),
                ElementsAre("words/xx.yaml:3:3: error: `a` comes twice"));
    EXPECT_THAT(faultsOf("words:\n  a: [b]\n"),
                ElementsAre("words/xx.yaml:2:3: error: `a` needs a text"));
    EXPECT_THAT(faultsOf("\nmonths: [one, two]\n"),
                ElementsAre(HasSubstr("words/xx.yaml:2:9: error: the twelve months")));
    EXPECT_THAT(faultsOf("one_letter_words: drop\n"), ElementsAre(HasSubstr("xx.yaml:1:19: ")));
    EXPECT_THAT(faultsOf("words:\n  a: b: c\n"), ElementsAre(HasSubstr("words/xx.yaml:2:")));
    EXPECT_THAT(faultsOf("- words\n"), ElementsAre(HasSubstr("is a map")));
    EXPECT_THAT(
        faultsOf("marks: {colon: \": \", semicolon: \"; \", list_comma: \", \", open: x}\n"),
        ElementsAre(HasSubstr("lacks `close`")));
}

TEST(WordsFile, FormsAndMonthsAreKeysOfTheirOwn) {
    core::Diagnostics diagnostics;
    const LanguageWords read = readWords(
        "words:\n  people: {one: x, other: y}\nmonths_of_days: [a, b, c, d, e, f, g, h, i, j, k, "
        "l]",
        "words/xx-Test.yaml", diagnostics);
    EXPECT_FALSE(diagnostics.hasErrors());
    EXPECT_EQ(read.language, "xx-Test");
    EXPECT_EQ(*find(read.words, "people_one"), "x");
    EXPECT_EQ(*find(read.words, "people"), "y");
    EXPECT_EQ(*find(read.words, "july_of"), "g");
    EXPECT_EQ(find(read.words, "july"), nullptr);
}

TEST(LanguageCheck, FindsWhatALanguageLacksAndWhatItHasTooMuch) {
    core::Diagnostics none;
    const LanguageWords model = readWords(
        "words:\n  people: {one: \"{n} person\", other: \"{n} people\"}\n  km: \"{n} km\"\n",
        "words/en.yaml", none);
    const LanguageWords words = readWords(
        "words:\n"
        "  people: {few: \"{n} a\", two: \"{n} b\", other: \"{n} c\"}\n"
        "  km: \"{m} км\"\n"
        "  miles: x\n",
        "words/ru.yaml", none);
    EXPECT_THAT(
        LanguageCheck(words, model).faults,
        testing::UnorderedElementsAre(
            "words/ru.yaml: error: lacks `people_one`", "words/ru.yaml: error: lacks `people_many`",
            "words/ru.yaml:2:26: error: `people_two`: CLDR has no `two` in this language",
            "words/ru.yaml:3:3: error: `km`: fills other places than `{n} km`",
            "words/ru.yaml:4:3: error: `miles`: English has no such word"));
    const LanguageWords empty = readWords("words: {}\n", "words/de.yaml", none);
    EXPECT_THAT(LanguageCheck(empty, model).faults,
                testing::UnorderedElementsAre("words/de.yaml: error: lacks `km`",
                                              "words/de.yaml: error: lacks `people`",
                                              "words/de.yaml: error: lacks `people_one`"));
}

TEST(Cldr, PluralCategoriesOfWholeNumbers) {
    for (const std::int64_t n : {1, 21, 101, 1001, 131}) EXPECT_EQ(pluralCategory(n, "ru"), "one");
    for (const std::int64_t n : {2, 3, 4, 22, 104}) EXPECT_EQ(pluralCategory(n, "ru"), "few");
    for (const std::int64_t n : {0, 5, 11, 12, 14, 111, 112, 20})
        EXPECT_EQ(pluralCategory(n, "ru"), "many");
    EXPECT_EQ(pluralCategory(21, "pl"), "many");
    EXPECT_EQ(pluralCategory(1, "zh-Hans"), "other");
    EXPECT_EQ(pluralCategory(1, "de"), "one");
    EXPECT_EQ(pluralCategory(0, "en"), "other");
    EXPECT_EQ(pluralCategory(0, "fr"), "one");
    EXPECT_EQ(pluralCategory(2, "ar"), "two");
    EXPECT_EQ(pluralCategory(1, "qaa"), "one");
    EXPECT_EQ(pluralCategory(1, "no tag"), "one");
}

TEST(Cldr, NumbersBeyondDoublesKeepTheirForm) {
    EXPECT_EQ(pluralCategory(std::numeric_limits<std::int64_t>::min(), "ru"), "many");
    EXPECT_EQ(pluralCategory(9'000'000'000'000'000'021, "ru"), "one");
    EXPECT_EQ(pluralCategory(9'000'000'000'000'000'003, "ru"), "few");
    EXPECT_EQ(pluralCategory(-3, "ru"), "few");
}

TEST(Cldr, ScriptsOfLanguages) {
    for (const char* language : {"zh", "zh-Hant", "ja", "ko-KR", "yue"})
        EXPECT_TRUE(isHanLanguage(language)) << language;
    for (const char* language : {"en", "ru", "kok", "zh-Latn", "", "no tag"})
        EXPECT_FALSE(isHanLanguage(language)) << language;
    EXPECT_TRUE(hasFullWidthMarks("ja"));
    EXPECT_FALSE(hasFullWidthMarks("ko"));
}

TEST(Languages, AreCalledAsThoseWhoSpeakThemCallThem) {
    EXPECT_EQ(ownName("en"), "English");
    EXPECT_EQ(ownName("ru"), "Русский");
    EXPECT_EQ(ownName("zh-Hans"), "简体中文");
    EXPECT_EQ(ownName("qaa"), "qaa");
}

}  // namespace
}  // namespace ebbflow::text
