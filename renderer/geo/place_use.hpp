#pragma once
// A place's name as a film uses it: what the gazetteer needs to know before it may choose between
// several places of that name.

#include <string>

#include "core/diagnostic.hpp"

namespace ebbflow::geo {

struct PlaceUse {
    std::string name;
    core::SourcePlace where;
};

}  // namespace ebbflow::geo
