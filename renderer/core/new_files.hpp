#pragma once
// Files that are written where none were: all of them or none, and never over what is there.

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace ebbflow::core {

struct NewFile {
    std::string name;  ///< inside the folder
    std::string text;
    bool runs = false;  ///< a program: its owner and others may start it
};

/// Writes them into `folder`, which is made when it is not there, and returns their paths. Throws
/// Failure, and has then written nothing, when one of them exists; or when the disk fails.
[[nodiscard]] std::vector<std::string> writeNewFiles(const std::filesystem::path& folder,
                                                     std::span<const NewFile> files);

}  // namespace ebbflow::core
