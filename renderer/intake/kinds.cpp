#include "intake/kinds.hpp"

#include <array>

namespace ebbflow::intake {

std::span<const Kind> kinds() {
    static const std::array table{timetable(),   keplerMap(),    mapJourneys(),
                                  flowmapPair(), journeyTable(), placeMatrix(),
                                  stopTable(),   placeTable(),   areaMap()};
    return table;
}

}  // namespace ebbflow::intake
