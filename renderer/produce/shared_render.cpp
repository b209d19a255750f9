#include "produce/shared_render.hpp"

#include <algorithm>

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
    films_.push_back({order, std::make_unique<delivery::FilmWriter>(order), false});
    pipeline_.add(plan, *films_.back().writer, order, layer);
    sayWhatIsKept(order, *films_.back().writer, watcher_);
}

std::int64_t SharedRender::missing() const {
    std::int64_t frames = 0;
    for (const Film& film : films_) frames += framesIn(film.writer->missing());
    return frames;
}

void SharedRender::draw() {
    const delivery::FrameRange range = films_.front().order.range;
    std::int64_t drawn = 0;
    for (std::int64_t frame = range.first; frame < range.end; ++frame) {
        for (std::size_t i = 0; i < films_.size(); ++i) {
            if (!lacks(*films_[i].writer, frame)) continue;
            if (watcher_.wantsEnd()) throw core::Failure("interrupted");
            pipeline_.draw(i, frame);
            watcher_.drawn(drawn++);
        }
    }
    pipeline_.drain();
    watcher_.allDrawn();
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
