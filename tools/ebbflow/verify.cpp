#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "core/byte_hash.hpp"
#include "core/error.hpp"
#include "delivery/head_difference.hpp"
#include "delivery/machine.hpp"
#include "delivery/output_paths.hpp"
#include "delivery/segment_file.hpp"
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

void warnOfMachines(const delivery::Manifest& manifest, const delivery::Provenance& here) {
    for (const delivery::SegmentRecord& segment : manifest.segments) {
        const auto differences = delivery::machineDifferences(segment.machine, here);
        warn(differences, "this machine");
        if (!differences.empty()) return;
    }
}

// What lies on the disk, before anything is drawn.
std::vector<std::string> fileFaults(const delivery::Manifest& manifest,
                                    const delivery::OutputPaths& paths,
                                    const core::FrameRate& rate) {
    if (!manifest.filmHash.empty()) {
        if (core::hashOfFile(paths.film) == manifest.filmHash) return {};
        return {fmt::format("{} is not as it was written", paths.film.string())};
    }
    std::vector<std::string> faults;
    for (const delivery::SegmentRecord& record : manifest.segments) {
        if (delivery::isWhole(record, paths.segments, paths, rate)) continue;
        faults.push_back(fmt::format("of the files of frames {} to {} some are not as written",
                                     record.first, record.first + record.count - 1));
    }
    return faults;
}

std::vector<std::int64_t> differentFrames(produce::Studio& studio, const delivery::FilmOrder& order,
                                          const delivery::Manifest& manifest,
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
    const auto container = produce::refusing([&] { return encode::containerOf(options.film); });
    const delivery::OutputPaths paths = delivery::pathsOf(options.film, container);
    const delivery::Manifest manifest = delivery::readManifest(paths.manifest);
    const produce::RenderOptions asked =
        askedAgain(manifest.head.asked, options.film, options.scene);
    core::Diagnostics diagnostics;
    const auto plan = produce::loadVersion(asked, diagnostics);
    print(diagnostics);
    if (!plan) return kBadScript;
    delivery::FilmOrder order = produce::orderFor(asked, *plan);
    order.provenance = produce::provenanceOf(*plan, asked);
    warn(delivery::headDifferences(manifest.head.text, delivery::headOf(order)),
         "what it is made from");
    auto faults = fileFaults(manifest, paths, order.settings.rate);
    produce::Studio studio(plan, produce::studioFor(asked, order.settings));
    warnOfMachines(manifest,
                   delivery::machineFacts(order.settings, produce::rendererOf(studio.facts())));
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
