#pragma once
// Loading a film for a sub-command: reads, checks, plans, and prints every fault found.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frame/plan.hpp"

namespace CLI {
class App;
}

namespace ebbflow::tools {

/// Options that every command with a SCENE has.
struct SceneOptions {
    std::string scene;
    std::string language;
    std::string size;           ///< of the picture, instead of the script's; empty = the script's
    std::string startTimecode;  ///< instead of the script's; empty = the script's
    bool network = false;
};
/// `--language`, which is no empty word.
void addLanguageOption(CLI::App& command, std::string& language, const std::string& help);
void addSceneOptions(CLI::App& command, SceneOptions& options);

/// A film, and what there was to say of it. `film` is null when it has errors.
struct LoadedFilm {
    std::shared_ptr<const frame::Film> film;
    core::Diagnostics diagnostics;
    std::vector<std::string> files;  ///< that were read, also when there were errors in them
};
[[nodiscard]] LoadedFilm load(const SceneOptions& options, bool geometry);

/// Throws UsageError when the command line asks for a language that the film has not.
void requireLanguage(const frame::Film& film, const std::string& language);

/// Plans in the fonts of the film; characters that they lack are errors, unless it is textless.
[[nodiscard]] std::shared_ptr<const frame::Plan> planOf(
    const std::shared_ptr<const frame::Film>& film, const frame::PlanOptions& options,
    core::Diagnostics& diagnostics);

/// All on standard error, one a line.
void print(const core::Diagnostics& diagnostics);

/// Loads and plans, printing what is wrong; null when there were errors.
[[nodiscard]] std::shared_ptr<const frame::Plan> loadPlan(const SceneOptions& options,
                                                          bool textless = false,
                                                          bool geometry = true);

}  // namespace ebbflow::tools
