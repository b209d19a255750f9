#include "produce/kept_frames.hpp"

#include <fmt/format.h>

#include "delivery/output_paths.hpp"

namespace ebbflow::produce {

std::string nameOf(const delivery::FilmOrder& order) {
    const std::string name = order.output.string();
    return order.part ? fmt::format("{} part {}/{}", name, order.part->index, order.part->count)
                      : name;
}

std::int64_t framesIn(const std::vector<delivery::FrameRange>& ranges) {
    std::int64_t frames = 0;
    for (const delivery::FrameRange& range : ranges) frames += range.count();
    return frames;
}

void sayWhatIsKept(const delivery::FilmOrder& order, const delivery::FilmWriter& writer,
                   Watcher& watcher) {
    if (const std::int64_t kept = writer.framesKept(); kept > 0)
        watcher.say(fmt::format("{}: {} frames are there already", nameOf(order), kept));
    if (const int dropped = writer.segmentsDropped(); dropped > 0) {
        watcher.say(fmt::format("{}: {} damaged or unfinished {} made again", nameOf(order),
                                dropped, dropped == 1 ? "segment is" : "segments are"));
    }
}

core::Failure withWhatIsKept(const core::Failure& failure, const delivery::FilmOrder& order,
                             std::int64_t frames) {
    const encode::Container container = encode::containerOf(order.output);
    if (frames == 0 && encode::isNumbered(container)) return failure;
    if (frames == 0) return core::Failure(fmt::format("{}; no film was written", failure.what()));
    const auto paths = delivery::pathsOf(order.output, container);
    return core::Failure(fmt::format("{}; {} finished frames are kept in {}, --resume goes on",
                                     failure.what(), frames, paths.segments.string()));
}

}  // namespace ebbflow::produce
