#pragma once
// The options of `render`, and their words as they are written down in a manifest. It decides
// nothing: produce makes orders of them.

#include <string>
#include <vector>

#include "delivery/manifest.hpp"
#include "produce/render_options.hpp"

namespace CLI {
class App;
}

namespace ebbflow::tools {

/// Adds the options to a command; `options` must outlive it.
void addRenderOptions(CLI::App& command, produce::RenderOptions& options);

/// The options that a parsed render command was given and that what it makes depends on: without
/// scene, output, the preset they came from and what only says how to go about it.
[[nodiscard]] std::vector<std::string> wordsOf(const CLI::App& command);

/// The options of a render that was asked for before, to be written to `output`; from another
/// scene unless `scene` is empty. Throws core::Failure when this program does not know the words.
[[nodiscard]] produce::RenderOptions askedAgain(const delivery::Asked& asked,
                                                const std::string& output,
                                                const std::string& scene);

}  // namespace ebbflow::tools
