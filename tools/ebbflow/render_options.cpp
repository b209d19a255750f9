#include "ebbflow/render_options.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/usage.hpp"

namespace ebbflow::tools {

void addRenderOptions(CLI::App& command, produce::RenderOptions& options) {
    addSceneOptions(command, options.scene);
    addStudioOptions(command, options.studio);
    addExposureOptions(command, options.studio);
    command
        .add_option("-o,--output", options.output,
                    "film.mp4, .mov, .mkv, .webm, .webp, .gif, frames/%05d.png or %05d.exr")
        ->required();
    command.add_option(
        "--preset", options.preset,
        "web, uk-hd, na-hd, streamer, overlay-alpha, social-vertical, review, draft, "
        "or a .yaml file of your own; options given by hand go before it");
    command.add_option("--from", options.from, "TIME at which to begin");
    command.add_option("--to", options.to, "TIME before which to end");
    command.add_option("--size", options.scene.size, "1280x720, 720p, …; default: the scene's");
    command.add_option("--rate", options.rate, "frames a second; default: the scene's");
    command.add_option("--quality", options.quality, "draft, web, high or master")
        ->capture_default_str();
    command.add_option("--codec", options.codec,
                       "h264, hevc, av1, vp9, prores-422, prores-422-hq, prores-4444, dnxhr-hqx, "
                       "dnxhr-444, ffv1, png, exr, webp, gif; default: by the file's name");
    command.add_option("--depth", options.depth, "bits a sample; default: the codec's usual");
    command.add_flag("--alpha", options.alpha,
                     "words and marks alone on a transparent ground, to lay over other pictures");
    command.add_option("--crf", options.crf, "constant rate factor, instead of the quality's");
    command.add_option("--bitrate", options.bitrate, "bits a second, as 12M, instead of a crf");
    command.add_option("--timecode", options.scene.startTimecode,
                       "of the film's first frame, instead of the script's");
    command.add_option("--encoder-preset", options.encoderPreset,
                       "the encoder's preset, instead of the quality's");
    command.add_option("--encoder", options.encoder,
                       "libav's name of an encoder, instead of the usual one");
    command.add_flag("--hardware", options.hardware,
                     "encode on the graphics card where one opens; else in software, and say so");
    command
        .add_option("--threads", options.threads,
                    "of the encoder; part of what the frames depend on")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command
        .add_option("--segment", options.segment, "frames per segment; default: about four seconds")
        ->check(CLI::Range(1, 1'000'000));
    command.add_flag("--review", options.review,
                     "burn in timecode, chapter and the mark of a draft");
    command.add_flag("--textless", options.textless,
                     "no words and no furniture; with several languages one more version");
    command.add_flag("--fit-language", options.fitLanguage,
                     "lengths for the language shown, not for the longest of all");
    command.add_option("--chapter", options.chapter, "only the chapter of this id");
    command.add_flag("--per-chapter", options.perChapter,
                     "a file for each chapter, and an edit list");
    command.add_option("--handles", options.handles, "frames more on either side of a chapter");
    command.add_option("--captions", options.captions, "srt, vtt: captions beside the film")
        ->delimiter(',');
    command.add_option("--subtitles", options.subtitles,
                       "languages of tracks in the film, as en,ru, or all");
    command.add_flag("--no-sound", options.noSound, "without the script's sound");
    command
        .add_option("--layers", options.layers,
                    "map, lights, text: each as a film of its own, for an edit to put together")
        ->delimiter(',');
    command.add_flag("--resume", options.resume,
                     "go on where a render of this film was stopped; begins where there is none");
    command.add_option("--part", options.part,
                       "3/8: only the third of eight parts, to be joined by `ebbflow join`");
    command.add_flag("--force", options.force, "overwrite a film that is there");
    command.add_flag("--quiet", options.quiet, "no progress");
}

std::vector<std::string> wordsOf(const CLI::App& command) {
    static const std::vector<std::string> passing{"output", "preset", "resume",  "part",
                                                  "force",  "quiet",  "hardware"};
    std::vector<std::string> words;
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_positional() || option->count() == 0 || option->get_lnames().empty())
            continue;
        const std::string name = option->get_lnames().front();
        if (std::ranges::find(passing, name) != passing.end()) continue;
        const bool flag = option->get_items_expected_max() == 0;
        if (flag) words.push_back("--" + name);
        for (const std::string& value : option->results()) {
            if (!flag) words.push_back("--" + name + "=" + value);
        }
    }
    return words;
}

produce::RenderOptions askedAgain(const delivery::Asked& asked, const std::string& output,
                                  const std::string& scene) {
    CLI::App command;
    produce::RenderOptions options;
    addRenderOptions(command, options);
    std::vector<std::string> words = asked.options;
    words.insert(words.end(), {"--output=" + output, scene.empty() ? asked.scene : scene});
    std::ranges::reverse(words);  // as CLI11 wants them
    try {
        command.parse(words);
    } catch (const CLI::ParseError& error) {
        throw core::Failure(fmt::format(
            "{} was ordered in words that this program does not know: {}", output, error.what()));
    }
    options.asked = asked.options;
    return options;
}

}  // namespace ebbflow::tools
