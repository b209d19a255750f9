#pragma once
// Words of the command line that the picture-making commands share: the studio's options.

#include "produce/refusal.hpp"
#include "produce/studio.hpp"

namespace CLI {
class App;
}

namespace ebbflow::tools {

void addStudioOptions(CLI::App& command, produce::StudioOptions& options);
/// Those for better pixels: samples and shutter.
void addExposureOptions(CLI::App& command, produce::StudioOptions& options);

/// A wrong word on the command line is refused as an order is: one sentence, exit status 2.
using UsageError = produce::Refusal;

}  // namespace ebbflow::tools
