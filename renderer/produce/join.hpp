#pragma once
// One film of the parts that several renders made, or all films of one output that were made in
// parts, with the papers that were asked for beside them. It draws and encodes nothing.

#include <filesystem>
#include <vector>

#include "produce/watcher.hpp"

namespace ebbflow::produce {

struct JoinOrder {
    std::filesystem::path output;                ///< as the parts were told it
    std::vector<std::filesystem::path> folders;  ///< of parts; empty: those beside the output
    std::filesystem::path scene;  ///< where it lies now; empty: where the parts found it
    bool overwrite = false;       ///< a film that is there
};

enum class Joined { all, notAll, faultyScene };

/// What is joined and what fails of several films, the watcher is told. Throws Refusal and
/// core::Failure, the latter not for one of several films.
[[nodiscard]] Joined join(const JoinOrder& order, Watcher& watcher);

}  // namespace ebbflow::produce
