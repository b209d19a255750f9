#include <algorithm>

#include "scene/key_table.hpp"
#include "scene/key_tables.hpp"

namespace ebbflow::scene {

std::span<const Group* const> groups() {
    static const std::vector<const Group*> all{
        &filmKeys(),    &frameKeys(),   &mapKeys(),      &layerKeys(),    &fileKeys(),
        &flowmapKeys(), &flowKeys(),    &screenKeys(),   &pieceKeys(),    &legendKeys(),
        &counterKeys(), &chartKeys(),   &styleKeys(),    &fontKeys(),     &cardKeys(),
        &imageKeys(),   &markKeys(),    &objectKeys(),   &paperKeys(),    &chapterKeys(),
        &stepKeys(),    &holdKeys(),    &gradeKeys(),    &sunKeys(),      &transitionKeys(),
        &cameraKeys(),  &stopKeys(),    &ambienceKeys(), &presenceKeys(), &pulseKeys(),
        &pointKeys(),   &captionKeys(), &movementKeys(), &placeKeys(),    &siteKeys(),
        &figureKeys(),  &sourceKeys(),  &soundKeys(),    &kioskKeys(),
    };
    return all;
}

const Key* findKey(const Group& group, std::string_view name) {
    const auto found = std::ranges::find(group.keys, name, &Key::name);
    return found == group.keys.end() ? nullptr : *found;
}

}  // namespace ebbflow::scene
