#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "scene/init_scene.hpp"

namespace ebbflow::tools {

void addInit(CLI::App& app, Job& job) {
    auto folder = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("init", "a commented scene that works, to start from");
    command->add_option("DIR", *folder, "where to write it; made when it is not there")->required();
    command->callback([folder, &job] {
        job = [folder] {
            for (const auto& path : scene::writeInitialScene(*folder)) fmt::print("{}\n", path);
            return static_cast<int>(kDone);
        };
    });
}

}  // namespace ebbflow::tools
