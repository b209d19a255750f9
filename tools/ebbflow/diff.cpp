#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/printable.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/usage.hpp"
#include "encode/png.hpp"
#include "frame/describe.hpp"
#include "produce/contact_sheet.hpp"
#include "produce/film_times.hpp"
#include "produce/frame_diff.hpp"
#include "produce/studio.hpp"

namespace ebbflow::tools {

namespace {

constexpr int kHeight = 360;  // of the pictures that are compared, and of those on the sheet
constexpr int kTimes = 16;    // how much stronger the sheet shows a difference

struct DiffOptions {
    SceneOptions scene;  ///< of A; B is loaded alike
    std::string other;
    produce::StudioOptions studio;
    std::string output, every = "1";
    int most = 40;
    bool textless = false, json = false, exitCode = false, force = false;
};

/// One moment at which the two films differ.
struct Differing {
    core::FilmTime time;
    std::string place;  ///< chapter and step of A
    produce::PictureDifference by;
    core::Image a, b;  ///< empty where there are too many to keep
    [[nodiscard]] bool pictured() const { return a.width > 0; }
};

core::FilmTime stepNamed(const std::string& text, const core::FrameRate& rate) {
    // A bare number is seconds, as everywhere; `f5` is every fifth frame.
    const auto step = core::parseFilmTime(text, rate);
    if (!step || step->ticks() <= 0) {
        throw UsageError(
            fmt::format("`{}` is no distance in time; write 2 (seconds) or f5 (frames)", text));
    }
    return *step;
}

std::string placeAt(const frame::Plan& plan, core::FilmTime time) {
    const auto& step = plan.timeline.steps[plan.timeline.stepAt(time)];
    return fmt::format("{} · {}", plan.film->scene.chapters[step.chapter].id, step.step + 1);
}

/// By how much, for choosing what a sheet shows.
std::pair<double, int> weight(const Differing& differing) {
    return {differing.by.share, differing.by.largest};
}

/// Both films at the same times, as far as the shorter goes, drawn in one way by a painter each.
class FilmComparison {
public:
    FilmComparison(std::shared_ptr<const frame::Plan> a, std::shared_ptr<const frame::Plan> b,
                   const DiffOptions& options)
        : options_(options),
          planA_(std::move(a)),
          planB_(std::move(b)),
          studio_(planA_, options.studio),
          painterB_(studio_.painterLike(*planB_)),
          width_(static_cast<int>(std::lround(kHeight * planA_->aspect))) {}

    void run() {
        const core::FilmTime step = stepNamed(options_.every, planA_->film->scene.frame.rate);
        const core::FilmTime end = std::min(planA_->timeline.length, planB_->timeline.length);
        for (core::FilmTime time; time < end; time = time + step) compare(time);
    }

    std::size_t looked = 0;
    std::vector<Differing> found;  ///< with pictures: those that differ most

private:
    void compare(core::FilmTime time) {
        ++looked;
        core::Image a = studio_.picture(time, width_, kHeight);
        painterB_->paint(frame::describe(*planB_, time), width_, kHeight);
        core::Image b = painterB_->readImage();
        const produce::PictureDifference by = produce::differenceOf(a, b);
        if (by.largest == 0) return;
        found.push_back({time, placeAt(*planA_, time), by, std::move(a), std::move(b)});
        if (++pictured_ > options_.most) forgetLeast();
    }

    /// Two pictures of every frame of a film would not fit into memory.
    void forgetLeast() {
        const auto heft = [](const Differing& d) { return std::pair{!d.pictured(), weight(d)}; };
        const auto least = std::ranges::min_element(found, {}, heft);
        least->a = least->b = {};
        --pictured_;
    }

