// The quality gate: a film file or a scene held against the rules of renderer/quality/.

#include <filesystem>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "core/printable.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/interrupt.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/paper_output.hpp"
#include "ebbflow/progress.hpp"
#include "ebbflow/qc_print.hpp"
#include "ebbflow/usage.hpp"
#include "encode/codec_info.hpp"
#include "frame/describe.hpp"
#include "produce/film_times.hpp"
#include "produce/preset_file.hpp"
#include "produce/studio.hpp"
#include "quality/film_reader.hpp"
#include "quality/frame_pixels.hpp"
#include "quality/intent.hpp"
#include "quality/picture_gate.hpp"
#include "quality/promise.hpp"
#include "quality/words_gate.hpp"

namespace ebbflow::tools {

namespace {

namespace fs = std::filesystem;

struct QcOptions {
    SceneOptions scene;   ///< the subject, or the script of a file
    std::string subject;  ///< FILE or SCENE
    produce::StudioOptions studio;
    quality::LoudnessTarget loudness;
    std::string from, to, preset;
    PaperOutput output;
    bool json = false, quiet = false;
};

bool isScene(const fs::path& subject) {
    return fs::is_directory(subject) || subject.extension() == ".yaml" ||
           subject.extension() == ".yml";
}

/// A script that is looked at; `plan` is null when it has errors, which then are told.
struct Script {
    std::shared_ptr<const frame::Plan> plan;
    core::Diagnostics diagnostics;
};

Script scriptOf(const QcOptions& options, bool geometry) {
    Script script;
    std::optional<Waiting> waiting(options.scene.scene);
    produce::LoadedFilm loaded = produce::load(choiceOf(options.scene, *waiting), geometry);
    script.diagnostics = std::move(loaded.diagnostics);
    if (loaded.film) {
        produce::requireLanguage(*loaded.film, options.scene.language);
        script.plan =
            produce::planOf(loaded.film, {options.scene.language, false}, script.diagnostics);
    }
    waiting.reset();
    if (script.diagnostics.hasErrors()) {
        print(script.diagnostics);
        script.plan = nullptr;
    }
    return script;
}

/// What the plan alone tells of frames [first, end); reports count frames from `first`.
class ScriptRules {
public:
    ScriptRules(const Script& script, const core::FrameRate& rate, std::int64_t first,
                std::int64_t end)
        : script_(script), rate_(rate), first_(first), end_(end), words_(*script.plan) {}

    void add(std::int64_t frame, const picture::FrameDescription& description) {
        words_.add(frame - first_, core::frameStart(frame, rate_), description);
    }

