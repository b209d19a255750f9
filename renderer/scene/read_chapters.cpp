#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

void readStepDate(const Reading& reading, const Field& field, Step& step) {
    step.datePlace = reading.place(field.value);
    step.date = readDate(reading, field);
    if (step.date && (step.date->openBegin || step.date->openEnd)) {
        reading.error(field.value, "a step's date needs both its start and its end");
        step.date.reset();
    }
}

void readShow(const Reading& reading, const Field& field, Step& step) {
    auto show = readPoints(reading, field);
    if (step.camera && (!step.camera->show.empty() || step.camera->center || step.camera->widthKm ||
                        !step.camera->path.empty() || !step.camera->follow.empty())) {
        reading.error(field.key, "the camera already says where to look; keep one of the two");
        return;
    }
    if (!step.camera) step.camera = Camera{};
    step.camera->show = std::move(show);
    if (step.camera->place.line == 0) step.camera->place = reading.place(field.value);
}

/// True if the key is one that a step reads.
bool readStepKey(const Reading& reading, const Field& field, const Key& key, Step& step) {
    if (field.name == "date")
        readStepDate(reading, field, step);
    else if (field.name == "length")
        step.length = readTime(reading, field);
    else if (field.name == "camera")
        step.camera = readCamera(reading, field);
    else if (field.name == "show" || field.name == "portrait")
        return true;  // after the camera, wherever it is written
    else if (field.name == "transition")
        step.transition = readTransition(reading, field, key);
    else if (field.name == "accumulate")
        step.accumulate = readAccumulate(reading, field, key);
    else if (field.name == "ambience")
        step.ambience = readAmbience(reading, field);
    else if (field.name == "caption")
        step.captions = readCaptions(reading, field);
    else if (field.name == "wait")
        step.waitForClick = readChoice(reading, field, key).has_value();
    else if (field.name == "focus") {
        step.focus = readWords(reading, field, key);
        step.focusPlace = reading.place(field.value);
    } else if (field.name == "source") {
        step.sources = readSources(reading, field, key);
        step.sourcesPlace = reading.place(field.value);
    } else if (field.name == "narration")
        readNarration(reading, field, step);
    else if (field.name == "card")
        step.card = readCard(reading, field);
    else if (field.name == "images")
        step.images = readImages(reading, field, key);
    else if (field.name == "marks")
        step.marks = readMarks(reading, field, key);
    else
        return false;
    return true;
}

/// A shorter step is not seen, a longer one is a slip of the pen.
void checkLength(const Reading& reading, const Node& node, const Step& step) {
    constexpr double kShortest = 0.1, kLongest = 3600;
    if (!step.length) return;
    const double seconds = step.length->seconds();
    if (seconds >= kShortest && seconds <= kLongest) return;
    reading.error(*node.find("length"), "a step lasts from 0.1 to 3600 seconds");
}

void finishStep(const Reading& reading, const Node& node, Step& step) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        if (node.keys[i].text == "show") {
            readShow(reading, {"show", node.keys[i], node.items[i]}, step);
        }
    }
    // Last, for it takes the others' place; read for its faults in every shape of picture.
    if (const Node* portrait = node.find("portrait")) {
        Camera camera = readCamera(reading, {"portrait", *portrait, *portrait});
        if (reading.upright) step.camera = std::move(camera);
    }
    checkLength(reading, node, step);
}

Step readStep(const Reading& reading, const Node& node) {
    Step step;
    step.place = reading.place(node);
    eachKey(reading, node, Group::step, [&](const Field& field, const Key& key) {
        if (readStepKey(reading, field, key, step)) return;
        if (field.name == "notes")
            step.notes = readLocalText(reading, field);
        else if (field.name == "screen")
            step.screen = readScreen(reading, field);
        else
            assert(false);
    });
    finishStep(reading, node, step);
    return step;
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
    for (const Node& item : field.value.items) {
        if (item.isMap())
            steps.push_back(readStep(reading, item));
        else
            reading.wrongType({"steps", item, item}, "keys in each step", "- date: 1956");
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

Chapter readChapter(const Reading& reading, const Node& node, std::size_t number) {
    Chapter chapter;
    chapter.place = reading.place(node);
    chapter.id = fmt::format("chapter-{}", number);
    Step only;
    only.place = chapter.place;
    const bool hasSteps = node.find("steps") != nullptr;
    eachKey(reading, node, Group::chapter, [&](const Field& field, const Key& key) {
        if (field.name == "id")
            chapter.id = readId(reading, field).value_or(chapter.id);
        else if (field.name == "title")
            chapter.title = readLocalText(reading, field);
        else if (field.name == "notes")
            chapter.notes = readLocalText(reading, field);
        else if (field.name == "screen")
            chapter.screen = readScreen(reading, field);
        else if (field.name == "steps")
            chapter.steps = readSteps(reading, field);
        else if (field.name == "lights")
            chapter.lights = readYesNo(reading, field).value_or(true);
        else if (hasSteps) {
            reading.error(field.key,
                          fmt::format("this chapter has `steps`, so `{}` belongs into one of them",
                                      field.name));
        } else {
            [[maybe_unused]] const bool read = readStepKey(reading, field, key, only);
            assert(read);
        }
    });
    if (!hasSteps) {
        finishStep(reading, node, only);
        chapter.steps.push_back(std::move(only));
    }
    return chapter;
}

}  // namespace

std::vector<Chapter> readChapters(const Reading& reading, const Field& field) {
    std::vector<Chapter> chapters;
    if (field.value.isList() && field.value.items.empty()) {
        reading.error(field.value, "`chapters` is empty; a film needs at least one chapter");
        return chapters;
    }
    if (!field.value.isList()) {
        reading.wrongType(field, "a list of chapters that each begin with `- `",
                          "- title: The first train");
        return chapters;
    }
    for (const Node& item : field.value.items) {
        if (item.isMap())
            chapters.push_back(readChapter(reading, item, chapters.size() + 1));
        else
            reading.wrongType({"chapters", item, item}, "keys in each chapter", "- date: 1956");
    }
    return chapters;
}

}  // namespace ebbflow::scene
