#include "scene/schema.hpp"

#include <fstream>
#include <memory>
#include <sstream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "encode/codec_page.hpp"
#include "produce/wish_json.hpp"
#include "scene/key_page.hpp"

namespace ebbflow::tools {

namespace {

struct SchemaOptions {
    std::string page;
    bool wish = false;
};

int printSchema(const SchemaOptions& options) {
    if (options.page.empty()) {
        fmt::print("{}\n", options.wish ? produce::wishSchema() : scene::schemaText());
    } else {
        std::ostringstream text;
        text << std::ifstream(options.page, std::ios::binary).rdbuf();
        fmt::print("{}", encode::withCodecTable(scene::withKeyTables(text.str())));
    }
    return kDone;
}

}  // namespace

void addSchema(CLI::App& app, Job& job) {
    CLI::App* command = app.add_subcommand("schema", "the JSON Schema of film.yaml, for editors");
    auto options = std::make_shared<SchemaOptions>();
    auto* page =
        command
            ->add_option(
                "--page", options->page,
                "print this Markdown page instead, its tables of keys and codecs written anew")
            ->option_text("PAGE.md")
            ->check(CLI::ExistingFile);
    command->add_flag("--wish", options->wish, "that of what `render --wish` takes instead")
        ->excludes(page);
    command->callback([options, &job] { job = [options] { return printSchema(*options); }; });
}

}  // namespace ebbflow::tools
