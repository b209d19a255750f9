// A chapter: a step itself, or several.

#include <algorithm>

#include <fmt/format.h>

#include "scene/key_values.hpp"

namespace ebbflow::scene {

/// As written: the chapter, and what of its keys are a step's.
struct ChapterRead : Chapter {
    Step only;
    bool skipped = false;
};

namespace {

/// Of a step's keys, those that a chapter with `steps` has as well.
bool isOfWholeChapter(const Key& key) {
    return key.name == "notes" || key.name == "screen";
}

std::vector<Step> readSteps(const Reading& reading, const Field& field) {
    std::vector<Step> steps;
    if (field.value.isList() && field.value.items.empty()) {
        reading.error(field.value, "`steps` is empty; a chapter has at least one step");
        return steps;
    }
    if (!field.value.isList()) {
        reading.wrongType(field, "a list of steps that each begin with `- `", "- date: 1956");
        return steps;
    }
    for (const Field& item : itemsOf(field)) {
        if (!item.value.isMap()) {
            reading.wrongType(item, "keys in each step", "- date: 1956");
            continue;
        }
        Step& step = steps.emplace_back();
        step.place = reading.place(item.value);
        readKeys(reading, item, stepKeys(), step);
        checkStep(reading, item.value, step);
    }
    return steps;
}

std::optional<std::string> readId(const Reading& reading, const Field& field) {
    auto id = readWord(reading, field, "a short name", "estrangement");
    if (!id) return std::nullopt;
    const auto good = [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    if (std::ranges::all_of(*id, good)) return id;
    reading.error(field.value, fmt::format("the id `{}` may hold only a–z, 0–9, _ and -", *id));
    return std::nullopt;
}

Row<ChapterRead> refused(Key key) {
    key.notes.turn = Turn::usual;
    return {
        std::move(key), [](const Reading& reading, const Field& field, const Key&, ChapterRead&) {
            reading.error(field.key,
                          fmt::format("this chapter has `steps`, so `{}` belongs into one of them",
                                      field.name));
        }};
}

/// A chapter's own keys, and a step's: as its only step's, or refused where it has `steps`.
std::vector<Row<ChapterRead>> chapterRows(bool hasSteps) {
    std::vector<Row<ChapterRead>> rows{
        {"id",
         into(&Chapter::id, {Shape::word}, readId),
         "A short name for links and commands.",
         "estrangement",
         {.leftOut = "`chapter-1` …", .more = "It holds a–z, 0–9, `_` and `-`.", .seen = false}},
        {"title",
         localText(&Chapter::title),
         "The chapter's title.",
         "{en: Estrangement, ru: Отчуждение}",
         {.leftOut = "none", .more = "It is shown as the chapter begins.", .otherWords = {"name"}}},
        {"steps",
         into(&Chapter::steps, {.shape = Shape::groups, .inside = &stepKeys()}, readSteps),
         "What happens, in order.",
         "[{date: 1956}, {date: 1957}]",
         {.leftOut = "it is one step", .otherWords = {"shots", "scenes"}}},
        {"lights",
         yesNo(&Chapter::lights),
         "Whether the tables' rows set out in this chapter.",
         "no",
         {.leftOut = "yes", .more = "With `no` its dates pass, and no row sets out."}},
        {"skip",
         yesNo(&ChapterRead::skipped),
         "Leaves the chapter out of the film.",
         "yes",
         {.leftOut = "no",
          .more = "What is wrong in its lines is told all the same, and the others keep their "
                  "`chapter-1` ….",
          .otherWords = {"hide", "hidden", "off"},
          .seen = false}},
    };
    for (const Row<Step>& row : stepKeys().rows) {
        const bool mayNot = hasSteps && !isOfWholeChapter(row.key);
        rows.push_back(mayNot ? refused(row.key) : through(&ChapterRead::only, row));
    }
    return rows;
}

const KeyTable<ChapterRead>& keysBesideSteps() {
    static const KeyTable<ChapterRead> keys{{.id = "chapter", .title = "a chapter"},
                                            chapterRows(true)};
    return keys;
}

ChapterRead readChapter(const Reading& reading, const Field& field, std::size_t number) {
    ChapterRead chapter;
    chapter.id = fmt::format("chapter-{}", number);
    chapter.place = chapter.only.place = reading.place(field.value);
    const bool hasSteps = field.value.find("steps") != nullptr;
    readKeys(reading, field, hasSteps ? keysBesideSteps() : chapterKeys(), chapter);
    // These hold for all of its steps.
    chapter.notes = std::exchange(chapter.only.notes, {});
    chapter.screen = std::exchange(chapter.only.screen, {});
    if (!hasSteps) {
        checkStep(reading, field.value, chapter.only);
        chapter.steps.push_back(std::move(chapter.only));
    }
    return chapter;
}

}  // namespace

const KeyTable<ChapterRead>& chapterKeys() {
    static const KeyTable<ChapterRead> keys{{.id = "chapter", .title = "a chapter"},
                                            chapterRows(false)};
    return keys;
}

std::vector<Chapter> readChapters(const Reading& reading, const Field& field) {
    std::vector<Chapter> chapters;
    std::size_t read = 0;
    if (field.value.isList() && field.value.items.empty()) {
        reading.error(field.value, "`chapters` is empty; a film needs at least one chapter");
        return chapters;
    }
    if (!field.value.isList()) {
        reading.wrongType(field, "a list of chapters that each begin with `- `",
                          "- title: The first train");
        return chapters;
    }
    for (const Field& item : itemsOf(field)) {
        if (!item.value.isMap()) {
            reading.wrongType(item, "keys in each chapter", "- date: 1956");
            continue;
        }
        ChapterRead chapter = readChapter(reading, item, ++read);
        if (!chapter.skipped) chapters.push_back(std::move(chapter));
    }
    if (chapters.empty() && read > 0)
        reading.error(field.value, "every chapter has `skip`; a film needs at least one chapter");
    return chapters;
}

}  // namespace ebbflow::scene
