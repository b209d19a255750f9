#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "scene/new_scene.hpp"

namespace ebbflow::tools {

namespace {

struct NewOptions {
    std::string folder;
    std::string name{scene::kFirstTemplate};
};

}  // namespace

void addNew(CLI::App& app, Job& job) {
    auto options = std::make_shared<NewOptions>();
    CLI::App* command = app.add_subcommand("new", "a commented scene that works, to start from");
    command->alias("init");
    command->add_option("DIR", options->folder, "where to write it; made when it is not there")
        ->required();
    command->add_option("--template", options->name, "what it is for")
        ->check(CLI::IsMember(scene::templateNames()))
        ->capture_default_str();
    command->callback([options, &job] {
        job = [options] {
            for (const auto& path : scene::writeNewScene(options->name, options->folder))
                fmt::print("{}\n", path);
            return static_cast<int>(kDone);
        };
    });
}

}  // namespace ebbflow::tools
