// `movements` may also be flowmap.blue's pair of tables, as they are.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

constexpr std::string_view kPair = "flowmap.blue's tables come in pairs: {locations: …, flows: …}";

}  // namespace

const KeyTable<Scene>& flowmapKeys() {
    static const KeyTable<Scene> keys{{.id = "flowmap", .title = "a pair of flowmap.blue files"},
                                      {
                                          {"locations",
                                           table(&Scene::locations, placeKeys()),
                                           "flowmap.blue's locations: id, name, lat, lon.",
                                           "data/locations.csv",
                                           {.leftOut = "needed", .needed = kPair, .seen = false}},
                                          {"flows",
                                           table(&Scene::flowRows, movementKeys()),
                                           "flowmap.blue's flows: origin, dest, count, time.",
                                           "data/flows.csv",
                                           {.leftOut = "needed", .needed = kPair, .seen = false}},
                                      }};
    return keys;
}

void readMovements(const Reading& reading, const Field& field, Scene& scene) {
    const bool locations = field.value.find("locations") != nullptr;
    const bool flows = field.value.find("flows") != nullptr;
    if (!locations && !flows) {
        scene.movements = readTable(reading, field, movementKeys());
        return;
    }
    readKeys(reading, field, flowmapKeys(), scene);
    const bool whole = !scene.locations.empty() && !scene.flowRows.empty();
    if (locations && flows && !whole) reading.error(field.value, std::string(kPair));
}

}  // namespace ebbflow::scene
