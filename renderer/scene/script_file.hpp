#pragma once
// Finds a script on disk and takes its bytes, or says what is there instead. It refuses what is far
// too large to be a script before reading it.

#include <optional>
#include <string>

#include "core/diagnostic.hpp"

namespace ebbflow::scene {

struct ScriptFile {
    std::string path;    ///< of the script itself
    std::string folder;  ///< that holds it; `.` when the path names none
    std::string bytes;
};

/// `path` is a script, or a folder with a `film.yaml` in it.
[[nodiscard]] std::optional<ScriptFile> loadScript(const std::string& path,
                                                   core::Diagnostics& diagnostics);

}  // namespace ebbflow::scene
