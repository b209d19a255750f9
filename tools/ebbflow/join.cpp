#include <cstdio>
#include <filesystem>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "delivery/film_assembly.hpp"
#include "delivery/finished_film.hpp"
#include "delivery/gather_segments.hpp"
#include "delivery/output_paths.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/join_papers.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/render_options.hpp"
#include "ebbflow/usage.hpp"
#include "produce/film_family.hpp"
#include "produce/provenance.hpp"
#include "produce/render_order.hpp"
#include "produce/versions.hpp"

namespace ebbflow::tools {

namespace fs = std::filesystem;

namespace {

struct JoinOptions {
    std::vector<std::string> folders;
    std::string output;
    std::string scene;
    bool force = false;
};

bool isThere(const fs::path& output, const delivery::OutputPaths& paths) {
    const bool numbered = encode::isNumbered(encode::containerOf(output));
    return fs::exists(paths.manifest) && (numbered || fs::exists(paths.film));
}

std::vector<fs::path> foldersOf(const JoinOptions& options, const delivery::OutputPaths& paths) {
    std::vector<fs::path> folders(options.folders.begin(), options.folders.end());
    if (folders.empty()) folders.push_back(paths.segments);
    // Of what is finished there need be no parts.
    if (options.folders.empty() && !options.force && isThere(options.output, paths)) return folders;
    for (const fs::path& folder : folders) {
        if (!fs::is_directory(folder)) {
            throw core::Failure(
                fmt::format("there is no folder {}; parts are made by `ebbflow render --part`",
                            folder.string()));
        }
    }
    return folders;
}

/// The words are in the folder, or beside the film where that was finished and the folder is going.
delivery::Asked askedFor(const fs::path& folder, const delivery::OutputPaths& paths) {
    try {
        return delivery::readHead(folder).asked;
    } catch (const core::Failure&) {
        if (!fs::exists(paths.manifest)) throw;
        return delivery::readManifest(paths.manifest).head.asked;
    }
}

void assemble(const delivery::FilmOrder& order, const std::vector<fs::path>& folders) {
    const auto segments = delivery::gatherSegments(order, folders);
    if (const auto mixed = delivery::mixedMachines(segments); !mixed.empty()) {
        fmt::print(stderr,
                   "warning: the parts were made on machines that may draw differently: {}\n",
                   fmt::join(mixed, "; "));
    }
    delivery::assembleFilm(order, segments);
}

/// True when an earlier join has left no more to do than, perhaps, to tidy up.
bool isDone(const delivery::FilmOrder& order, const delivery::OutputPaths& paths) {
    const bool numbered = encode::isNumbered(encode::containerOf(order.output));
    const bool toJoin = numbered ? fs::exists(paths.segments) : !fs::exists(paths.film);
    if (order.overwrite || toJoin) return false;
    if (!delivery::isFinished(order)) {
        throw core::Failure(
            fmt::format("{} is already there; --force writes over it", paths.film.string()));
    }
    fmt::print(stderr, "{}: finished already, and left as it is\n", order.output.string());
    return true;
}

// The scene says what belongs to the film besides its pictures, and must be the one of the parts.
std::optional<JoinedFilm> joinFilm(const JoinOptions& options) {
    const auto container = produce::refusing([&] { return encode::containerOf(options.output); });
    const delivery::OutputPaths paths = delivery::pathsOf(options.output, container);
    const std::vector<fs::path> folders = foldersOf(options, paths);
    JoinedFilm film{
        askedAgain(askedFor(folders.front(), paths), options.output, options.scene), {}, {}};
    film.options.force = options.force;
    core::Diagnostics diagnostics;
    film.plan = produce::loadVersion(film.options, diagnostics, false);
    print(diagnostics);
    if (!film.plan) return {};
    film.order = produce::orderFor(film.options, *film.plan);
    film.order.provenance = produce::provenanceOf(*film.plan, film.options);
    film.finishedBefore = isDone(film.order, paths);
    if (!film.finishedBefore) assemble(film.order, folders);
    writeCaptions(film);
    std::error_code ignored;
    fs::remove_all(paths.segments, ignored);
    return film;
}

/// All or nothing of each, and of each that fails a line.
int joinFamily(const JoinOptions& options, const std::vector<produce::FamilyMember>& members) {
    int status = kDone;
    std::vector<JoinedFilm> films;
    for (const produce::FamilyMember& member : members) {
        JoinOptions one = options;
        one.output = member.output.string();
        try {
            auto film = joinFilm(one);
            if (!film) return kBadScript;
            film->words = member.words;
            if (!film->finishedBefore) fmt::print(stderr, "{}: joined\n", one.output);
            films.push_back(std::move(*film));
        } catch (const core::Failure& failure) {
            fmt::print(stderr, "ebbflow: {}\n", failure.what());
            status = kWorldFailed;
        }
    }
    writeLists(options.output, options.force, films);
    return status;
}

/// Empty where the film of that very name is meant.
std::vector<produce::FamilyMember> familyOf(const JoinOptions& options) {
    const auto container = produce::refusing([&] { return encode::containerOf(options.output); });
    const delivery::OutputPaths paths = delivery::pathsOf(options.output, container);
    if (!options.folders.empty() || fs::is_directory(paths.segments)) return {};
    auto members = produce::membersInParts(options.output);
    if (members.empty() && !options.force && !fs::exists(paths.manifest))
        members = produce::membersFinished(options.output);
    return members;
}

int runJoin(const JoinOptions& options) {
    const auto members = familyOf(options);
    if (!members.empty()) return joinFamily(options, members);
    return joinFilm(options) ? kDone : kBadScript;
}

}  // namespace

void addJoin(CLI::App& app, Job& job) {
    auto options = std::make_shared<JoinOptions>();
    CLI::App* command =
        app.add_subcommand("join", "one film of the parts that `render --part` made");
    command->add_option("FOLDER", options->folders,
                        "folders of parts; default: OUTPUT.part.d, which goes when it is joined, "
                        "or those of all its versions and chapters");
    command->add_option("-o,--output", options->output, "the film, as the parts were told it")
        ->required();
    command->add_option("--scene", options->scene, "where the scene lies now, if it was moved");
    command->add_flag("--force", options->force, "overwrite a film that is there");
    command->callback([options, &job] { job = [options] { return runJoin(*options); }; });
}

}  // namespace ebbflow::tools
