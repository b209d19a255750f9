#pragma once
// A draft as the files of a scene: script, tables in plain CSV, a note on what was understood. It
// writes nothing to the disk.

#include <string>
#include <vector>

#include "intake/draft.hpp"
#include "intake/film_file.hpp"
#include "intake/findings.hpp"

namespace ebbflow::intake {

/// `names`: of the files that the draft was read from.
[[nodiscard]] std::vector<FilmFile> filmFiles(const Draft& draft,
                                              const std::vector<std::string>& names,
                                              const Findings& findings);

}  // namespace ebbflow::intake
