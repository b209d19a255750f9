// Cards pinned to places: a picture, or paper set in type. What is printed on paper is in languages
// of its own, which need not be the film's.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "scene/key_values.hpp"
#include "scene/object.hpp"

namespace ebbflow::scene {

namespace {

constexpr std::size_t kMostScripts = 3;
constexpr std::array<std::string_view, 3> kPapers{"masthead", "primer", "poem"};

/// BCP 47: `zh`, `zh-Hant`, `sr-Latn-RS`.
bool isTag(std::string_view tag) {
    const std::string_view word = tag.substr(0, tag.find('-'));
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z'); };
    const auto isPart = [&](char c) {
        return isLetter(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return word.size() >= 2 && word.size() <= 3 && std::ranges::all_of(word, isLetter) &&
           std::ranges::all_of(tag, isPart);
}

void putPrinted(const Reading& reading, const Field& field, core::LocalText& text) {
    auto words = readText(reading, field);
    if (!words) return;
    const std::string known = languageOf(reading, field.name);
    text.words.emplace_back(known.empty() ? std::string(field.name) : known, std::move(*words));
}

/// Words with the language that they are printed in; plain ones are in the film's first.
core::LocalText readPrinted(const Reading& reading, const Field& field) {
    core::LocalText text;
    if (field.value.isMap()) {
        for (std::size_t i = 0; i < field.value.keys.size(); ++i) {
            const Node& key = field.value.keys[i];
            if (!key.isText() || !isTag(key.text)) {
                reading.error(key, fmt::format("`{}` is no language that words are printed in; "
                                               "write its tag, such as zh or ru",
                                               key.text));
            } else {
                putPrinted(reading, {key.text, key, field.value.items[i]}, text);
            }
        }
    } else if (field.value.isList()) {
        reading.wrongType(field, "printed words, with their language", "{ru: Правда}");
    } else {
        putPrinted(reading, {reading.languages.front(), field.key, field.value}, text);
    }
    return text;
}

std::vector<core::LocalText> readRows(const Reading& reading, const Field& field, const Key& key) {
    std::vector<core::LocalText> rows;
    if (!field.value.isList() || field.value.items.empty()) {
        reading.wrongType(field, "a list of rows, each of printed words with their languages",
                          key.example);
        return rows;
    }
    for (const Field& item : itemsOf(field)) {
        auto row = readPrinted(reading, item);
        if (!row.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

Value<Paper> printed(core::LocalText Paper::*member) {
    return into(member, {Shape::localText}, readPrinted);
}

Value<Paper> rows(std::vector<core::LocalText> Paper::*member) {
    return into(member, {Shape::localTexts}, readRows);
}

/// Which of the papers it is, or nothing and a fault.
std::string_view kindOf(const Reading& reading, const Field& field) {
    std::string_view kind;
    for (const std::string_view paper : kPapers) {
        if (field.value.find(paper) == nullptr) continue;
        if (!kind.empty()) {
            reading.error(field.value, fmt::format("a paper is a `{}` or a `{}`, not both; make "
                                                   "two objects of them",
                                                   kind, paper));
            return {};
        }
        kind = paper;
    }
    if (kind.empty())
        reading.error(field.value,
                      "a paper needs its `masthead`, the rows of a `primer`, or the lines of a "
                      "`poem`");
    return kind;
}

/// What belongs to another paper than this one is.
void checkParts(const Reading& reading, const Field& field, std::string_view kind) {
    struct Part {
        std::string_view key;
        std::array<std::string_view, 2> of;
    };
    constexpr std::array<Part, 5> parts{{{"date", {"masthead", ""}},
                                         {"issue", {"masthead", ""}},
                                         {"headline", {"masthead", ""}},
                                         {"title", {"primer", "poem"}},
                                         {"author", {"primer", "poem"}}}};
    for (const Part& part : parts) {
        const Node* found = field.value.find(part.key);
        if (found == nullptr || std::ranges::find(part.of, kind) != part.of.end()) continue;
        reading.error(*found,
                      fmt::format("`{}` does not belong to a {}; leave it out, or use the "
                                  "paper that has it: {}",
                                  part.key, kind,
                                  part.of[1].empty() ? std::string(part.of[0]) : "primer, poem"));
    }
}

void checkRows(const Reading& reading, const Field& field, const Paper& paper) {
    for (std::size_t i = 0; i < paper.primer.size(); ++i) {
        if (paper.primer[i].words.size() == 2) continue;
        reading.error(field.value,
                      fmt::format("row {} of this primer has words in {} languages; a row has them "
                                  "in two, such as {{ru: школа, zh: 学校}}",
                                  i + 1, paper.primer[i].words.size()));
    }
    for (const auto* all : {&paper.primer, &paper.poem}) {
        const auto languages = languagesOf(*all);
        const std::size_t most = all == &paper.primer ? 2 : kMostScripts;
        if (languages.size() <= most) continue;
        reading.error(field.value,
                      fmt::format("the words of this paper are in {} ({} languages); it has room "
                                  "for {}",
                                  fmt::join(languages, ", "), languages.size(), most));
    }
}

std::optional<Paper> readPaper(const Reading& reading, const Field& field) {
    Paper paper;
    paper.place = reading.place(field.value);
    if (!readMap(reading, field, paperKeys(), paper)) return std::nullopt;
    const std::string_view kind = kindOf(reading, field);
    if (kind.empty()) return std::nullopt;
    checkParts(reading, field, kind);
    checkRows(reading, field, paper);
    return paper;
}

void readFile(const Reading& reading, const Field& field, const Key& key, Object& object) {
    object.image.place = reading.place(field.value);
    if (auto file = readWord(reading, field, "a picture's file", key.example))
        object.image.file = resolvedPath(reading, *file);
}

void readCredit(const Reading& reading, const Field& field, Object& object) {
    object.image.credit = readLocalText(reading, field);
}

/// A picture with its credit, or paper.
void checkObject(const Reading& reading, const Node& node) {
    const bool image = node.find("image") != nullptr, paper = node.find("paper") != nullptr;
    const Node* credit = node.find("credit");
    if (image == paper) {
        reading.error(node,
                      "an object is either an `image` with its `credit`, or `paper` that is set in "
                      "type");
    } else if (image && credit == nullptr) {
        reading.error(node,
                      "an `image` needs a `credit`: whose it is, and by what right it is shown");
    } else if (paper && credit != nullptr) {
        reading.error(*credit,
                      "paper has no `credit`; say in `source` where its words stand, and in `text` "
                      "what it is");
    }
}

}  // namespace

std::vector<std::string> languagesOf(const std::vector<core::LocalText>& rows) {
    std::vector<std::string> languages;
    for (const core::LocalText& row : rows) {
        for (const auto& [language, words] : row.words) {
            if (std::ranges::find(languages, language) == languages.end())
                languages.push_back(language);
        }
    }
    return languages;
}

const KeyTable<Paper>& paperKeys() {
    static const KeyTable<Paper> keys{
        {.id = "paper", .title = "`paper`", .example = "{masthead: {ru: Правда}}"},
        {
            {"masthead",
             printed(&Paper::masthead),
             "The name of a newspaper, a journal, a programme, as large as the card.",
             "{ru: Правда}",
             {.leftOut = "it is a `primer` or a `poem`", .otherWords = {"newspaper", "journal"}}},
            {"date",
             printed(&Paper::date),
             "Of a masthead: its day, as it was printed.",
             "{ru: 15 февраля 1950}",
             {.leftOut = "none"}},
            {"issue",
             printed(&Paper::issue),
             "Of a masthead: its number or its page.",
             "{ru: № 46}",
             {.leftOut = "none", .otherWords = {"number"}}},
            {"headline",
             printed(&Paper::headline),
             "Of a masthead: a few words of what stands under it.",
             "{ru: Договор подписан}",
             {.leftOut = "none"}},
            {"primer",
             rows(&Paper::primer),
             "Rows of words in two languages, side by side.",
             "[{ru: школа, zh: 学校}, {ru: книга, zh: 书}]",
             {.leftOut = "it is a `masthead` or a `poem`", .otherWords = {"rows", "words"}}},
            {"poem",
             rows(&Paper::poem),
             "Lines, each in one to three languages; each language is a stanza.",
             "[{zh: 关关雎鸠, en: \"The ospreys cry:\"}]",
             {.leftOut = "it is a `masthead` or a `primer`",
              .more = "The first language is the large one.",
              .otherWords = {"lines", "verse"}}},
            {"title",
             printed(&Paper::title),
             "Of a primer or a poem: what stands over it.",
             "{zh: 诗经, ru: Шицзин}",
             {.leftOut = "none",
              .more = "In two languages it has two lines, and so have the others.",
              .otherWords = {"heading"}}},
            {"author",
             printed(&Paper::author),
             "Of a primer or a poem: who wrote it, at its foot.",
             "{ru: Перевод А. А. Штукина}",
             {.leftOut = "none", .otherWords = {"by", "poet"}}},
        }};
    return keys;
}

const KeyTable<Object>& objectKeys() {
    static const KeyTable<Object> keys{
        {.id = "object", .title = "an object"},
        {
            {"at",
             point(&Object::at),
             "The place that it is pinned to by a hairline.",
             "Peking",
             {.leftOut = "needed",
              .needed = "an object needs `at`: the place that it is pinned to",
              .otherWords = {"place", "ring"}}},
            {"side",
             choice(&Object::side, {"left", "right", "auto"}),
             "On which side of its place; `auto`: where it is off captions and furniture.",
             "left",
             {.leftOut = "`auto`", .otherWords = {"position"}}},
            {"image",
             {{Shape::word}, readFile},
             "A PNG, JPEG or TIFF, from the script's folder; or `paper`.",
             "images/station.jpg",
             {.leftOut = "it is `paper`", .otherWords = {"file", "picture", "photo"}}},
            {"credit",
             {{Shape::localText}, readCredit},
             "Whose picture it is, and by what right; under the card.",
             "A. Author (CC BY 4.0)",
             {.leftOut = "needed with `image`", .otherWords = {"copyright"}}},
            {"paper",
             into(&Object::paper, {.shape = Shape::group, .inside = &paperKeys()}, readPaper),
             "Paper set in type: a masthead, a page of a primer, a poem.",
             "{masthead: {ru: Правда}}",
             {.leftOut = "it is an `image`", .more = "With a `source`.", .otherWords = {"card"}}},
            {"text",
             localText(&Object::text),
             "What is written under it, in the film's languages.",
             "{en: Set for this film, ru: Набрано для фильма}",
             {.leftOut = "nothing", .otherWords = {"label"}}},
            {"source",
             placed(&Object::sourcesPlace, into(&Object::sources, {Shape::words}, readSources)),
             "Ids of the sources table, or free text: where the printed words stand.",
             "shijing_1957",
             {.leftOut = "the step's; of paper one of both is needed", .otherWords = {"sources"}}},
            {"in",
             time(&Object::in),
             "When it begins to open, from the start of the step.",
             "2",
             {.leftOut = "at once", .otherWords = {"start"}}},
            {"out",
             time(&Object::out),
             "When it has gone again, from the start of the step.",
             "7",
             {.leftOut = "at the step's end", .otherWords = {"end", "length"}}},
        }};
    return keys;
}

std::vector<Object> readObjects(const Reading& reading, const Field& field, const Key& key) {
    std::vector<Object> objects;
    if (!field.value.isList() || field.value.items.empty()) {
        reading.wrongType(field, "a list of items that each begin with `- `", key.example);
        return objects;
    }
    for (const Field& item : itemsOf(field)) {
        Object object;
        object.place = reading.place(item.value);
        if (!readMap(reading, item, objectKeys(), object)) continue;
        checkObject(reading, item.value);
        const bool isThere = object.paper || !object.image.file.empty();
        if (isThere && (object.at.position || !object.at.name.empty()))
            objects.push_back(std::move(object));
    }
    return objects;
}

}  // namespace ebbflow::scene
