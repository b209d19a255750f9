#include "scene/schema.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"

namespace ebbflow::tools {

void addSchema(CLI::App& app, Job& job) {
    CLI::App* command = app.add_subcommand("schema", "the JSON Schema of film.yaml, for editors");
    command->callback([&job] {
        job = [] {
            fmt::print("{}\n", scene::schemaText());
            return static_cast<int>(kDone);
        };
    });
}

}  // namespace ebbflow::tools
