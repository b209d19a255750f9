#include <filesystem>
#include <iostream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "core/date.hpp"
#include "core/date_format.hpp"
#include "core/encoding.hpp"
#include "core/whole_folder.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "intake/make_film.hpp"
#include "produce/data_folder.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::tools {

namespace {

struct ImportOptions {
    intake::Order order;
    std::string folder, decimal;
    bool force = false, json = false;
};

/// What `check` says of the film that is about to get its name, as if it had it already.
core::Diagnostics checked(const std::filesystem::path& part, const std::string& folder,
                          const core::Permissions& permissions) {
    produce::LoadedFilm loaded =
        produce::load({.scene = part.string(), .permissions = permissions}, true);
    if (loaded.film) (void)produce::planOf(loaded.film, {}, loaded.diagnostics);
    core::Diagnostics placed;
    for (core::Diagnostic d : loaded.diagnostics.all()) {
        if (d.place.file.starts_with(part.string()))
            d.place.file.replace(0, part.string().size(), folder);
        if (d.severity == core::Severity::error) placed.error(d.place, d.message);
        if (d.severity == core::Severity::warning) placed.warning(d.place, d.message);
        if (d.severity == core::Severity::note) placed.note(d.place, d.message);
    }
    return placed;
}

void printList(std::string_view heading, const std::vector<std::string>& sentences) {
    if (sentences.empty()) return;
    fmt::print("{}\n", heading);
    for (const std::string& sentence : sentences) fmt::print("  - {}\n", sentence);
}

void printPlain(const intake::Made& made, const std::string& folder, const std::string& before) {
    fmt::print("Taken as {} ({}).\n", made.what, made.kind);
    printList("Understood:", made.findings.understood);
    printList("Passed over:", made.findings.passedOver);
    printList("It might also be:", made.findings.otherwise);
    if (!before.empty()) fmt::print("What was in {} is now in {}.\n", folder, before);
    for (const intake::FilmFile& file : made.files) fmt::print("{}/{}\n", folder, file.name);
}

void printJson(const intake::Made& made, const std::string& folder, const std::string& before) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const intake::FilmFile& file : made.files) files.push_back(folder + "/" + file.name);
    nlohmann::ordered_json said{{"kind", made.kind},
                                {"what", made.what},
                                {"understood", made.findings.understood},
                                {"passed_over", made.findings.passedOver},
                                {"otherwise", made.findings.otherwise},
                                {"files", files}};
    if (!before.empty()) said["before"] = before;
    fmt::print("{}\n", said.dump(2));
}

int runImport(ImportOptions options) {
    options.order.atlasFolder = produce::atlasFolder();
    if (!options.decimal.empty()) options.order.forms.decimal = options.decimal[0];
    core::WholeFolder folder(options.folder, options.force);
    core::Diagnostics diagnostics;
    const auto made = intake::makeFilm(options.order, diagnostics);
    print(diagnostics);
    if (!made) return kBadScript;
    for (const intake::FilmFile& file : made->files) folder.write(file.name, file.text);
    const core::Diagnostics faults =
        checked(folder.part(), options.folder, options.order.permissions);
    print(faults);
    if (faults.hasErrors()) return kBadScript;
    const std::string before = folder.publish().string();
    options.json ? printJson(*made, options.folder, before)
                 : printPlain(*made, options.folder, before);
    return kDone;
}

std::string formatFault(const std::string& pattern) {
    return core::DateFormat::of(pattern) ? std::string()
                                         : "a form of dates such as M/D/Y or D.M.Y h:m is expected";
}

std::string dayFault(const std::string& text) {
    const auto read = core::parsePeriod(text);
    const bool day = read.period && read.period->precision() == core::Precision::day &&
                     read.period->first() == read.period->last();
    return day ? std::string() : "a day such as 2024-05-01 is expected";
}

std::string encodingFault(const std::string& text) {
    return core::knowsEncoding(text) ? std::string()
                                     : "an encoding such as windows-1251 or GBK is expected";
}

}  // namespace

void addImport(CLI::App& app, Job& job) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App* command = app.add_subcommand(
        "import", "a film of somebody's files, with what was understood of them and what not");
    command
        ->add_option("FILE", options->order.paths, "tables, map files, a timetable's folder or zip")
        ->required();
    command->add_option("-o,--output", options->folder, "the folder to be made")->required();
    command
        ->add_option("--as", options->order.as, "what the files are, where it cannot be found out")
        ->check(CLI::IsMember(intake::kindNames()));
    command
        ->add_option("--dates", options->order.forms.dateFormat,
                     "how dates are written, such as M/D/Y")
        ->check(CLI::Validator(formatFault, {}));
    command->add_option("--decimal", options->decimal, "the sign before decimals")
        ->check(CLI::IsMember({".", ","}));
    command
        ->add_option("--encoding", options->order.forms.encoding,
                     "how tables write their letters, such as windows-1251")
        ->check(CLI::Validator(encodingFault, {}));
    command->add_option("--day", options->order.forms.day, "of a timetable: the day that is shown")
        ->check(CLI::Validator(dayFault, {}));
    addPermissions(*command, options->order.permissions);
    command->add_flag("--force", options->force, "put a folder of that name aside, as DIR.before");
    command->add_flag("--json", options->json, "what was understood, as JSON");
    command->callback([options, &job] { job = [options] { return runImport(*options); }; });
}

}  // namespace ebbflow::tools
