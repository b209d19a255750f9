#include "produce/join.hpp"

#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/terminal_watcher.hpp"

namespace ebbflow::tools {

namespace {

int runJoin(const produce::JoinOrder& order) {
    TerminalWatcher watcher(order.output.string(), false);
    switch (produce::join(order, watcher)) {
        case produce::Joined::all:
            return kDone;
        case produce::Joined::notAll:
            return kWorldFailed;
        case produce::Joined::faultyScene:
            break;
    }
    return kBadScript;
}

}  // namespace

void addJoin(CLI::App& app, Job& job) {
    auto order = std::make_shared<produce::JoinOrder>();
    CLI::App* command =
        app.add_subcommand("join", "one film of the parts that `render --part` made");
    command->add_option("FOLDER", order->folders,
                        "folders of parts; default: OUTPUT.part.d, which goes when it is joined, "
                        "or those of all its versions and chapters");
    command->add_option("-o,--output", order->output, "the film, as the parts were told it")
        ->required();
    command->add_option("--scene", order->scene, "where the scene lies now, if it was moved");
    command->add_flag("--force", order->overwrite, "overwrite a film that is there");
    command->callback([order, &job] { job = [order] { return runJoin(*order); }; });
}

}  // namespace ebbflow::tools
