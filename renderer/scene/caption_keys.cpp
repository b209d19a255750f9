// What is read: a text, or several one after the other.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

std::optional<Caption> readCaption(const Reading& reading, const Field& field) {
    Caption caption;
    caption.place = reading.place(field.value);
    if (field.value.isMap())
        readKeys(reading, field, captionKeys(), caption);
    else
        caption.text = readLocalText(reading, field);
    return caption.text.empty() ? std::nullopt : std::optional(caption);
}

}  // namespace

const KeyTable<Caption>& captionKeys() {
    static const KeyTable<Caption> keys{
        {.id = "caption", .title = "a caption", .languages = LanguageNames::keys},
        {
            {"at",
             time(&Caption::at),
             "When it appears, from the start of the step.",
             "5",
             {.leftOut = "at once", .otherWords = {"start"}}},
            {"length",
             time(&Caption::length),
             "How long it stays; left out, to the next caption or the step's end.",
             "6",
             {.leftOut = "to the next caption or the step's end", .otherWords = {"duration"}}},
        },
        [](const Reading& reading, const Field& field, Caption& caption) {
            return readWordsOf(reading, field, caption.text);
        }};
    return keys;
}

std::vector<Caption> readCaptions(const Reading& reading, const Field& field) {
    std::vector<Caption> result;
    for (const Field& item : itemsOf(field)) {
        auto caption = readCaption(reading, item);
        if (!caption) continue;
        const bool inOrder = result.empty() || result.back().at < caption->at;
        if (!inOrder) {
            reading.error(
                item.value,
                "a caption after the first needs its own, later `at:` (seconds from the start "
                "of the step)");
        }
        result.push_back(std::move(*caption));
    }
    return result;
}

}  // namespace ebbflow::scene
