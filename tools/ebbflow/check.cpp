#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "core/printable.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "live/menu_layout.hpp"
#include "story/check_scales.hpp"

namespace ebbflow::tools {

namespace {

struct CheckOptions {
    SceneOptions scene;
    bool json = false;
};

std::string_view nameOf(core::Severity severity) {
    switch (severity) {
        case core::Severity::error:
            return "error";
        case core::Severity::warning:
            return "warning";
        case core::Severity::note:
            return "note";
    }
    return "error";
}

void printJson(const core::Diagnostics& diagnostics) {
    nlohmann::json rows = nlohmann::json::array();
    for (const auto& d : diagnostics.all()) {
        rows.push_back({{"severity", nameOf(d.severity)},
                        {"file", core::printable(d.place.file)},
                        {"line", d.place.line},
                        {"column", d.place.column},
                        {"message", core::printable(d.message)}});
    }
    fmt::print("{}\n", rows.dump(2));
}

/// Of a film in a kiosk.
void checkTargets(const frame::Plan& plan, core::Diagnostics& diagnostics) {
    std::string said = live::smallTargets(plan);
    if (!said.empty()) diagnostics.warning(plan.film->scene.kiosk->place, std::move(said));
}

int runCheck(const CheckOptions& options) {
    std::optional<Waiting> waiting(options.scene.scene);
    produce::LoadedFilm loaded = produce::load(choiceOf(options.scene, *waiting), true);
    std::shared_ptr<const frame::Plan> plan;
    if (loaded.film) {
        produce::requireLanguage(*loaded.film, options.scene.language);
        waiting->doing("its story is planned");
        plan = produce::planOf(loaded.film, {options.scene.language, false}, loaded.diagnostics);
        if (plan) {
            story::checkScales(*plan, loaded.diagnostics);
            checkTargets(*plan, loaded.diagnostics);
        }
    }
    waiting.reset();
    const bool good = plan && !loaded.diagnostics.hasErrors();
    if (options.json) {
        printJson(loaded.diagnostics);
    } else {
        print(loaded.diagnostics);
        if (good) {
            std::int64_t lights = 0;
            for (const flow::AuditCell& cell : plan->lightPlan.cells) lights += cell.lights;
            fmt::print("{}: {}, {} chapters, {} rows of movements, {} lights\n",
                       core::printable(options.scene.scene), core::toString(plan->timeline.length),
                       plan->timeline.chapters.size(), plan->film->tables.movements.size(), lights);
        }
    }
    return good ? kDone : kBadScript;
}

}  // namespace

void addCheck(CLI::App& app, Job& job) {
    auto options = std::make_shared<CheckOptions>();
    CLI::App* command =
        app.add_subcommand("check", "every fault of a script and its data; needs no GPU");
    addSceneOptions(*command, options->scene);
    command->add_flag("--json", options->json);
    command->callback([options, &job] { job = [options] { return runCheck(*options); }; });
}

}  // namespace ebbflow::tools
