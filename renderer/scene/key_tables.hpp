#pragma once
// Every group of keys by name, with what a map of it is read into. Private to this room.

#include "core/source_spec.hpp"
#include "scene/scene.hpp"

namespace ebbflow::scene {

template <typename Model>
struct KeyTable;

struct AmbienceRead;
struct ChapterRead;
struct Degrees;

[[nodiscard]] const KeyTable<Scene>& filmKeys();
[[nodiscard]] const KeyTable<Frame>& frameKeys();
[[nodiscard]] const KeyTable<Map>& mapKeys();
[[nodiscard]] const KeyTable<std::vector<MapLayer>>& layerKeys();
[[nodiscard]] const KeyTable<core::FileSpec>& fileKeys();
[[nodiscard]] const KeyTable<Scene>& flowmapKeys();
[[nodiscard]] const KeyTable<Flow>& flowKeys();
[[nodiscard]] const KeyTable<Screen>& screenKeys();
[[nodiscard]] const KeyTable<Piece>& pieceKeys();
[[nodiscard]] const KeyTable<Piece>& legendKeys();
[[nodiscard]] const KeyTable<Screen>& counterKeys();
[[nodiscard]] const KeyTable<Chart>& chartKeys();
[[nodiscard]] const KeyTable<Scene>& styleKeys();
[[nodiscard]] const KeyTable<Fonts>& fontKeys();
[[nodiscard]] const KeyTable<Card>& cardKeys();
[[nodiscard]] const KeyTable<Image>& imageKeys();
[[nodiscard]] const KeyTable<Mark>& markKeys();
[[nodiscard]] const KeyTable<Object>& objectKeys();
[[nodiscard]] const KeyTable<Paper>& paperKeys();
[[nodiscard]] const KeyTable<ChapterRead>& chapterKeys();
[[nodiscard]] const KeyTable<Step>& stepKeys();
[[nodiscard]] const KeyTable<Hold>& holdKeys();
[[nodiscard]] const KeyTable<Grade>& gradeKeys();
[[nodiscard]] const KeyTable<Grade>& sunKeys();
[[nodiscard]] std::vector<std::string> gradeNames();
[[nodiscard]] const KeyTable<Transition>& transitionKeys();
[[nodiscard]] const KeyTable<Camera>& cameraKeys();
[[nodiscard]] const KeyTable<Stop>& stopKeys();
[[nodiscard]] const KeyTable<AmbienceRead>& ambienceKeys();
[[nodiscard]] const KeyTable<Presence>& presenceKeys();
[[nodiscard]] const KeyTable<Pulse>& pulseKeys();
[[nodiscard]] const KeyTable<Degrees>& pointKeys();
[[nodiscard]] const KeyTable<Caption>& captionKeys();
[[nodiscard]] const KeyTable<core::InlineRow>& movementKeys();
[[nodiscard]] const KeyTable<core::InlineRow>& placeKeys();
[[nodiscard]] const KeyTable<core::InlineRow>& siteKeys();
[[nodiscard]] const KeyTable<core::InlineRow>& figureKeys();
[[nodiscard]] const KeyTable<core::InlineRow>& sourceKeys();
[[nodiscard]] const KeyTable<SoundTrack>& soundKeys();
[[nodiscard]] const KeyTable<Kiosk>& kioskKeys();

}  // namespace ebbflow::scene
