#include "ebbflow/usage.hpp"

#include <CLI/CLI.hpp>

#include "produce/shader_folder.hpp"

namespace ebbflow::tools {

void addStudioOptions(CLI::App& command, produce::StudioOptions& options) {
    command
        .add_option("--shader-dir", options.shaderFolder,
                    "read shaders from this folder, not the built-in ones")
        ->check(CLI::ExistingDirectory)
        ->check(CLI::Validator(produce::faultOfShaderFolder, {}));
    command.add_flag("--software", options.software,
                     "draw with Mesa's software renderer even where there is a GPU");
}

void addExposureOptions(CLI::App& command, produce::StudioOptions& options) {
    command
        .add_option("--samples", options.samples,
                    "of each pixel of the map, on top of the multisampling: 1, 4, 9 or 16")
        ->check(CLI::IsMember({1, 4, 9, 16}))
        ->capture_default_str();
    command
        .add_option("--shutter", options.shutter.angle,
                    "motion blur: degrees of 360 that the shutter is open; 0: none")
        ->check(CLI::Range(0, 360))
        ->capture_default_str();
    command
        .add_option("--shutter-moments", options.shutter.moments,
                    "moments that an open shutter looks at")
        ->check(CLI::Range(2, 256))
        ->capture_default_str();
}

}  // namespace ebbflow::tools
