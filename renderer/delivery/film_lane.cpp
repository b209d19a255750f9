#include "delivery/film_lane.hpp"

#include <cassert>
#include <exception>
#include <utility>

namespace ebbflow::delivery {

namespace {

// Enough to ride out the longest frame of a scene; 1080p frames take 3 MB each.
constexpr std::size_t kQueuedFrames = 6;

}  // namespace

FilmLane::FilmLane(encode::PlanesPool& pool, SinkMaker makeSink)
    : pool_(pool),
      makeSink_(std::move(makeSink)),
      queue_(kQueuedFrames),
      thread_([this] { encodeAll(); }) {}

FilmLane::~FilmLane() {
    stop();
}

void FilmLane::encodeAll() {
    try {
        while (auto item = queue_.pop()) {
            if (!sink_) sink_ = makeSink_(item->frame);
            sink_->write(item->frame, std::move(item->planes));
            taken_.fetch_add(1, std::memory_order_relaxed);
        }
        if (sink_ && !abandoned_.load()) sink_->close();
    } catch (...) {
        failure_ = std::current_exception();
        queue_.cut();
    }
}

void FilmLane::submit(std::int64_t frame, encode::Planes planes) {
    if (!queue_.push({frame, std::move(planes)})) rethrow();
    handed_.fetch_add(1, std::memory_order_relaxed);
}

void FilmLane::join() {
    if (thread_.joinable()) thread_.join();
}

void FilmLane::rethrow() {
    join();
    assert(failure_);
    std::rethrow_exception(failure_);
}

void FilmLane::close() {
    queue_.close();
    join();
    if (failure_) std::rethrow_exception(failure_);
}

void FilmLane::stop() {
    abandoned_ = true;
    queue_.cut();
    join();
    sink_.reset();
}

}  // namespace ebbflow::delivery
