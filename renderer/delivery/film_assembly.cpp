#include "delivery/film_assembly.hpp"

#include <system_error>

#include <fmt/format.h>

#include "core/byte_hash.hpp"
#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "delivery/output_paths.hpp"
#include "delivery/segment_file.hpp"
#include "delivery/side_writer.hpp"

namespace ebbflow::delivery {

namespace {

void requireWholeFrames(const FilmOrder& order, std::span<const PlacedSegment> segments,
                        const OutputPaths& paths) {
    for (const auto& [folder, record] : segments) {
        if (isWhole(record, folder, paths, order.settings.rate)) continue;
        throw core::Failure(fmt::format("of the frames {} to {} some are damaged or not there",
                                        record.first, record.first + record.count - 1));
    }
}

/// `frames/%05d.png` → `frames/frames.wav`, where the manifest lies too.
std::filesystem::path soundBeside(const OutputPaths& paths) {
    std::filesystem::path file = paths.manifest;
    return file.replace_extension().replace_extension(".wav");
}

/// Gives the finished part of the film its name. The manifest comes first: whatever ends the
/// program between the two, a film that is there is known by its hash, as the one that the manifest
/// tells of or as an older one.
void publishFilm(const OutputPaths& paths, Manifest manifest) {
    const std::filesystem::path part = core::partOf(paths.film);
    try {
        core::settle(part);
        manifest.filmHash = core::hashOfFile(part);
        writeManifest(paths.manifest, manifest);
        core::settleNames(core::folderOf(paths.manifest));
        core::publish(part, paths.film);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

}  // namespace

void assembleFilm(const FilmOrder& order, std::span<const PlacedSegment> segments) {
    const encode::Container container = encode::containerOf(order.output);
    const OutputPaths paths = pathsOf(order.output, container);
    Manifest manifest{{headOf(order), order.wish}, {}, {}};
    for (const PlacedSegment& segment : segments) manifest.segments.push_back(segment.record);
    if (encode::isNumbered(container)) {
        requireWholeFrames(order, segments, paths);
        if (order.settings.side && !order.settings.side->sound.mix.empty())
            writeSound(order.settings.side->sound, soundBeside(paths));
        writeManifest(paths.manifest, manifest);
    } else {
        joinSegments(order.settings, container, segments, core::partOf(paths.film));
        publishFilm(paths, manifest);
    }
    // The film's and the manifest's names are to be on the disk before the segments go.
    core::settleNames(core::folderOf(paths.manifest));
}

}  // namespace ebbflow::delivery
