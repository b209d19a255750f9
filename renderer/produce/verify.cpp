#include "produce/verify.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/byte_hash.hpp"
#include "delivery/head_difference.hpp"
#include "delivery/machine.hpp"
#include "delivery/output_paths.hpp"
#include "delivery/segment_file.hpp"
#include "produce/frame_pipeline.hpp"
#include "produce/provenance.hpp"
#include "produce/refusal.hpp"
#include "produce/render_order.hpp"
#include "produce/verified_frames.hpp"
#include "produce/versions.hpp"
#include "produce/wish_json.hpp"

namespace ebbflow::produce {

namespace {

void warn(const std::vector<std::string>& differences, const char* of, Watcher& watcher) {
    if (differences.empty()) return;
    watcher.say(
        fmt::format("warning: {} differs from the film's: {}", of, fmt::join(differences, "; ")));
}

void warnOfMachines(const delivery::Manifest& manifest, const delivery::Provenance& here,
                    Watcher& watcher) {
    for (const delivery::SegmentRecord& segment : manifest.segments) {
        const auto differences = delivery::machineDifferences(segment.machine, here);
        warn(differences, "this machine", watcher);
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

std::vector<std::int64_t> differentFrames(Studio& studio, const delivery::FilmOrder& order,
                                          const delivery::Manifest& manifest,
                                          const std::vector<std::int64_t>& frames, Layer layer) {
    VerifiedFrames verified(order.settings, manifest.segments);
    FramePipeline pipeline(studio);
    const std::size_t film = pipeline.add(studio.plan(), verified, order, layer);
    for (const std::int64_t frame : frames) pipeline.draw(film, frame);
    pipeline.drain();
    return verified.different();
}

RenderWish wishOf(const VerifyOrder& order, const delivery::Manifest& manifest) {
    RenderWish wish = wishOfManifest(manifest.head.wish, order.film);
    wish.output = order.film;
    if (!order.scene.empty()) wish.scene = order.scene;
    return wish;
}

}  // namespace

std::optional<Verified> verify(const VerifyOrder& order, Watcher& watcher) {
    const auto container = refusing([&] { return encode::containerOf(order.film); });
    const delivery::OutputPaths paths = delivery::pathsOf(order.film, container);
    const delivery::Manifest manifest = delivery::readManifest(paths.manifest);
    const RenderWish wish = wishOf(order, manifest);
    core::Diagnostics diagnostics;
    const auto plan = loadVersion(wish, diagnostics);
    watcher.found(diagnostics);
    if (!plan) return {};
    delivery::FilmOrder film = orderFor(wish, {}, *plan);
    film.provenance = provenanceOf(*plan, wish);
    warn(delivery::headDifferences(manifest.head.text, delivery::headOf(film)),
         "what it is made from", watcher);
    Verified verified;
    verified.faults = fileFaults(manifest, paths, film.settings.rate);
    Studio studio(plan, studioFor(wish, film.settings));
    warnOfMachines(manifest, delivery::machineFacts(film.settings, studio.machine()), watcher);
    const auto frames = order.sample ? sampledFrames(manifest.segments, *order.sample)
                                     : allFrames(manifest.segments);
    verified.different = differentFrames(studio, film, manifest, frames, layerOf(wish));
    verified.drawn = frames.size();
    return verified;
}

}  // namespace ebbflow::produce
