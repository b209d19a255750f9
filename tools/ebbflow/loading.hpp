#pragma once
// The options of every command with a SCENE, and loading one for a command: every fault found is
// printed.

#include <memory>
#include <string>

#include "produce/load.hpp"

namespace CLI {
class App;
}

namespace ebbflow::tools {

/// `--language`, which is no empty word.
void addLanguageOption(CLI::App& command, std::string& language, const std::string& help);
void addSceneOptions(CLI::App& command, produce::SceneOptions& options);

/// All on standard error, one a line.
void print(const core::Diagnostics& diagnostics);

/// Loads and plans, printing what is wrong; null when there were errors.
[[nodiscard]] std::shared_ptr<const frame::Plan> loadPlan(const produce::SceneOptions& options,
                                                          const story::StoryOptions& plan = {},
                                                          bool geometry = true);

}  // namespace ebbflow::tools
