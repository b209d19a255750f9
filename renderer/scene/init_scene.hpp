#pragma once
// A small scene that works, to start from: `ebbflow init DIR` writes it. It never writes over what
// is there.

#include <string>
#include <vector>

namespace ebbflow::scene {

struct InitialFile {
    std::string name;  ///< from the scene's folder
    std::string text;
};

/// The files of the scene: script, a table, a note on what to change.
[[nodiscard]] std::vector<InitialFile> initialFiles();

/// Writes them into `folder`, which is made when it is not there, and returns their paths. Throws
/// core::Failure, and has then written nothing, when one of them exists; or when the disk fails.
[[nodiscard]] std::vector<std::string> writeInitialScene(const std::string& folder);

}  // namespace ebbflow::scene
