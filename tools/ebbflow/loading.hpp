#pragma once
// The options of every command with a SCENE, and loading one for a command: every fault found is
// printed.

#include <memory>
#include <string>

#include "ebbflow/waiting.hpp"
#include "produce/load.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace ebbflow::tools {

/// What every command with a SCENE is told of it.
struct SceneOptions {
    std::string scene;
    std::string language;
    std::string size;           ///< of the picture, instead of the script's; empty = the script's
    std::string startTimecode;  ///< instead of the script's; empty = the script's
    std::string timing;         ///< a file with the lengths of steps; empty = the script's
    core::Permissions permissions;
    bool noCache = false;
};

/// `--language`, which is no empty word.
void addLanguageOption(CLI::App& command, std::string& language, const std::string& help);
/// What a stranger's files may do beyond the usual (`--network`, `--allow`, `--trust`,
/// `--no-limits`).
void addPermissions(CLI::App& command, core::Permissions& permissions);
/// What a scene may do beyond the usual (`--network`, `--allow`, `--trust`, `--no-limits`), and
/// `--no-cache`.
void addDataOptions(CLI::App& command, SceneOptions& options);
/// `--timing`, of what tells when things are to be seen in a film.
void addTimingOption(CLI::App& command, SceneOptions& options);
/// Returns SCENE.
CLI::Option* addSceneOptions(CLI::App& command, SceneOptions& options);

/// Throws UsageError for a size that there is not.
[[nodiscard]] produce::SceneChoice choiceOf(const SceneOptions& options);
/// The same, and `waiting` tells what is being done.
[[nodiscard]] produce::SceneChoice choiceOf(const SceneOptions& options, Waiting& waiting);

/// On standard error, one a line; many warnings of one kind summed up.
void print(const core::Diagnostics& diagnostics);

/// Loads and plans, printing what is wrong; null when there were errors.
[[nodiscard]] std::shared_ptr<const frame::Plan> loadPlan(const SceneOptions& options,
                                                          const story::StoryOptions& how = {},
                                                          bool geometry = true);

}  // namespace ebbflow::tools
