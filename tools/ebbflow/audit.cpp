#include "flow/audit.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "core/printable.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "story/crowd_counts.hpp"
#include "story/sightings.hpp"
#include "story/ways.hpp"

namespace ebbflow::tools {

namespace {

struct AuditOptions {
    SceneOptions scene;
    bool json = false;
    bool csv = false;
};

int runAudit(const AuditOptions& options) {
    const auto plan = loadPlan(options.scene, {.language = {}, .textless = true}, false);
    if (!plan) return kBadScript;
    std::map<std::string, std::int64_t> perLight;
    for (const auto& kind : plan->lightPlan.kinds) perLight[kind.name] = kind.perLight;
    flow::Audit audit = flow::audit(plan->film->tables.movements,
                                    story::windowsOf(*plan->film, plan->timeline), perLight);
    const auto seen = story::sightings(*plan);
    for (flow::KindTotal& total : audit.totals) {
        if (const auto found = seen.find(total.kind); found != seen.end())
            total.sightings = found->second;
    }
    audit.crowds = story::crowdCounts(*plan);
    audit.notes = story::fromNoTable(plan->film->scene);
    fmt::print("{}", options.json  ? flow::toJson(audit)
                     : options.csv ? flow::toCsv(audit)
                                   : core::printable(flow::toText(audit), true));
    return audit.balances() ? kDone : kWorldFailed;
}

}  // namespace

void addAudit(CLI::App& app, Job& job) {
    auto options = std::make_shared<AuditOptions>();
    CLI::App* command =
        app.add_subcommand("audit", "what is shown when, held against the tables, to the unit");
    addSceneOptions(*command, options->scene);
    auto* json = command->add_flag("--json", options->json);
    command->add_flag("--csv", options->csv)->excludes(json);
    command->callback([options, &job] { job = [options] { return runAudit(*options); }; });
}

}  // namespace ebbflow::tools
