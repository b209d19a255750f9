#include "video/film_assembly.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "video/byte_hash.hpp"
#include "video/files.hpp"
#include "video/segment_file.hpp"
#include "video/side_writer.hpp"

namespace ebbflow::video {

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

}  // namespace

void assembleFilm(const FilmOrder& order, std::span<const PlacedSegment> segments) {
    const Container container = containerOf(order.output);
    const OutputPaths paths = pathsOf(order.output, container);
    Manifest manifest{{headOf(order), order.asked}, {}, {}};
    if (isNumbered(container)) {
        requireWholeFrames(order, segments, paths);
        if (order.settings.side && !order.settings.side->sound.clips.empty())
            writeSound(order.settings.side->sound, soundBeside(paths));
    } else {
        joinSegments(order.settings, container, segments, paths.film);
        manifest.filmHash = hashOfFile(paths.film);
    }
    for (const PlacedSegment& segment : segments) manifest.segments.push_back(segment.record);
    writeManifest(paths.manifest, manifest);
    // The film's and the manifest's names are to be on the disk before the segments go.
    settleNames(folderOf(paths.manifest));
}

}  // namespace ebbflow::video
