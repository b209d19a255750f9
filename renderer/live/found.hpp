#pragma once
// What the pointer's arrow was found to be over, as a value. Who finds it, inspect.hpp says; how it
// looks, found_items.hpp.

#include <string>
#include <vector>

#include "core/coordinates.hpp"

namespace ebbflow::live {

/// What was found, in the words of the plan's language.
struct Found {
    core::PixelPoint at;  ///< where it is in the picture
    std::string title;
    std::vector<std::string> lines;
    friend bool operator==(const Found&, const Found&) = default;
};

}  // namespace ebbflow::live
