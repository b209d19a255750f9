#include <cmath>
#include <filesystem>
#include <iostream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/printable.hpp"
#include "core/whole_file.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/usage.hpp"
#include "encode/png.hpp"
#include "produce/contact_sheet.hpp"
#include "produce/film_times.hpp"
#include "produce/sheet_pages.hpp"
#include "produce/studio.hpp"
#include "text/format.hpp"
#include "text/markup.hpp"

namespace ebbflow::tools {

namespace {

constexpr int kThumbnailHeight = 360;

struct StoryboardOptions {
    SceneOptions scene;
    produce::StudioOptions studio;
    std::string output;
    int columns = 4;
    int perStep = 2;
    std::string paper = "a4";
    bool json = false;
    bool force = false;
};

/// When to look at a step: spread over it, the last just before it ends.
std::vector<core::FilmTime> momentsOf(const story::PlannedStep& step, int count) {
    std::vector<core::FilmTime> moments;
    const double length = step.length.seconds();
    for (int i = 1; i <= count; ++i) {
        const double share = count == 1 ? 0.75 : 0.35 + 0.6 * (i - 1) / (count - 1);
        moments.push_back(step.start + core::FilmTime::fromSeconds(length * share));
    }
    return moments;
}

std::string captionAt(const frame::Plan& plan, const story::PlannedStep& step, double seconds) {
    for (const auto& caption : step.captions) {
        if (seconds >= caption.start && seconds < caption.end)
            return text::withoutMarkup(caption.text.inOrAny(plan.language));
    }
    return {};
}

std::string headingOf(const frame::Plan& plan, const story::PlannedStep& step,
                      core::FilmTime time) {
    const auto& dates = plan.timeline.chapters[step.chapter].dates;
    const core::Day day{static_cast<std::int64_t>(std::floor(dates.dayAt(time.seconds())))};
    const std::string date =
        plan.timeline.dated
            ? text::formatDate(day, core::Precision::day, plan.language, plan.words) + "   "
            : std::string{};
    // The script that says where timecode starts is read in an editing room.
    const bool hasTimecode = !plan.film->scene.frame.startTimecode.empty();
    const std::string when = hasTimecode
                                 ? produce::clockOf(plan, plan.film->scene.frame.rate).at(time)
                                 : core::toString(time);
    return fmt::format("{}   {}{} · {}", when, date,
                       plan.film->scene.chapters[step.chapter].title.inOrAny(plan.language),
                       step.step + 1);
}

void printLengths(const frame::Plan& plan, bool json) {
    nlohmann::json rows = nlohmann::json::array();
    for (const auto& step : plan.timeline.steps) {
        const auto& chapter = plan.film->scene.chapters[step.chapter];
        const bool written = chapter.steps[step.step].length.has_value();
        if (json) {
            rows.push_back({{"chapter", chapter.id},
                            {"step", step.step + 1},
                            {"start", step.start.seconds()},
                            {"length", step.length.seconds()},
                            {"move", step.moveSeconds},
                            {"written", written}});
        } else {
            fmt::print("{:>9}  {:>6.2f} s  {:<8}  {} · {}\n", core::toString(step.start),
                       step.length.seconds(), written ? "" : "(chosen)",
                       core::printable(chapter.id), step.step + 1);
        }
    }
    if (json) {
        fmt::print("{}\n", rows.dump(2));
    } else {
        fmt::print("{:>9}  in all\n", core::toString(plan.timeline.length));
    }
}

/// Whether the name asks for pages rather than for one picture.
bool asksForPages(const std::string& output) {
    const std::string end = std::filesystem::path(output).extension().string();
    if (end != ".png" && end != ".pdf")
        throw UsageError(fmt::format("`{}`: a storyboard is written as .png or .pdf", output));
    return end == ".pdf";
}

produce::Sheet draw(const frame::Plan& plan, produce::Studio& studio,
                    const StoryboardOptions& options) {
    produce::Sheet sheet;
    sheet.title = plan.film->scene.title.inOrAny(plan.language);
    sheet.language = plan.language;
    sheet.columns = options.columns;
    const int width = static_cast<int>(std::lround(kThumbnailHeight * plan.aspect));
    for (const auto& step : plan.timeline.steps) {
        for (const core::FilmTime time : momentsOf(step, options.perStep)) {
            sheet.cells.push_back({studio.picture(time, width, kThumbnailHeight),
                                   headingOf(plan, step, time),
                                   captionAt(plan, step, time.seconds())});
        }
    }
    return sheet;
}

/// The lengths alone, for which nothing need be drawn.
int runLengths(const StoryboardOptions& options) {
    if (!options.json) throw UsageError("-o says where to: sheet.png or sheet.pdf");
    const auto plan = loadPlan(options.scene, {}, false);
    if (!plan) return kBadScript;
    printLengths(*plan, true);
    return kDone;
}

int runStoryboard(const StoryboardOptions& options) {
    if (options.output.empty()) return runLengths(options);
    const bool pages = asksForPages(options.output);
    const produce::Paper paper =
        produce::refusing([&] { return produce::paperNamed(options.paper); });
    if (!options.force && std::filesystem::exists(options.output)) {
        throw core::Failure(options.output + " is there already; --force overwrites it");
    }
    const auto plan = loadPlan(options.scene);
    if (!plan) return kBadScript;
    produce::Studio studio(plan, options.studio);
    const produce::Sheet sheet = draw(*plan, studio, options);
    const text::Typesetter& typesetter = *plan->ruler.typesetter();
    if (pages) {
        core::writeWhole(options.output, produce::drawPages(sheet, paper, typesetter));
    } else {
        encode::writePng(produce::drawSheet(sheet, typesetter), options.output);
    }
    printLengths(*plan, options.json);
    return kDone;
}

}  // namespace

void addStoryboard(CLI::App& app, Job& job) {
    auto options = std::make_shared<StoryboardOptions>();
    CLI::App* command =
        app.add_subcommand("storyboard", "a contact sheet of all steps, and the lengths chosen");
    addSceneOptions(*command, options->scene);
    addStudioOptions(*command, options->studio);
    command->add_option("-o,--output", options->output,
                        "sheet.png, or sheet.pdf to print; not needed with --json");
    command->add_option("--size", options->scene.size,
                        "shape of the picture: 1280x720, …; default: the scene's");
    command->add_option("--columns", options->columns)
        ->check(CLI::Range(1, 12))
        ->capture_default_str();
    command->add_option("--per-step", options->perStep, "pictures of each step")
        ->check(CLI::Range(1, 10))
        ->capture_default_str();
    command->add_option("--paper", options->paper, "of a PDF, landscape: a4 or a3")
        ->capture_default_str();
    command->add_flag("--json", options->json, "the lengths as JSON");
    command->add_flag("--force", options->force, "overwrite");
    command->callback([options, &job] { job = [options] { return runStoryboard(*options); }; });
}

}  // namespace ebbflow::tools
