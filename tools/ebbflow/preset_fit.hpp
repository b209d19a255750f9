#pragma once
// What of a preset's own words does not go together, before anything is given by hand. It knows
// neither the file nor its lines: whoever asks has them.

#include <map>
#include <string>
#include <vector>

#include "ebbflow/render_options.hpp"
#include "encode/settings.hpp"

namespace ebbflow::tools {

/// What a preset says, by option; each word is one that its option takes. `ending` is among them.
using PresetWords = std::map<std::string, std::string, std::less<>>;

/// Judged for the preset's codec and ending; where it leaves both open, for the film of `options`.
[[nodiscard]] std::vector<encode::Problem> misfitsOf(const PresetWords& words,
                                                     const produce::RenderOptions& options);

}  // namespace ebbflow::tools
