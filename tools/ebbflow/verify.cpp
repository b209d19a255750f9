#include "produce/verify.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "core/printable.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/terminal_watcher.hpp"

namespace ebbflow::tools {

namespace {

struct VerifyOptions {
    produce::VerifyOrder order;
    int sample = 12;
    bool all = false;
};

void report(const produce::Verified& verified) {
    for (const std::string& fault : verified.faults) fmt::print("{}\n", core::printable(fault));
    if (!verified.different.empty())
        fmt::print("frames {} differ\n", fmt::join(verified.different, ", "));
    fmt::print("{} frames were drawn again, {} of them as they were\n", verified.drawn,
               verified.drawn - verified.different.size());
}

int runVerify(const VerifyOptions& options) {
    produce::VerifyOrder order = options.order;
    order.sample = options.all ? std::nullopt : std::optional(options.sample);
    TerminalWatcher watcher(order.film.string(), false);
    const auto verified = produce::verify(order, watcher);
    if (!verified) return kBadScript;
    report(*verified);
    return verified->isSame() ? kDone : kWorldFailed;
}

}  // namespace

void addVerify(CLI::App& app, Job& job) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* command = app.add_subcommand(
        "verify", "draws frames of a film again and holds them against its manifest");
    command->add_option("FILM", options->order.film, "the film, its manifest beside it")
        ->required();
    command->add_option("SCENE", options->order.scene, "where the scene lies now, if it was moved");
    command->add_option("--sample", options->sample, "how many frames, spread over the film")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    command->add_flag("--all", options->all, "every frame");
    command->callback([options, &job] { job = [options] { return runVerify(*options); }; });
}

}  // namespace ebbflow::tools
