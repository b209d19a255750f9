#include "ebbflow/render_options.hpp"

#include <CLI/CLI.hpp>

#include "ebbflow/usage.hpp"

namespace ebbflow::tools {

void addRenderOptions(CLI::App& command, RenderOptions& options) {
    addSceneOptions(command, options.scene);
    addStudioOptions(command, options.studio);
    command.add_option("-o,--output", options.output, "film.mp4, .mov, .mkv, or frames/%05d.png")
        ->required();
    command.add_option("--from", options.from, "TIME at which to begin");
    command.add_option("--to", options.to, "TIME before which to end");
    command.add_option("--size", options.scene.size, "1280x720, 720p, …; default: the scene's");
    command.add_option("--rate", options.rate, "frames a second; default: the scene's");
    command.add_option("--quality", options.quality, "draft, web, high or master")
        ->capture_default_str();
    command.add_option("--codec", options.codec,
                       "h264, hevc, ffv1 or png; default: by the file's name");
    command.add_option("--crf", options.crf, "constant rate factor, instead of the quality's");
    command.add_option("--encoder-preset", options.preset,
                       "the encoder's preset, instead of the quality's");
    command.add_option("--encoder", options.encoder,
                       "libav's name of an encoder, instead of the usual one");
    command
        .add_option("--threads", options.threads,
                    "of the encoder; part of what the frames depend on")
        ->capture_default_str();
    command.add_option("--segment", options.segment,
                       "frames per segment; default: about four seconds");
    command.add_flag("--textless", options.textless, "no words and no furniture");
    command.add_flag("--force", options.force, "overwrite a film that is there");
    command.add_flag("--quiet", options.quiet, "no progress");
}

}  // namespace ebbflow::tools
