#include "delivery/film_writer.hpp"

#include <algorithm>
#include <cassert>
#include <mutex>
#include <numeric>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "delivery/film_assembly.hpp"
#include "delivery/film_lane.hpp"
#include "delivery/frame_sink.hpp"
#include "delivery/gather_segments.hpp"
#include "delivery/render_folder.hpp"
#include "delivery/steady_memory.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

struct FilmWriter::State {
    State(const FilmOrder& asked, int count)
        : order(asked),
          folder(order),
          pool(order.settings.format, order.settings.size.width, order.settings.size.height) {
        if (!folder.missing().empty()) opened = openSink(folder.missing().front().first);
        for (int i = 0; i < count; ++i) {
            lanes.push_back(std::make_unique<FilmLane>(
                pool, [this](std::int64_t first) { return sinkFrom(first); }));
        }
    }

    /// The sink that was opened for the film's first missing frame goes to the lane by which that
    /// frame comes, whichever it is.
    [[nodiscard]] std::unique_ptr<FrameSink> sinkFrom(std::int64_t first) {
        if (first != folder.missing().front().first) return openSink(first);
        const std::scoped_lock lock(opening);
        if (opened) return std::move(opened);
        return openSink(first);
    }

    [[nodiscard]] std::unique_ptr<FrameSink> openSink(std::int64_t first) const {
        if (encode::isNumbered(encode::containerOf(order.output)))
            return makeNumberedFrames(order.settings, folder.paths(), folder.machine());
        return makeSegmentChain(order.settings, folder.paths(), folder.machine(), first);
    }

    /// Of all lanes together.
    [[nodiscard]] std::int64_t sum(std::int64_t (FilmLane::*of)() const) const {
        return std::transform_reduce(lanes.begin(), lanes.end(), std::int64_t{0}, std::plus{},
                                     [of](const auto& lane) { return (*lane.*of)(); });
    }

    [[nodiscard]] std::int64_t wanted() const {
        const auto& missing = folder.missing();
        return std::transform_reduce(missing.begin(), missing.end(), std::int64_t{0}, std::plus{},
                                     [](const FrameRange& range) { return range.count(); });
    }

    FilmOrder order;
    RenderFolder folder;
    encode::PlanesPool pool;
    std::mutex opening;
    std::unique_ptr<FrameSink> opened;
    std::vector<std::unique_ptr<FilmLane>> lanes;
};

FilmWriter::FilmWriter(const FilmOrder& order, int lanes) {
    assert(lanes > 0);
    checkOrder(order);
    keepMemorySteady();
    state_ = std::make_unique<State>(order, lanes);
}

FilmWriter::~FilmWriter() = default;

const std::vector<FrameRange>& FilmWriter::missing() const {
    return state_->folder.missing();
}

std::int64_t FilmWriter::framesKept() const {
    return state_->folder.kept();
}

int FilmWriter::segmentsDropped() const {
    return state_->folder.dropped();
}

FrameTaker& FilmWriter::lane(int number) {
    return *state_->lanes.at(static_cast<std::size_t>(number));
}

std::int64_t FilmWriter::framesTaken() const {
    return state_->sum(&FilmLane::taken);
}

std::int64_t FilmWriter::abandon() {
    for (const auto& lane : state_->lanes) lane->stop();
    state_->opened.reset();
    return state_->folder.finishedFrames();
}

void FilmWriter::finish() {
    for (const auto& lane : state_->lanes) lane->close();
    if (const std::int64_t handed = state_->sum(&FilmLane::handed); handed < state_->wanted()) {
        throw core::Failure(
            fmt::format("only {} of {} frames were handed over", handed, state_->wanted()));
    }
    state_->lanes.clear();
    if (!state_->order.part) {
        const fs::path folder = state_->folder.paths().segments;
        assembleFilm(state_->order, gatherSegments(state_->order, {&folder, 1}));
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    state_.reset();
}

}  // namespace ebbflow::delivery
