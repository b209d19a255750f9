#pragma once
// One file of a scene that an import writes. Plain data.

#include <string>

namespace ebbflow::intake {

struct FilmFile {
    std::string name;  ///< from the scene's folder
    std::string text;
};

}  // namespace ebbflow::intake
