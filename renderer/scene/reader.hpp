#pragma once
// Reads typed values out of the script's tree, by key and never by look: `caption: no` is a text,
// `wait: no` is a fault. Every fault is a diagnostic with its place; nothing is thrown. Private to
// this room.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "scene/keys.hpp"
#include "scene/node.hpp"
#include "scene/read_scene.hpp"
#include "scene/scene.hpp"
#include "scene/script_text.hpp"

namespace ebbflow::scene {

/// A value and the key it stands under (for list items, the list's key).
struct Field {
    std::string_view name;
    const Node& key;
    const Node& value;
};

/// What every reading function needs. `languages`, `rate` and `upright` are set before the chapters
/// are read.
struct Reading {
    const ScriptText& script;
    std::string file;
    std::string folder;
    core::Diagnostics& diagnostics;
    std::vector<std::string> languages{"en"};
    core::FrameRate rate;
    PictureSize size{};    ///< asked for, in place of the script's
    bool upright = false;  ///< whether the picture is higher than wide

    [[nodiscard]] core::SourcePlace place(const Node& node) const;
    void error(const Node& node, std::string message) const;
    /// "`tilt` takes a number of degrees, such as 25; this is a list".
    void wrongType(const Field& field, std::string_view wanted, std::string_view example) const;
};

/// Calls `handle(Field, const Key&)` for every key that `group` has, in the order written; reports
/// the others. Keys that `alsoValid` takes are passed over.
template <typename Handle, typename AlsoValid>
void eachKey(const Reading& reading, const Node& map, Group group, Handle handle,
             AlsoValid alsoValid, const std::vector<std::string>& more = {}) {
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        const Node& key = map.keys[i];
        if (!key.isText()) {
            reading.error(key, "a key is a single word followed by a colon");
        } else if (const Key* known = findKey(group, key.text)) {
            handle(Field{key.text, key, map.items[i]}, *known);
        } else if (!alsoValid(Field{key.text, key, map.items[i]})) {
            reading.error(key, unknownKeyMessage(group, key.text, more));
        }
    }
}

template <typename Handle>
void eachKey(const Reading& reading, const Node& map, Group group, Handle handle) {
    eachKey(reading, map, group, handle, [](const Field&) { return false; });
}

/// Reports and returns false unless the field is a map.
[[nodiscard]] bool isMap(const Reading& reading, const Field& field, std::string_view example);
/// The items of a list, or the single value as a list of one.
[[nodiscard]] std::vector<Field> itemsOf(const Field& field);

// Single values. An absent result has been reported.
[[nodiscard]] std::optional<std::string> readWord(const Reading&, const Field&,
                                                  std::string_view wanted,
                                                  std::string_view example);
[[nodiscard]] std::optional<std::string> readChoice(const Reading&, const Field&, const Key&);
[[nodiscard]] std::optional<bool> readYesNo(const Reading&, const Field&);
[[nodiscard]] std::optional<double> readNumber(const Reading&, const Field&, const Key&);
[[nodiscard]] std::optional<std::int64_t> readCount(const Reading&, const Field&, const Key&);
/// Kilometres: `2600 km` or `2600`.
[[nodiscard]] std::optional<double> readWidth(const Reading&, const Field&);
[[nodiscard]] std::optional<core::Period> readDate(const Reading&, const Field&);
[[nodiscard]] std::optional<core::FilmTime> readTime(const Reading&, const Field&);
[[nodiscard]] std::optional<core::Colour> readColour(const Reading&, const Field&);
[[nodiscard]] std::vector<std::string> readWords(const Reading&, const Field&, const Key&);
[[nodiscard]] std::optional<PlaceRef> readPoint(const Reading&, const Field&);
[[nodiscard]] std::vector<PlaceRef> readPoints(const Reading&, const Field&);

// Texts.
/// The words of a plain or quoted text without the blanks around it, or a fault: empty, or cut off
/// by ` #`.
[[nodiscard]] std::optional<std::string> readText(const Reading&, const Field&);
/// The language of `languages` that `tag` names, or empty.
[[nodiscard]] std::string languageOf(const Reading&, std::string_view tag);
[[nodiscard]] core::LocalText readLocalText(const Reading&, const Field&);
/// A map's entry that is a text in one language, added to `text`; false when its key is none.
[[nodiscard]] bool readWordsOf(const Reading&, const Field&, core::LocalText& text);
/// Ids or free text; a free text that ` #` cuts short is a fault.
[[nodiscard]] std::vector<std::string> readSources(const Reading&, const Field&, const Key&);
[[nodiscard]] std::vector<Caption> readCaptions(const Reading&, const Field&);

// Parts of the film.
/// Paths start from the script's folder; absolute ones, GDAL's `/vsi…` and addresses stay as they
/// are.
[[nodiscard]] std::string resolvedPath(const Reading&, const std::string& path);
[[nodiscard]] core::FileSpec readFileSpec(const Reading&, const Field&);
[[nodiscard]] core::TableSpec readTable(const Reading&, const Field&, Group row);
[[nodiscard]] Camera readCamera(const Reading&, const Field&);
[[nodiscard]] Transition readTransition(const Reading&, const Field&, const Key&);
[[nodiscard]] Accumulate readAccumulate(const Reading&, const Field&, const Key&);
[[nodiscard]] std::vector<Ambience> readAmbience(const Reading&, const Field&);
[[nodiscard]] Screen readScreen(const Reading&, const Field&);
[[nodiscard]] std::optional<Card> readCard(const Reading&, const Field&);
[[nodiscard]] std::vector<Image> readImages(const Reading&, const Field&, const Key&);
[[nodiscard]] std::vector<Mark> readMarks(const Reading&, const Field&, const Key&);
[[nodiscard]] std::vector<SoundTrack> readSound(const Reading&, const Field&, const Key&);
void readNarration(const Reading&, const Field&, Step&);
/// `style`: the look, of which there is one, and the typefaces.
void readStyle(const Reading&, const Field&, const Key&, Scene&);
[[nodiscard]] std::vector<Chapter> readChapters(const Reading&, const Field&);
[[nodiscard]] Scene readFilm(Reading&, const Node& root);

}  // namespace ebbflow::scene
