#include "ebbflow/usage.hpp"

#include <map>
#include <string>

#include <CLI/CLI.hpp>

#include "produce/shader_folder.hpp"

namespace ebbflow::tools {

void addStudioOptions(CLI::App& command, produce::StudioOptions& options) {
    command
        .add_option("--shader-dir", options.shaderFolder,
                    "read shaders from this folder, not the built-in ones")
        ->check(CLI::ExistingDirectory)
        ->check(CLI::Validator(produce::faultOfShaderFolder, {}));
    std::map<std::string, produce::Device> devices;
    for (const produce::DeviceName& known : produce::kDevices)
        devices.emplace(known.name, known.device);
    CLI::Option* device =
        command
            .add_option(
                "--device", options.device,
                "what draws: auto (a GPU where there is one), gpu, software, or software-gl "
                "(the processor by a GPU's passes: slow, to compare with)")
            ->transform(CLI::Transformer(devices))
            ->default_str("auto");
    command
        .add_flag_callback(
            "--software", [&options] { options.device = produce::Device::software; },
            "the same as --device software")
        ->excludes(device);
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
