// What a single step shows over the map: a title card, pictures, rings and arrows.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

template <typename Insert>
Row<Insert> startKey(
    std::string_view description = "When it appears, from the start of the step.") {
    return {"start",
            time(&Insert::start),
            description,
            "1",
            {.leftOut = "at once", .otherWords = {"at"}}};
}

std::optional<core::FilmTime> readSpan(const Reading& reading, const Field& field) {
    auto length = readTime(reading, field);
    if (!length || length->ticks() > 0) return length;
    reading.error(field.value, "`length` is more than 0 seconds");
    return std::nullopt;
}

template <typename Insert>
Row<Insert> lengthKey(std::string_view example) {
    return {"length",
            into(&Insert::length, {Shape::time}, readSpan),
            "How long it stays; left out, to the end of the step.",
            example,
            {.leftOut = "to the step's end", .otherWords = {"duration"}}};
}

std::vector<std::string> imagePositions() {
    auto all = positions();
    all.emplace_back("full");
    return all;
}

void readPicture(const Reading& reading, const Field& field, const Key& key, Image& image) {
    image.place = reading.place(field.value);
    if (auto file = readWord(reading, field, "a picture's file", key.example))
        image.file = resolvedPath(reading, *file);
}

void readRing(const Reading& reading, const Field& field, Mark& mark) {
    if (auto place = readPoint(reading, field)) mark.places = {std::move(*place)};
}

void readArrow(const Reading& reading, const Field& field, Mark& mark) {
    if (field.value.isList() && field.value.items.size() == 2)
        mark.places = readPoints(reading, field);
    else
        reading.wrongType(field, "the two places it joins", "[Moscow, Peking]");
    if (mark.places.size() < 2) mark.places.clear();
}

/// Each map of a list, looked at by `check` when it is read.
template <typename Item, typename Check>
std::vector<Item> readAll(const Reading& reading, const Field& field, const Key& key,
                          const KeyTable<Item>& table, Check check) {
    std::vector<Item> result;
    if (!field.value.isList() || field.value.items.empty()) {
        reading.wrongType(field, "a list of items that each begin with `- `", key.example);
        return result;
    }
    for (const Field& item : itemsOf(field)) {
        if (!item.value.isMap()) {
            reading.wrongType(item, "keys in each item", key.example);
            continue;
        }
        Item& made = result.emplace_back();
        made.place = reading.place(item.value);
        readKeys(reading, item, table, made);
        check(item.value);
    }
    return result;
}

}  // namespace

const KeyTable<Card>& cardKeys() {
    static const KeyTable<Card> keys{
        {.id = "card", .title = "`card`", .languages = LanguageNames::keys},
        {
            {"title",
             localText(&Card::title),
             "The large line.",
             "{en: The beacon, ru: Маяк}",
             {.leftOut = "needed", .otherWords = {"text", "heading"}}},
            {"kicker",
             localText(&Card::kicker),
             "A small line over it.",
             "Chapter one",
             {.leftOut = "none"}},
            {"subtitle",
             localText(&Card::subtitle),
             "A line under it.",
             "Ideas travel first",
             {.leftOut = "none"}},
            {"sources",
             yesNo(&Card::sources),
             "Small print under it: all that the film's steps cite.",
             "yes",
             {.leftOut = "no",
              .more = "In two columns, to be paused on: the card for a film's end. It is not "
                      "counted as read."}},
            startKey<Card>(),
            lengthKey<Card>("4"),
        },
        [](const Reading& reading, const Field& field, Card& card) {
            return readWordsOf(reading, field, card.title);
        }};
    return keys;
}

const KeyTable<Image>& imageKeys() {
    static const KeyTable<Image> keys{
        {.id = "image", .title = "an image"},
        {
            {"file",
             {{Shape::word}, readPicture},
             "A PNG, JPEG or TIFF, from the script's folder.",
             "images/station.jpg",
             {.leftOut = "needed",
              .more = "Its colours are taken as sRGB.",
              .needed = "an image needs its `file`",
              .otherWords = {"path"}}},
            {"credit",
             localText(&Image::credit),
             "Whose picture it is, and by what right.",
             "A. Author (CC BY 4.0)",
             {.leftOut = "needed",
              .more = "It is drawn beside the picture.",
              .needed = "an image needs a `credit`: whose it is, and by what right it is shown",
              .otherWords = {"source", "copyright"}}},
            {"at",
             choice(&Image::position, imagePositions()),
             "Where on the screen; `full` fills it.",
             "full",
             {.leftOut = "`right`",
              .more = "Over a picture that fills it only captions and sources stay.",
              .otherWords = {"position", "place"}}},
            {"size",
             chosen(&Image::large, "large", sizes()),
             "How large.",
             "large",
             {.leftOut = "`normal`"}},
            startKey<Image>(),
            lengthKey<Image>("5"),
            {"move",
             choice(&Image::move, {"still", "zoom in", "zoom out", "pan left", "pan right",
                                   "pan up", "pan down"}),
             "A slow move inside its frame.",
             "zoom in",
             {.leftOut = "`still`",
              .more = "It lasts as long as the picture.",
              .otherWords = {"zoom"}}},
            {"fade",
             time(&Image::fade),
             "Seconds that it takes to come and to go.",
             "0.8",
             {.leftOut = "0.8"}},
        }};
    return keys;
}

const KeyTable<Mark>& markKeys() {
    static const KeyTable<Mark> keys{
        {.id = "mark", .title = "a mark"},
        {
            {"ring",
             {{.shape = Shape::point, .inside = &pointKeys()}, readRing},
             "A ring about a place.",
             "Lanzhou",
             {.leftOut = "it is an `arrow`", .otherWords = {"circle", "place"}}},
            {"arrow",
             {{.shape = Shape::points, .inside = &pointKeys()}, readArrow},
             "An arrow from one place to another.",
             "[Moscow, Peking]",
             {.leftOut = "it is a `ring`", .otherWords = {"line"}}},
            {"text",
             localText(&Mark::text),
             "What is written beside it.",
             "{en: the road, ru: путь}",
             {.leftOut = "nothing",
              .more = "It stands where no name of a place is in the way.",
              .otherWords = {"label"}}},
            {"color",
             colour(&Mark::colour),
             "A colour of the palette, or \"#f2b441\" in quotes.",
             "gold",
             {.leftOut = "off-white", .otherWords = {"colour"}}},
            startKey<Mark>("When it is drawn, from the start of the step."),
            lengthKey<Mark>("5"),
        }};
    return keys;
}

std::vector<Image> readImages(const Reading& reading, const Field& field, const Key& key) {
    return readAll(reading, field, key, imageKeys(), [](const Node&) {});
}

std::vector<Mark> readMarks(const Reading& reading, const Field& field, const Key& key) {
    const auto check = [&](const Node& node) {
        if ((node.find("ring") != nullptr) == (node.find("arrow") != nullptr)) {
            reading.error(node,
                          "a mark is either a `ring` about a place or an `arrow` between two");
        }
    };
    std::vector<Mark> marks = readAll(reading, field, key, markKeys(), check);
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
    readKeys(reading, field, cardKeys(), card);
    if (!card.title.empty()) return card;
    reading.error(field.value, "a card needs a `title`");
    return std::nullopt;
}

}  // namespace ebbflow::scene
