#include "ebbflow/render_options.hpp"

#include <iostream>
#include <memory>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "delivery/parts.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/usage.hpp"
#include "encode/codec_info.hpp"
#include "produce/preset_file.hpp"
#include "produce/wish_json.hpp"

namespace ebbflow::tools {

namespace {

using produce::RenderWish;

/// Adds options, each with how what was given goes into a wish.
class Adder {
public:
    Adder(CLI::App& command, RenderWords& words) : command_(command), words_(words) {}

    /// By the name that the wish's field has, too: `--codec`, `codec`.
    CLI::Option* word(const std::string& field, const std::string& help,
                      const std::string& usual = {}) {
        return add<std::string>("--" + field, help, usual,
                                [field](RenderWish& wish, const std::string& text) {
                                    produce::takeWord(wish, field, text);
                                });
    }
    void words(const std::string& field, const std::string& help) {
        add<std::vector<std::string>>(
            "--" + field, help, {},
            [field](RenderWish& wish, const std::vector<std::string>& texts) {
                produce::takeWord(wish, field, fmt::format("{}", fmt::join(texts, ",")));
            })
            ->delimiter(',');
    }
    void path(const std::string& name, const std::string& help,
              std::filesystem::path RenderWish::*member) {
        const auto named = [](const std::string& text) {
            return text.empty() ? std::string("a path has letters") : std::string();
        };
        add<std::string>(name, help, {}, [member](RenderWish& wish, const std::string& text) {
            wish.*member = text;
        })->check(CLI::Validator(named, {}));
    }
    template <class T>
    CLI::Option* number(const std::string& name, const std::string& help, T usual,
                        T RenderWish::*member) {
        return add<T>(name, help, usual,
                      [member](RenderWish& wish, T value) { wish.*member = value; });
    }
    void flag(const std::string& name, const std::string& help, bool RenderWish::*member,
              bool value = true) {
        give(command_.add_flag(name, help), [=](RenderWish& wish) { wish.*member = value; });
    }
    /// What other commands have, too, was bound by them.
    void give(const CLI::Option* option, std::function<void(RenderWish&)> take) {
        words_.given.push_back([option, take = std::move(take)](RenderWish& wish) {
            if (option->count() > 0) take(wish);
        });
    }

