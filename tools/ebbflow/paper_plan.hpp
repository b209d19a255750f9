#pragma once
// What the papers of a film (captions, edit lists) are made from when nothing is drawn: its plan
// with the lengths that the film was rendered with, and its title as an edit list can hold it.

#include <memory>
#include <string>

#include "ebbflow/loading.hpp"

namespace ebbflow::tools {

/// Loads and plans without geometry, printing what is wrong; null when there were errors.
/// `fitLanguage`: lengths for the language shown alone, as `render --fit-language` has them.
[[nodiscard]] std::shared_ptr<const frame::Plan> loadPaperPlan(const SceneOptions& options,
                                                               bool textless, bool fitLanguage);

/// The film's title in printable ASCII, which is all that an edit list's header holds: in the
/// language shown, or the first that has it so, or the name of the scene's folder.
[[nodiscard]] std::string titleForLists(const frame::Plan& plan);

/// The name of the folder that the scene lies in.
[[nodiscard]] std::string folderOfScene(const frame::Plan& plan);

}  // namespace ebbflow::tools
