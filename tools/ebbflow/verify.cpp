#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/render_options.hpp"
#include "ebbflow/usage.hpp"
#include "produce/frame_pipeline.hpp"
#include "produce/provenance.hpp"
#include "produce/render_order.hpp"
#include "produce/verified_frames.hpp"
#include "produce/versions.hpp"
#include "video/byte_hash.hpp"
#include "video/files.hpp"
#include "video/head_difference.hpp"
#include "video/machine.hpp"
#include "video/segment_file.hpp"

namespace ebbflow::tools {

namespace {

struct VerifyOptions {
    std::string film, scene;
    int sample = 12;
    bool all = false;
};

void warn(const std::vector<std::string>& differences, const char* of) {
    if (differences.empty()) return;
    fmt::print(stderr, "warning: {} differs from the film's: {}\n", of,
               fmt::join(differences, "; "));
}

void warnOfMachines(const video::Manifest& manifest, const video::Provenance& here) {
    for (const video::SegmentRecord& segment : manifest.segments) {
        const auto differences = video::machineDifferences(segment.machine, here);
        warn(differences, "this machine");
        if (!differences.empty()) return;
    }
}

// What lies on the disk, before anything is drawn.
std::vector<std::string> fileFaults(const video::Manifest& manifest,
                                    const video::OutputPaths& paths, const core::FrameRate& rate) {
    if (!manifest.filmHash.empty()) {
        if (video::hashOfFile(paths.film) == manifest.filmHash) return {};
        return {fmt::format("{} is not as it was written", paths.film.string())};
    }
    std::vector<std::string> faults;
    for (const video::SegmentRecord& record : manifest.segments) {
        if (video::isWhole(record, paths.segments, paths, rate)) continue;
        faults.push_back(fmt::format("of the files of frames {} to {} some are not as written",
                                     record.first, record.first + record.count - 1));
    }
    return faults;
}

std::vector<std::int64_t> differentFrames(produce::Studio& studio, const video::FilmOrder& order,
                                          const video::Manifest& manifest,
                                          const std::vector<std::int64_t>& frames,
                                          produce::Layer layer) {
    produce::VerifiedFrames verified(order.settings, manifest.segments);
    produce::FramePipeline pipeline(studio);
    const std::size_t film = pipeline.add(studio.plan(), verified, order, layer);
    for (const std::int64_t frame : frames) {
        pipeline.draw(film, frame);
    }
    pipeline.drain();
    return verified.different();
}

int report(std::vector<std::string> faults, const std::vector<std::int64_t>& different,
           std::size_t drawn) {
    if (!different.empty()) {
        faults.push_back(fmt::format("frames {} differ", fmt::join(different, ", ")));
    }
    for (const std::string& fault : faults) fmt::print("{}\n", fault);
    fmt::print("{} frames were drawn again, {} of them as they were\n", drawn,
               drawn - different.size());
    return faults.empty() ? kDone : kWorldFailed;
}

int runVerify(const VerifyOptions& options) {
    const auto container = produce::refusing([&] { return video::containerOf(options.film); });
    const video::OutputPaths paths = video::pathsOf(options.film, container);
    const video::Manifest manifest = video::readManifest(paths.manifest);
    const produce::RenderOptions asked =
        askedAgain(manifest.head.asked, options.film, options.scene);
    core::Diagnostics diagnostics;
    const auto plan = produce::loadVersion(asked, diagnostics);
    print(diagnostics);
    if (!plan) return kBadScript;
    video::FilmOrder order = produce::orderFor(asked, *plan);
    order.provenance = produce::provenanceOf(*plan, asked);
    warn(video::headDifferences(manifest.head.text, video::headOf(order)), "what it is made from");
    auto faults = fileFaults(manifest, paths, order.settings.rate);
    produce::Studio studio(plan, produce::studioFor(asked, order.settings));
    warnOfMachines(manifest,
                   video::machineFacts(order.settings, produce::rendererOf(studio.facts())));
    const auto frames = options.all ? produce::allFrames(manifest.segments)
                                    : produce::sampledFrames(manifest.segments, options.sample);
    return report(std::move(faults),
                  differentFrames(studio, order, manifest, frames, produce::layerOf(asked)),
                  frames.size());
}

}  // namespace

void addVerify(CLI::App& app, Job& job) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* command = app.add_subcommand(
        "verify", "draws frames of a film again and holds them against its manifest");
    command->add_option("FILM", options->film, "the film, its manifest beside it")->required();
    command->add_option("SCENE", options->scene, "where the scene lies now, if it was moved");
    command->add_option("--sample", options->sample, "how many frames, spread over the film")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    command->add_flag("--all", options->all, "every frame");
    command->callback([options, &job] { job = [options] { return runVerify(*options); }; });
}

}  // namespace ebbflow::tools
