#pragma once
// Loading a film: reads, checks and plans it, and collects every fault found. It prints nothing and
// draws nothing.

#include <memory>
#include <string>
#include <vector>

#include "frame/plan.hpp"

namespace ebbflow::produce {

/// Which film, and how it is to be read.
struct SceneOptions {
    std::string scene;          ///< a film.yaml, or its folder
    std::string language;       ///< one of the film's, or its first part; empty = the film's first
    std::string size;           ///< of the picture, instead of the script's; empty = the script's
    std::string startTimecode;  ///< instead of the script's; empty = the script's
    bool network = false;       ///< let map data come from the network
};

/// A film, and what there was to say of it. `film` is null when it has errors.
struct LoadedFilm {
    std::shared_ptr<const film::Film> film;
    core::Diagnostics diagnostics;
    std::vector<std::string> files;  ///< that were read, also when there were errors in them
};
/// `geometry`: false for what draws no map. Throws Refusal for a size that there is not and
/// core::Failure when the atlas is missing.
[[nodiscard]] LoadedFilm load(const SceneOptions& options, bool geometry = true);

/// Throws Refusal for a language that the film has not; an empty one is its first.
void requireLanguage(const film::Film& film, const std::string& language);

/// Plans in the fonts of the film; characters that they lack are errors, unless it is textless.
/// Null when `diagnostics` then has errors.
[[nodiscard]] std::shared_ptr<const frame::Plan> planOf(
    const std::shared_ptr<const film::Film>& film, const story::StoryOptions& options,
    core::Diagnostics& diagnostics);

}  // namespace ebbflow::produce
