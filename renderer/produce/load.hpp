#pragma once
// Loading a film: reads, checks and plans it, and collects every fault found. It prints nothing and
// draws nothing.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/access.hpp"
#include "core/diagnostic.hpp"
#include "encode/settings.hpp"
#include "frame/plan.hpp"
#include "story/load_film.hpp"

namespace ebbflow::produce {

/// Which film, and how it is to be read.
struct SceneChoice {
    std::string scene;                        ///< a film.yaml, or its folder
    std::optional<encode::FrameSize> size{};  ///< of the picture, instead of the script's
    std::string startTimecode{};              ///< instead of the script's; empty = the script's
    core::Permissions permissions{};          ///< what the scene may do beyond the usual
    std::string atlas{};                      ///< the folder of the map data; empty: atlasFolder()
    bool noCache = false;            ///< make everything of the atlas anew, and keep nothing of it
    std::filesystem::path timing{};  ///< lengths of steps, instead of the script's; empty: none
    story::Doing doing{};            ///< called on the thread that loads
};

/// A film, and what there was to say of it. `film` is null when it has errors.
struct LoadedFilm {
    std::shared_ptr<const film::Film> film;
    core::Diagnostics diagnostics;
    std::vector<std::string> files;  ///< that were read, also when there were errors in them
};
/// `geometry`: false for what draws no map. Throws core::Failure when the atlas is missing.
[[nodiscard]] LoadedFilm load(const SceneChoice& choice, bool geometry = true);

/// The full tag among `known` that is meant: `zh` is `zh-Hans`. Throws Refusal.
[[nodiscard]] const std::string& languageNamed(const std::string& wanted,
                                               const std::vector<std::string>& known);

/// Throws Refusal for a language that the film has not; an empty one is its first.
void requireLanguage(const film::Film& film, const std::string& language);

/// Plans in the fonts of the film; characters that they lack are errors, unless it is textless.
/// Null when `diagnostics` then has errors.
[[nodiscard]] std::shared_ptr<const frame::Plan> planOf(
    const std::shared_ptr<const film::Film>& film, const story::StoryOptions& options,
    core::Diagnostics& diagnostics);

/// Both at once; null when there were errors. Throws Refusal for a language that the film has not,
/// and core::Failure.
[[nodiscard]] std::shared_ptr<const frame::Plan> loadPlan(const SceneChoice& choice,
                                                          const story::StoryOptions& options,
                                                          core::Diagnostics& diagnostics,
                                                          bool geometry = true);

}  // namespace ebbflow::produce
