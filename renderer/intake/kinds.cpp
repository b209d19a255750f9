#include "intake/kinds.hpp"

#include <array>

namespace ebbflow::intake {

std::span<const Kind> kinds() {
    static const std::array table{flowmapPair(), journeyTable(), placeMatrix()};
    return table;
}

}  // namespace ebbflow::intake