    template <class T, class Take>
    CLI::Option* add(const std::string& name, const std::string& help, T usual, Take take) {
        auto value = std::make_shared<T>(std::move(usual));
        CLI::Option* option = command_.add_option(name, *value, help);
        give(option, [value, take](RenderWish& wish) { take(wish, *value); });
        return option;
    }

private:
    CLI::App& command_;
    RenderWords& words_;
};

void addSharedOptions(CLI::App& command, Adder& adder) {
    auto scene = std::make_shared<SceneOptions>();
    addSceneOptions(command, *scene)->required(false);
    adder.give(command.get_option("SCENE"),
               [scene](RenderWish& wish) { wish.scene = scene->scene; });
    adder.give(command.get_option("--language"),
               [scene](RenderWish& wish) { produce::takeWord(wish, "language", scene->language); });
    const auto permitted = [scene](RenderWish& wish) {
        wish.permissions.network |= scene->permissions.network;
        wish.permissions.trust |= scene->permissions.trust;
        wish.permissions.noLimits |= scene->permissions.noLimits;
        if (!scene->permissions.allow.empty()) wish.permissions.allow = scene->permissions.allow;
    };
    for (const char* name : {"--network", "--allow", "--trust", "--no-limits"})
        adder.give(command.get_option(name), permitted);
    adder.give(command.get_option("--no-cache"), [](RenderWish& wish) { wish.noCache = true; });
    auto studio = std::make_shared<produce::StudioOptions>();
    addStudioOptions(command, *studio);
    addExposureOptions(command, *studio);
    adder.give(command.get_option("--shader-dir"),
               [studio](RenderWish& wish) { wish.shaders = studio->shaderFolder; });
    for (const char* name : {"--device", "--software"}) {
        adder.give(command.get_option(name),
                   [studio](RenderWish& wish) { wish.device = studio->device; });
    }
    adder.give(command.get_option("--samples"),
               [studio](RenderWish& wish) { wish.samples = studio->samples; });
    adder.give(command.get_option("--shutter"),
               [studio](RenderWish& wish) { wish.shutter = studio->shutter.angle; });
    adder.give(command.get_option("--shutter-moments"),
               [studio](RenderWish& wish) { wish.shutterMoments = studio->shutter.moments; });
}

std::string codecNames() {
    std::vector<std::string_view> names;
    for (const encode::CodecInfo& info : encode::allCodecs()) names.push_back(info.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

void addFilmOptions(Adder& adder) {
    adder.word("from", "TIME at which to begin");
    adder.word("to", "TIME before which to end");
    adder.word("timing", "a file with the lengths of steps, as `play --rehearse` writes it");
    adder.word("size", "1280x720, 720p, …; default: the scene's");
    adder.word("rate", "frames a second; default: the scene's");
}

void addEncodingOptions(Adder& adder) {
    adder.word("quality", "draft, web, high or master", "web")->capture_default_str();
    adder.word("codec", codecNames() + "; default: by the file's name");
    adder.number("--depth", "bits a sample; default: the codec's usual", 0, &RenderWish::depth);
    adder.flag("--alpha",
               "words and marks alone on a transparent ground, to lay over other pictures",
               &RenderWish::alpha);
    adder.add<double>("--crf", "constant rate factor, instead of the quality's", 0,
                      [](RenderWish& wish, double crf) { wish.crf = crf; });
    adder.word("bitrate", "bits a second, as 12M, instead of a crf");
    adder.word("timecode", "of the film's first frame, instead of the script's");
    adder.word("encoder-preset", "the encoder's preset, instead of the quality's");
    adder.word("encoder", "libav's name of an encoder, instead of the usual one");
    adder.flag("--hardware",
               "encode on the graphics card where one opens; else in software, and say so",
               &RenderWish::hardware);
    adder
        .number("--threads", "of the encoder; part of what the frames depend on",
                encode::kDefaultThreads, &RenderWish::threads)
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    adder
        .number("--segment", "frames per segment; default: about four seconds", 0,
                &RenderWish::segment)
        ->check(CLI::Range(1, 1'000'000));
}

void addVersionOptions(Adder& adder) {
    adder.flag("--review", "burn in timecode, chapter and the mark of a draft",
               &RenderWish::review);
    adder.flag("--textless", "no words and no furniture; with several languages one more version",
               &RenderWish::textless);
    adder.flag("--fit-language", "lengths for the language shown, not for the longest of all",
               &RenderWish::fitLanguage);
    adder.word("chapter", "only the chapter of this id");
    adder.flag("--per-chapter", "a file for each chapter, and an edit list",
               &RenderWish::perChapter);
    adder.number("--handles", "frames more on either side of a chapter", 0, &RenderWish::handles);
    adder.words("captions", "srt, vtt: captions beside the film");
    adder.word("subtitles", "languages of tracks in the film, as en,ru, or all");
    adder.flag("--no-sound", "without the script's sound", &RenderWish::sound, false);
    adder.words("layers",
                "map, lights, text: each as a film of its own, for an edit to put together");
}

std::optional<RenderWish> readWish(const std::string& file, core::Diagnostics& faults) {
    if (file != "-") return produce::readWishFile(file, faults);
    std::ostringstream text;
    text << std::cin.rdbuf();
    return produce::readWish(text.str(), "standard input", {}, faults);
}

RenderWish over(RenderWish wish, const RenderWords& words) {
    for (const auto& give : words.given) give(wish);
    return wish;
}

std::optional<RenderWish> overPreset(const RenderWords& words, core::Diagnostics& faults) {
    const RenderWish byHand = over({}, words);
    const auto preset = produce::readPreset(words.preset, byHand, faults);
    if (!preset) return {};
    // A codec chosen by hand may need another container than the preset's.
    if (!byHand.codec) produce::requireEnding(*preset, byHand.output);
    return over(preset->wish, words);
}

}  // namespace

void addRenderOptions(CLI::App& command, RenderWords& words) {
    Adder adder(command, words);
    addSharedOptions(command, adder);
    adder.path("-o,--output",
               "film.mp4, .mov, .mkv, .webm, .webp, .gif, frames/%05d.png or %05d.exr",
               &RenderWish::output);
    auto* preset = command.add_option(
        "--preset", words.preset,
        "web, uk-hd, na-hd, streamer, overlay-alpha, social-vertical, review, draft, "
        "or a .yaml file of your own; options given by hand go before it");
    command
        .add_option("--wish", words.wishFile,
                    "a file that says all that is to be made, as --print-wish writes it; - for the "
                    "standard input; options given by hand go before it")
        ->excludes(preset);
    addFilmOptions(adder);
    addEncodingOptions(adder);
    addVersionOptions(adder);
    command.add_flag("--resume", words.resume,
                     "go on where a render of this film was stopped; begins where there is none");
    command.add_option("--part", words.part,
                       "3/8: only the third of eight parts, to be joined by `ebbflow join`");
    command
        .add_option("--jobs", words.jobs,
                    "segments made at the same time; default: by processors and memory")
        ->check(CLI::Range(1, 256));
    command.add_flag("--force", words.force, "overwrite a film that is there");
    command.add_flag("--quiet", words.quiet, "no progress");
    command.add_flag("--print-wish", words.printWish,
                     "print what is asked for as a wish, and make nothing");
}

std::optional<RenderWish> wishOf(const RenderWords& words, core::Diagnostics& faults) {
    if (!words.preset.empty()) return overPreset(words, faults);
    if (words.wishFile.empty()) return over({}, words);
    const auto wish = readWish(words.wishFile, faults);
    if (!wish) return {};
    return over(*wish, words);
}

produce::RenderManner mannerOf(const RenderWords& words) {
    produce::RenderManner manner{words.force, words.resume, {}, words.jobs};
    if (!words.part.empty())
        manner.part = produce::refusing([&] { return delivery::partNamed(words.part); });
    return manner;
}

}  // namespace ebbflow::tools
