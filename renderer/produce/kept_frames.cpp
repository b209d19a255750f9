#include "produce/kept_frames.hpp"

#include <fmt/format.h>

#include "video/files.hpp"

namespace ebbflow::produce {

std::string nameOf(const video::FilmOrder& order) {
    const std::string name = order.output.string();
    return order.part ? fmt::format("{} part {}/{}", name, order.part->index, order.part->count)
                      : name;
}

std::int64_t framesIn(const std::vector<video::FrameRange>& ranges) {
    std::int64_t frames = 0;
    for (const video::FrameRange& range : ranges) frames += range.count();
    return frames;
}

void sayWhatIsKept(const video::FilmOrder& order, const video::FilmWriter& writer,
                   Watcher& watcher) {
    if (const std::int64_t kept = writer.framesKept(); kept > 0)
        watcher.say(fmt::format("{}: {} frames are there already", nameOf(order), kept));
    if (const int dropped = writer.segmentsDropped(); dropped > 0) {
        watcher.say(fmt::format("{}: {} damaged or unfinished {} made again", nameOf(order),
                                dropped, dropped == 1 ? "segment is" : "segments are"));
    }
}

core::Failure withWhatIsKept(const core::Failure& failure, const video::FilmOrder& order,
                             std::int64_t frames) {
    const video::Container container = video::containerOf(order.output);
    if (frames == 0 && video::isNumbered(container)) return failure;
    if (frames == 0) return core::Failure(fmt::format("{}; no film was written", failure.what()));
    const auto paths = video::pathsOf(order.output, container);
    return core::Failure(fmt::format("{}; {} finished frames are kept in {}, --resume goes on",
                                     failure.what(), frames, paths.segments.string()));
}

}  // namespace ebbflow::produce