    /// Also gives what others found its place in the script.
    void tell(quality::Report& report) {
        words_.tell(report);
        quality::addPlaces(*script_.plan, rate_, first_, report);
        quality::Report whole;
        quality::tellReading(*script_.plan, rate_, whole);
        quality::tellScript(*script_.plan, rate_, script_.diagnostics, whole);
        for (quality::Finding& finding : whole.findings) {
            if (finding.frames.known()) {
                if (finding.frames.last < first_ || finding.frames.first >= end_) continue;
                finding.frames = {std::max(finding.frames.first, first_) - first_,
                                  std::min(finding.frames.last, end_ - 1) - first_};
            }
            report.findings.push_back(std::move(finding));
        }
    }

private:
    const Script& script_;
    core::FrameRate rate_;
    std::int64_t first_, end_;
    quality::WordsGate words_;
};

int finish(quality::Report& report, const QcSubject& subject, const QcOptions& options) {
    report.sort();
    const std::string& path = options.output.path;
    if (!path.empty()) {
        writePaper(options.output, path.ends_with(".html")   ? qcHtml(report, subject)
                                   : path.ends_with(".json") ? qcJson(report, subject)
                                                             : qcText(report, subject));
    }
    fmt::print("{}", options.json ? qcJson(report, subject)
                                  : core::printable(qcText(report, subject), true));
    return report.hasErrors() ? kWorldFailed : kDone;
}

int runScene(const QcOptions& options) {
    const Script script = scriptOf(options, true);
    if (!script.plan) return kBadScript;
    const frame::Plan& plan = *script.plan;
    const auto& frame = plan.film->scene.frame;
    const std::int64_t first =
        options.from.empty() ? 0
                             : core::frameAt(produce::timeNamed(options.from, plan), frame.rate);
    const std::int64_t end =
        options.to.empty() ? plan.frameCount(frame.rate)
                           : core::frameCount(produce::timeNamed(options.to, plan), frame.rate);
    if (end <= first) throw UsageError("--from and --to leave no frame between them");
    produce::Studio studio(script.plan, options.studio);
    const auto size = quality::smallSize(frame.width, frame.height);
    quality::PictureGate pictures(size, frame.rate);
    quality::IntentReader intents(plan.lights);
    ScriptRules rules(script, frame.rate, first, end);
    const Interrupt interrupt;
    Progress progress(options.subject, end - first, options.quiet);
    for (std::int64_t i = first; i < end; ++i) {
        if (interrupt.asked()) throw core::Failure("interrupted");
        auto description = frame::describe(plan, core::frameStart(i, frame.rate));
        rules.add(i, description);
        studio.painter().paint(description, size.width, size.height);
        const core::Image picture = studio.painter().readImage();
        pictures.add({picture, quality::levelsOf(picture), intents.next(std::move(description))});
        progress.update(i - first);
    }
    progress.finish();
    quality::Report report;
    pictures.tell(report);
    rules.tell(report);
    return finish(report, {options.subject, "scene", produce::clockOf(plan, frame.rate), first},
                  options);
}

/// What a preset of `render` makes of a film; nothing when it has faults, which then are told.
std::optional<quality::Promise> promiseOf(const std::string& name, const std::string& film) {
    core::Diagnostics faults;
    const auto preset = produce::readPreset(name, {.output = film}, faults);
    print(faults);
    if (!preset) return std::nullopt;
    produce::requireEnding(*preset, film);
    const produce::RenderWish& wish = preset->wish;
    quality::Promise promise;
    promise.by = "the preset " + name;
    if (wish.codec) {
        const encode::CodecInfo& row = encode::codecInfo(*wish.codec);
        promise.codec = row.readAs.codec;
        promise.grade = row.readAs.profile;
        if (!row.dropsAlpha) promise.alpha = wish.alpha;
    }
    if (wish.depth > 0) promise.bits = wish.depth;
    promise.rate = wish.rate;
    if (wish.size) {
        promise.width = wish.size->width;
        promise.height = wish.size->height;
    }
    if (!wish.timecode.empty()) promise.timecode = wish.timecode;
    return promise;
}

/// The rules that the script of a file adds, for the frames that the file has of it.
void tellScript(const Script& script, const quality::FilmFacts& facts, std::int64_t first,
                quality::Report& report) {
    ScriptRules rules(script, facts.rate, first, first + facts.frames);
    for (std::int64_t i = first; i < first + facts.frames; ++i)
        rules.add(i, frame::describe(*script.plan, core::frameStart(i, facts.rate)));
    rules.tell(report);
}

/// A timecode of the file's own names its frames; a damaged one does not hinder the rest.
core::TimecodeClock clockOf(const quality::FilmFacts& facts) {
    const auto read = core::parseTimecode(facts.timecode, facts.rate);
    return {read.fault.empty() ? facts.timecode : "", facts.rate};
}

int runFile(const QcOptions& options) {
    Script script;
    if (!options.scene.scene.empty()) {
        script = scriptOf(options, false);
        if (!script.plan) return kBadScript;
    }
    std::optional<quality::Promise> preset = quality::Promise{};
    if (!options.preset.empty()) preset = promiseOf(options.preset, options.subject);
    if (!preset) return kBadScript;
    const auto manifest = quality::manifestOf(options.subject);
    quality::FilmFacts facts = quality::factsOf(options.subject);
    quality::PictureGate pictures(quality::smallSize(facts.width, facts.height), facts.rate);
    const Interrupt interrupt;
    const std::int64_t expected = manifest ? manifest->promise.frames.value_or(0) : 0;
    Progress progress(options.subject, expected, options.quiet || expected == 0);
    facts = quality::readFilm(options.subject, [&](const quality::ReadFrame& frame) {
        if (interrupt.asked()) throw core::Failure("interrupted");
        pictures.add({frame.small, frame.levels, std::nullopt});
        progress.update(frame.index);
    });
    progress.finish();
    quality::Report report;
    pictures.tell(report);
    quality::tellContainer(facts, manifest ? manifest->promise : quality::Promise{}, report);
    // A part of a film begins at another timecode.
    if (manifest && manifest->firstFrame > 0) preset->timecode.reset();
    quality::tellPromise(facts, *preset, report);
    quality::tellSound(facts, options.loudness, report);
    const std::int64_t first = manifest ? manifest->firstFrame : 0;
    if (script.plan) tellScript(script, facts, first, report);
    return finish(report, {options.subject, "file", clockOf(facts), 0}, options);
}

int runQc(QcOptions options) {
    checkPaper(options.output, "a report is written", {".html", ".txt", ".json"});
    if (!isScene(options.subject)) {
        if (!options.from.empty() || !options.to.empty())
            throw UsageError("--from and --to go with a scene; a film file is looked at whole");
        return runFile(options);
    }
    if (!options.scene.scene.empty())
        throw UsageError("--script goes with a film file; the scene is a script itself");
    if (!options.preset.empty()) throw UsageError("--preset goes with a film file");
    options.scene.scene = options.subject;
    return runScene(options);
}

}  // namespace

void addQc(CLI::App& app, Job& job) {
    auto options = std::make_shared<QcOptions>();
    CLI::App* command = app.add_subcommand(
        "qc", "a pre-screen of a film or a scene by broadcasters' rules; exit status 1 on errors");
    command->add_option("FILE|SCENE", options->subject, "a film, or a film.yaml or its folder")
        ->required();
    command->add_option("--script", options->scene.scene,
                        "the scene that a film file was made from: findings then have its lines");
    command->add_option("--preset", options->preset,
                        "hold a film file against this preset of render: its name, or a file");
    addLanguageOption(*command, options->scene.language,
                      "one of the scene's languages, or its first part: zh for zh-Hans");
    addDataOptions(*command, options->scene);
    command->add_option("--from", options->from, "of a scene: TIME at which to begin");
    command->add_option("--to", options->to, "of a scene: TIME before which to end");
    command->add_option("--loudness", options->loudness.integrated, "LUFS that are asked for")
        ->capture_default_str();
    command->add_option("--true-peak", options->loudness.highestPeak, "dBTP that are allowed")
        ->capture_default_str();
    command->add_option("-o,--output", options->output.path, "the report: .html, .txt or .json");
    command->add_flag("--json", options->json, "print JSON");
    command->add_flag("--force", options->output.force, "overwrite a report that is there");
    command->add_flag("--quiet", options->quiet, "no progress");
    addStudioOptions(*command, options->studio);
    command->callback([options, &job] { job = [options] { return runQc(*options); }; });
}

}  // namespace ebbflow::tools
