#pragma once
// A recorded journey, whatever file it was kept in. Plain data.

#include <string>
#include <utility>
#include <vector>

#include "core/coordinates.hpp"

namespace ebbflow::flow {

struct Track {
    std::vector<core::LonLat> points;  ///< at least two that differ, none equal to the one before
    std::string begin, end;            ///< at the first and the last, as EDTF; empty: not known
    std::vector<std::pair<std::string, std::string>> properties;  ///< names in lower case
};

}  // namespace ebbflow::flow
