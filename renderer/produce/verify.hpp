#pragma once
// A finished film held against its manifest: its bytes, and frames drawn again. It changes nothing.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "produce/watcher.hpp"

namespace ebbflow::produce {

struct VerifyOrder {
    std::filesystem::path film;      ///< its manifest beside it
    std::filesystem::path scene;     ///< where it lies now; empty: where the film was made from
    std::optional<int> sample = 12;  ///< frames, evenly spread; none: every one
};

struct Verified {
    std::vector<std::string> faults;      ///< of the files, a sentence each
    std::vector<std::int64_t> different;  ///< frames that are not drawn as they were
    std::size_t drawn = 0;
    [[nodiscard]] bool isSame() const { return faults.empty() && different.empty(); }
};

/// Nothing when the scene has faults, which the watcher is told; it is warned of a scene, program
/// or machine that is not the film's. Throws Refusal and core::Failure.
[[nodiscard]] std::optional<Verified> verify(const VerifyOrder& order, Watcher& watcher);

}  // namespace ebbflow::produce
