#pragma once
// What the papers of a film (edit lists) call it: its title as an edit list can hold it. It writes
// nothing.

#include <string>

#include "frame/plan.hpp"

namespace ebbflow::produce {

/// The film's title in printable ASCII, which is all that an edit list's header holds: in the
/// language shown, or the first that has it so, or the name of the scene's folder.
[[nodiscard]] std::string titleForLists(const frame::Plan& plan);

/// The name of the folder that the scene lies in.
[[nodiscard]] std::string folderOfScene(const frame::Plan& plan);

}  // namespace ebbflow::produce
