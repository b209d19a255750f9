#pragma once
// Reads typed values out of the script's tree, by key and never by look: `caption: no` is a text,
// `wait: no` is a fault. Every fault is a diagnostic with its place; nothing is thrown. Private to
// this room.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "scene/key_tables.hpp"
#include "scene/keys.hpp"
#include "scene/node.hpp"
#include "scene/picture_size.hpp"
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

/// A key that its group does not have, with what may have been meant.
void reportUnknown(const Reading& reading, const Field& field, const Group& group);
/// The keys without which a map of the group means nothing.
void reportMissing(const Reading& reading, const Field& map, const Group& group);

/// Reports and returns false unless the field is a map.
[[nodiscard]] bool isMap(const Reading& reading, const Field& field, std::string_view example);
[[nodiscard]] bool isNumber(std::string_view text);
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
[[nodiscard]] core::TableSpec readTable(const Reading&, const Field&,
                                        const KeyTable<core::InlineRow>& rows);
/// Files or rows, or a pair of flowmap.blue's.
void readMovements(const Reading&, const Field&, Scene&);
[[nodiscard]] std::vector<std::string> readLanguages(const Reading&, const Field&);
/// Puts the language that is shown before the others.
void readFirstLanguage(const Reading&, const Field&, std::vector<std::string>& languages);
[[nodiscard]] Flow readFlow(const Reading&, const Field&);
[[nodiscard]] Camera readCamera(const Reading&, const Field&);
[[nodiscard]] Grade readGrade(const Reading&, const Field&, const Key&);
[[nodiscard]] std::optional<Pulse> readPulse(const Reading&, const Field&);
[[nodiscard]] std::optional<Hold> readHold(const Reading&, const Field&);
[[nodiscard]] Transition readTransition(const Reading&, const Field&, const Key&);
[[nodiscard]] std::vector<std::string> transitionKinds();
[[nodiscard]] std::vector<Ambience> readAmbience(const Reading&, const Field&);
[[nodiscard]] std::vector<Presence> readPresence(const Reading&, const Field&);
/// The places of the screen, and the sizes of what stands there.
[[nodiscard]] std::vector<std::string> positions();
[[nodiscard]] std::vector<std::string> sizes();
[[nodiscard]] std::optional<Piece> readPiece(const Reading&, const Field&,
                                             const KeyTable<Piece>& keys);
void readCounters(const Reading&, const Field&, const Key&, Screen&);
[[nodiscard]] Chart readChart(const Reading&, const Field&);
[[nodiscard]] std::optional<Card> readCard(const Reading&, const Field&);
[[nodiscard]] std::vector<Image> readImages(const Reading&, const Field&, const Key&);
[[nodiscard]] std::vector<Mark> readMarks(const Reading&, const Field&, const Key&);
[[nodiscard]] std::vector<Object> readObjects(const Reading&, const Field&, const Key&);
/// A path for all languages, or one for each.
[[nodiscard]] core::LocalText readSoundFiles(const Reading&, const Field&);
[[nodiscard]] std::vector<SoundTrack> readSound(const Reading&, const Field&, const Key&);
/// Days (`mon`, `mon-fri`, `daily`) with times of the day.
[[nodiscard]] std::vector<OpeningTime> readHours(const Reading&, const Field&);
[[nodiscard]] std::optional<Kiosk> readKiosk(const Reading&, const Field&);
void readStyle(const Reading&, const Field&, const Key&, Scene&);
/// What is wrong with a whole step whose keys have been read.
void checkStep(const Reading&, const Node&, const Step&);
[[nodiscard]] std::vector<Chapter> readChapters(const Reading&, const Field&);
[[nodiscard]] Scene readFilm(Reading&, const Node& root);

}  // namespace ebbflow::scene
