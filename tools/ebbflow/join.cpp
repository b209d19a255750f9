#include <cstdio>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/provenance.hpp"
#include "ebbflow/render_options.hpp"
#include "ebbflow/render_order.hpp"
#include "ebbflow/usage.hpp"
#include "ebbflow/versions.hpp"
#include "video/files.hpp"
#include "video/film_assembly.hpp"
#include "video/gather_segments.hpp"

namespace ebbflow::tools {

namespace fs = std::filesystem;

namespace {

struct JoinOptions {
    std::vector<std::string> folders;
    std::string output;
    std::string scene;
    bool force = false;
};

std::vector<fs::path> foldersOf(const JoinOptions& options, const video::OutputPaths& paths) {
    std::vector<fs::path> folders(options.folders.begin(), options.folders.end());
    if (folders.empty()) folders.push_back(paths.segments);
    for (const fs::path& folder : folders) {
        if (!fs::is_directory(folder)) {
            throw core::Failure(
                fmt::format("there is no folder {}; parts are made by `ebbflow render --part`",
                            folder.string()));
        }
    }
    return folders;
}

// The scene says what belongs to the film besides its pictures, and must be the one of the parts.
int join(const JoinOptions& options, const video::OutputPaths& paths) {
    const std::vector<fs::path> folders = foldersOf(options, paths);
    const RenderOptions asked =
        askedAgain(video::readHead(folders.front()).asked, options.output, options.scene);
    const auto plan = loadVersion(asked, false);
    if (!plan) return kBadScript;
    video::FilmOrder order = orderFor(asked, *plan);
    order.overwrite = options.force;
    order.provenance = provenanceOf(*plan, asked);
    const auto segments = video::gatherSegments(order, folders);
    if (const auto mixed = video::mixedMachines(segments); !mixed.empty()) {
        fmt::print(stderr,
                   "warning: the parts were made on machines that may draw differently: {}\n",
                   fmt::join(mixed, "; "));
    }
    video::assembleFilm(order, segments);
    std::error_code ignored;
    fs::remove_all(paths.segments, ignored);
    return kDone;
}

int runJoin(const JoinOptions& options) {
    const auto container = fromUsage([&] { return video::containerOf(options.output); });
    const video::OutputPaths paths = video::pathsOf(options.output, container);
    if (!options.force && !video::isNumbered(container) && fs::exists(paths.film)) {
        throw core::Failure(
            fmt::format("{} is already there; --force writes over it", paths.film.string()));
    }
    return join(options, paths);
}

}  // namespace

void addJoin(CLI::App& app, Job& job) {
    auto options = std::make_shared<JoinOptions>();
    CLI::App* command =
        app.add_subcommand("join", "one film of the parts that `render --part` made");
    command->add_option("FOLDER", options->folders,
                        "folders of parts; default: OUTPUT.part.d, which goes when it is joined");
    command->add_option("-o,--output", options->output, "the film, as the parts were told it")
        ->required();
    command->add_option("--scene", options->scene, "where the scene lies now, if it was moved");
    command->add_flag("--force", options->force, "overwrite a film that is there");
    command->callback([options, &job] { job = [options] { return runJoin(*options); }; });
}

}  // namespace ebbflow::tools
