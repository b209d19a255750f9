#pragma once
// The options of `render`, and the wish that they make. It decides nothing: produce carries wishes
// out.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "produce/wish.hpp"

namespace CLI {
class App;
}

namespace ebbflow::tools {

/// What a user said of a render.
struct RenderWords {
    std::string preset;    ///< a name or a file
    std::string wishFile;  ///< `-`: the standard input
    std::string part;      ///< `3/8`
    int jobs = 0;          ///< 0: by processors and memory
    bool force = false, resume = false, quiet = false;
    bool printWish = false;  ///< nothing is to be made
    /// All else that was given by hand, put into a wish. Throw UsageError.
    std::vector<std::function<void(produce::RenderWish&)>> given;
};

/// Adds the options to a command; `words` must outlive it.
void addRenderOptions(CLI::App& command, RenderWords& words);

/// Of a wish's file or of a preset, where one was named, with what was given by hand before it.
/// Nothing when those have faults. Throws UsageError for a word that its option does not take.
[[nodiscard]] std::optional<produce::RenderWish> wishOf(const RenderWords& words,
                                                        core::Diagnostics& faults);
[[nodiscard]] produce::RenderManner mannerOf(const RenderWords& words);

}  // namespace ebbflow::tools
