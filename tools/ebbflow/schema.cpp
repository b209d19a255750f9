#include "scene/schema.hpp"

#include <fstream>
#include <memory>
#include <sstream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "scene/key_page.hpp"

namespace ebbflow::tools {

namespace {

int printSchema(const std::string& page) {
    if (page.empty()) {
        fmt::print("{}\n", scene::schemaText());
    } else {
        std::ostringstream text;
        text << std::ifstream(page, std::ios::binary).rdbuf();
        fmt::print("{}", scene::withKeyTables(text.str()));
    }
    return kDone;
}

}  // namespace

void addSchema(CLI::App& app, Job& job) {
    CLI::App* command = app.add_subcommand("schema", "the JSON Schema of film.yaml, for editors");
    auto page = std::make_shared<std::string>();
    command
        ->add_option("--page", *page,
                     "print this Markdown page instead, its tables of keys written anew")
        ->option_text("PAGE.md")
        ->check(CLI::ExistingFile);
    command->callback([page, &job] { job = [page] { return printSchema(*page); }; });
}

}  // namespace ebbflow::tools
