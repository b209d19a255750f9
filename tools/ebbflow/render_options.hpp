#pragma once
// What a user may say of a render on the command line, as it was said, and the options that say it.
// It decides nothing: render_order makes orders of it.

#include <optional>
#include <string>

#include "ebbflow/loading.hpp"
#include "ebbflow/studio.hpp"
#include "video/settings.hpp"

namespace CLI {
class App;
}

namespace ebbflow::tools {

struct RenderOptions {
    SceneOptions scene;
    StudioOptions studio;
    std::string output, from, to, rate, quality = "web", codec, encoder, preset;
    std::optional<double> crf;
    int threads = video::kDefaultThreads;
    int segment = 0;
    bool textless = false;
    bool force = false;
    bool quiet = false;
};

/// Adds the options to a command; `options` must outlive it.
void addRenderOptions(CLI::App& command, RenderOptions& options);

}  // namespace ebbflow::tools
