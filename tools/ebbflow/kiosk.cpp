#include <filesystem>
#include <stdexcept>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/usage.hpp"
#include "live/kiosk_machine.hpp"

namespace ebbflow::tools {

namespace {

struct KioskOptions {
    std::string folder;
    live::KioskMachine machine;
};

/// The program that runs now, where it lies; else the usual place.
std::string ownProgram() {
    std::error_code error;
    const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? live::KioskMachine{}.program : path.string();
}

int runKiosk(const KioskOptions& options) {
    try {
        for (const auto& path : live::writeKioskMachine(options.folder, options.machine))
            fmt::print("{}\n", path);
    } catch (const std::invalid_argument& fault) {
        throw UsageError(fault.what());
    }
    return kDone;
}

}  // namespace

void addKiosk(CLI::App& app, Job& job) {
    auto options = std::make_shared<KioskOptions>();
    options->machine.program = ownProgram();
    CLI::App* command = app.add_subcommand(
        "kiosk", "a systemd unit and what else a bare machine needs to show a film by itself");
    command->add_option("DIR", options->folder, "where to write it; made when it is not there")
        ->required();
    live::KioskMachine& machine = options->machine;
    command->add_option("--scene", machine.scene, "the film, where the machine will have it")
        ->capture_default_str();
    command->add_option("--user", machine.user, "who runs it")->capture_default_str();
    command->add_option("--folder", machine.folder, "the only one that it writes in")
        ->capture_default_str();
    command->add_option("--program", machine.program, "ebbflow, where the machine will have it")
        ->capture_default_str();
    command->add_option("--monitor", machine.monitor, "that it fills")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->callback([options, &job] { job = [options] { return runKiosk(*options); }; });
}

}  // namespace ebbflow::tools
