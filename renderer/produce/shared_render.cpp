#include "produce/shared_render.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "encode/segment_length.hpp"
#include "produce/kept_frames.hpp"

namespace ebbflow::produce {

namespace {

bool lacks(const delivery::FilmWriter& writer, std::int64_t frame) {
    return std::ranges::any_of(writer.missing(), [&](const delivery::FrameRange& range) {
        return range.first <= frame && frame < range.end;
    });
}

}  // namespace

void SharedRender::add(const frame::Plan& plan, const delivery::FilmOrder& order, Layer layer) {
    films_.push_back({plan, order, layer,
                      std::make_unique<delivery::FilmWriter>(order, studios_.count()), false});
    sayWhatIsKept(order, *films_.back().writer, watcher_);
}

std::int64_t SharedRender::missing() const {
    std::int64_t frames = 0;
    for (const Film& film : films_) frames += framesIn(film.writer->missing());
    return frames;
}

std::vector<delivery::FrameRange> SharedRender::work() const {
    const delivery::FilmOrder& order = films_.front().order;
    auto segments =
        delivery::segmentsOf(delivery::shareOf(order), encode::segmentLength(order.settings));
    std::erase_if(segments, [&](const delivery::FrameRange& segment) {
        return std::ranges::none_of(
            films_, [&](const Film& film) { return lacks(*film.writer, segment.first); });
    });
    return segments;
}

void SharedRender::draw() {
    const std::vector<delivery::FrameRange> segments = work();
    const int lanes = std::min(studios_.count(), static_cast<int>(segments.size()));
    nextSegment_ = static_cast<std::size_t>(lanes);
    {
        // The first is the caller's, whose context is its studio's.
        std::vector<std::jthread> others;
        for (int lane = 1; lane < lanes; ++lane)
            others.emplace_back([this, lane, &segments] { drawLane(lane, segments); });
        if (lanes > 0) drawLane(0, segments);
    }
    if (failure_) std::rethrow_exception(failure_);
    watcher_.allDrawn();
}

void SharedRender::drawLane(int lane, const std::vector<delivery::FrameRange>& segments) {
    try {
        FramePipeline pipeline(studios_.at(lane));
        for (const Film& film : films_)
            pipeline.add(film.plan, film.writer->lane(lane), film.order, film.layer);
        for (auto at = static_cast<std::size_t>(lane); at < segments.size() && !ends_;
             at = nextSegment_++) {
            drawSegment(pipeline, segments[at]);
        }
        pipeline.drain();
    } catch (...) {
        failed(std::current_exception());
    }
}

void SharedRender::drawSegment(FramePipeline& pipeline, const delivery::FrameRange& segment) {
    for (std::int64_t frame = segment.first; frame < segment.end; ++frame) {
        for (std::size_t i = 0; i < films_.size(); ++i) {
            if (!lacks(*films_[i].writer, frame)) continue;
            if (wantsEnd()) throw core::Failure("interrupted");
            pipeline.draw(i, frame);
            told();
        }
    }
}

bool SharedRender::wantsEnd() {
    const std::scoped_lock lock(watching_);
    return ends_ || watcher_.wantsEnd();
}

void SharedRender::told() {
    const std::scoped_lock lock(watching_);
    watcher_.drawn(drawn_++);
}

void SharedRender::failed(std::exception_ptr failure) {
    const std::scoped_lock lock(watching_);
    if (!failure_) failure_ = std::move(failure);
    ends_ = true;
}

void SharedRender::render() {
    if (films_.empty()) return;
    watcher_.begin(nameOf(films_.front().order), missing());
    try {
        draw();
        for (Film& film : films_) {
            film.writer->finish();
            film.finished = true;
        }
    } catch (const core::Failure& failure) {
        giveUp(failure);
    }
    watcher_.finished();
}

void SharedRender::giveUp(core::Failure failure) {
    std::int64_t kept = 0;
    for (Film& film : films_) {
        if (film.finished) continue;
        const std::int64_t frames = film.writer->abandon();
        if (frames > 0) failure = withWhatIsKept(failure, film.order, frames);
        kept += frames;
    }
    throw kept > 0 ? failure : withWhatIsKept(failure, films_.front().order, 0);
}

}  // namespace ebbflow::produce
