#pragma once
// A file that was built into the program (cmake/embed_files.cmake). It knows no folder.

#include <string_view>

namespace ebbflow::core {

struct EmbeddedFile {
    std::string_view name;  ///< without its folder
    std::string_view text;
};

}  // namespace ebbflow::core
