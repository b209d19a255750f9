// What a single step shows over the map: a title card, pictures, rings and arrows.

#include <cassert>

#include <fmt/format.h>

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

/// `start` and `length`, which all of them have. True if the key is one of them.
template <typename Insert>
bool readSpan(const Reading& reading, const Field& field, Insert& insert) {
    if (field.name == "start") {
        if (const auto time = readTime(reading, field)) insert.start = *time;
        return true;
    }
    if (field.name != "length") return false;
    insert.length = readTime(reading, field);
    if (insert.length && insert.length->ticks() <= 0) {
        reading.error(field.value, "`length` is more than 0 seconds");
        insert.length.reset();
    }
    return true;
}

Image readImage(const Reading& reading, const Node& node) {
    Image image;
    image.place = reading.place(node);
    eachKey(reading, node, Group::image, [&](const Field& f, const Key& key) {
        if (readSpan(reading, f, image)) return;
        if (f.name == "file") {
            image.place = reading.place(f.value);
            if (auto file = readWord(reading, f, "a picture's file", key.example))
                image.file = resolvedPath(reading, *file);
        } else if (f.name == "credit") {
            image.credit = readLocalText(reading, f);
        } else if (f.name == "at") {
            image.position = readChoice(reading, f, key).value_or("");
        } else if (f.name == "size") {
            image.large = readChoice(reading, f, key) == "large";
        } else if (f.name == "move") {
            image.move = readChoice(reading, f, key).value_or("");
        } else {
            assert(f.name == "fade");
            image.fade = readTime(reading, f);
        }
    });
    if (node.find("file") == nullptr) reading.error(node, "an image needs its `file`");
    if (node.find("credit") == nullptr) {
        reading.error(node,
                      "an image needs a `credit`: whose it is, and by what right it is shown");
    }
    return image;
}

Mark readMark(const Reading& reading, const Node& node) {
    Mark mark;
    mark.place = reading.place(node);
    eachKey(reading, node, Group::mark, [&](const Field& f, const Key&) {
        if (readSpan(reading, f, mark)) return;
        if (f.name == "ring") {
            if (auto place = readPoint(reading, f)) mark.places = {std::move(*place)};
        } else if (f.name == "arrow") {
            if (f.value.isList() && f.value.items.size() == 2)
                mark.places = readPoints(reading, f);
            else
                reading.wrongType(f, "the two places it joins", "[Moscow, Peking]");
            if (mark.places.size() < 2) mark.places.clear();
        } else if (f.name == "text") {
            mark.text = readLocalText(reading, f);
        } else {
            assert(f.name == "color");
            mark.colour = readColour(reading, f);
        }
    });
    const bool ring = node.find("ring") != nullptr;
    if (ring == (node.find("arrow") != nullptr))
        reading.error(node, "a mark is either a `ring` about a place or an `arrow` between two");
    return mark;
}

/// Each map of a list (or the only one) through `read`.
template <typename Item>
std::vector<Item> readAll(const Reading& reading, const Field& field, const Key& key,
                          Item (*read)(const Reading&, const Node&)) {
    std::vector<Item> result;
    if (field.value.isList() && !field.value.items.empty()) {
        for (const Node& item : field.value.items) {
            if (item.isMap())
                result.push_back(read(reading, item));
            else
                reading.wrongType({field.name, item, item}, "keys in each item", key.example);
        }
    } else {
        reading.wrongType(field, "a list of items that each begin with `- `", key.example);
    }
    return result;
}

}  // namespace

std::vector<Image> readImages(const Reading& reading, const Field& field, const Key& key) {
    return readAll<Image>(reading, field, key, readImage);
}

std::vector<Mark> readMarks(const Reading& reading, const Field& field, const Key& key) {
    std::vector<Mark> marks = readAll<Mark>(reading, field, key, readMark);
    std::erase_if(marks, [](const Mark& mark) { return mark.places.empty(); });
    return marks;
}

std::optional<Card> readCard(const Reading& reading, const Field& field) {
    Card card;
    card.place = reading.place(field.value);
    if (!field.value.isMap()) {
        card.title = readLocalText(reading, field);
        return card.title.empty() ? std::nullopt : std::optional(card);
    }
    const auto asLanguage = [&](const Field& f) { return readWordsOf(reading, f, card.title); };
    eachKey(
        reading, field.value, Group::card,
        [&](const Field& f, const Key&) {
            if (readSpan(reading, f, card)) return;
            if (f.name == "sources") {
                card.sources = readYesNo(reading, f).value_or(false);
                return;
            }
            auto& text = f.name == "kicker"     ? card.kicker
                         : f.name == "subtitle" ? card.subtitle
                                                : card.title;
            text = readLocalText(reading, f);
        },
        asLanguage, reading.languages);
    if (!card.title.empty()) return card;
    reading.error(field.value, "a card needs a `title`");
    return std::nullopt;
}

namespace {

FontChoice readFont(const Reading& reading, const Field& field, const Key& key) {
    FontChoice choice;
    choice.place = reading.place(field.value);
    for (std::string& word : readWords(reading, field, key)) {
        const bool file = word.find('.') != std::string::npos;
        choice.wanted.push_back(file ? resolvedPath(reading, word) : std::move(word));
    }
    return choice;
}

}  // namespace

void readStyle(const Reading& reading, const Field& field, const Key& key, Scene& scene) {
    if (!field.value.isMap()) {
        (void)readChoice(reading, field, key);
        return;
    }
    eachKey(reading, field.value, Group::style, [&](const Field& f, const Key& k) {
        if (f.name == "look") {
            (void)readChoice(reading, f, k);
        } else if (isMap(reading, f, "{serif: PT Serif}")) {
            eachKey(reading, f.value, Group::fonts, [&](const Field& font, const Key& fontKey) {
                (font.name == "serif" ? scene.fonts.serif : scene.fonts.sans) =
                    readFont(reading, font, fontKey);
            });
        }
    });
}

}  // namespace ebbflow::scene
