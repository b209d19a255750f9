#pragma once
// A preset: a small YAML file of render's own options, which a user can copy and change. What is
// given by hand goes before it. It knows the options' words, not what becomes of them.

#include <string>

#include "core/diagnostic.hpp"
#include "ebbflow/render_options.hpp"

namespace CLI {
class App;
}

namespace ebbflow::tools {

/// Takes the preset `options.preset` (a name, or a path of a .yaml file) into the options that the
/// command line left alone. What is wrong in the file is reported with its place; a name that there
/// is not, or an output that ends otherwise, is a UsageError.
void applyPreset(CLI::App& command, produce::RenderOptions& options,
                 core::Diagnostics& diagnostics);

/// Where the presets are that come with the program: $EBBFLOW_PRESETS, else the first of presets/
/// beside the program, ../share/ebbflow/presets, and the source tree's presets/.
[[nodiscard]] std::string presetsFolder();

}  // namespace ebbflow::tools