    const DiffOptions& options_;
    std::shared_ptr<const frame::Plan> planA_, planB_;
    produce::Studio studio_;
    std::unique_ptr<paint::Painter> painterB_;
    int width_;
    int pictured_ = 0;
};

void addRow(produce::Sheet& sheet, const Differing& d, const std::string& timecode) {
    const std::string heading = fmt::format("{}   {}", timecode, d.place);
    sheet.cells.push_back({d.a, "A   " + heading, {}});
    sheet.cells.push_back({d.b, "B   " + heading, {}});
    sheet.cells.push_back({produce::amplified(d.a, d.b, kTimes),
                           fmt::format("difference × {}", kTimes),
                           fmt::format("largest {} of 255, {:.2f} % of the picture", d.by.largest,
                                       d.by.share * 100)});
}

produce::Sheet sheetOf(const FilmComparison& comparison, const frame::Plan& plan,
                       const DiffOptions& options) {
    produce::Sheet sheet;
    sheet.title = fmt::format("A: {}   B: {}   {} of {} frames differ", options.scene.scene,
                              options.other, comparison.found.size(), comparison.looked);
    sheet.language = plan.language;
    sheet.columns = 3;
    const auto clock = produce::clockOf(plan, plan.film->scene.frame.rate);
    for (const Differing& d : comparison.found) {
        if (d.pictured()) addRow(sheet, d, clock.at(d.time));
    }
    return sheet;
}

void printText(const FilmComparison& comparison, const frame::Plan& a, const frame::Plan& b) {
    const auto clock = produce::clockOf(a, a.film->scene.frame.rate);
    if (a.timeline.length != b.timeline.length) {
        fmt::print("lengths differ: A {}, B {}\n", core::toString(a.timeline.length),
                   core::toString(b.timeline.length));
    }
    for (const auto& d : comparison.found) {
        fmt::print("{}  {:<24}  largest {:>3}  {:>6.2f} %\n", clock.at(d.time),
                   core::printable(d.place), d.by.largest, d.by.share * 100);
    }
    fmt::print("{} of {} frames differ\n", comparison.found.size(), comparison.looked);
}

void printJson(const FilmComparison& comparison, const frame::Plan& a, const frame::Plan& b) {
    const auto clock = produce::clockOf(a, a.film->scene.frame.rate);
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const auto& d : comparison.found) {
        rows.push_back({{"timecode", clock.at(d.time)},
                        {"seconds", d.time.seconds()},
                        {"place", d.place},
                        {"largest", d.by.largest},
                        {"share", d.by.share}});
    }
    const nlohmann::ordered_json all{{"looked_at", comparison.looked},
                                     {"length_a", a.timeline.length.seconds()},
                                     {"length_b", b.timeline.length.seconds()},
                                     {"differing", rows}};
    fmt::print("{}\n", all.dump(2));
}

int runDiff(const DiffOptions& options) {
    if (!options.force && std::filesystem::exists(options.output))
        throw core::Failure(options.output + " is there already; --force overwrites it");
    SceneOptions second = options.scene;
    second.scene = options.other;
    const auto a = loadPlan(options.scene, {.language = {}, .textless = options.textless});
    const auto b = loadPlan(second, {.language = {}, .textless = options.textless});
    if (!a || !b) return kBadScript;
    if (std::abs(a->aspect - b->aspect) > 1e-9)
        throw core::Failure(
            "the two films have pictures of different shapes; --size makes them alike");
    FilmComparison comparison(a, b, options);
    comparison.run();
    if (!comparison.found.empty() && !options.output.empty())
        encode::writePng(
            produce::drawSheet(sheetOf(comparison, *a, options), *a->ruler.typesetter()),
            options.output);
    options.json ? printJson(comparison, *a, *b) : printText(comparison, *a, *b);
    const bool same = comparison.found.empty() && a->timeline.length == b->timeline.length;
    return same || !options.exitCode ? kDone : kWorldFailed;
}

}  // namespace

void addDiff(CLI::App& app, Job& job) {
    auto options = std::make_shared<DiffOptions>();
    CLI::App* command =
        app.add_subcommand("diff", "the frames that differ between two versions of a scene");
    addSceneOptions(*command, options->scene);
    command->add_option("OTHER", options->other, "the other version")->required();
    addStudioOptions(*command, options->studio);
    command->add_option("-o,--output", options->output,
                        "the contact sheet to write, a PNG; none when nothing differs");
    command->add_option("--every", options->every, "from one look to the next: 2 (seconds), f5")
        ->capture_default_str();
    command->add_option("--most", options->most, "moments on the sheet: those that differ most")
        ->check(CLI::Range(1, 200))
        ->capture_default_str();
    command->add_option("--size", options->scene.size, "shape of the pictures, where they differ");
    command->add_flag("--textless", options->textless, "compare the maps only");
    command->add_flag("--json", options->json);
    command->add_flag("--exit-code", options->exitCode, "exit status 1 when they differ");
    command->add_flag("--force", options->force, "overwrite");
    command->callback([options, &job] { job = [options] { return runDiff(*options); }; });
}

}  // namespace ebbflow::tools
