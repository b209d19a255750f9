#include "ebbflow/shared_render.hpp"

#include <algorithm>

#include "ebbflow/interrupt.hpp"
#include "ebbflow/long_render.hpp"
#include "ebbflow/progress.hpp"

namespace ebbflow::tools {

namespace {

bool lacks(const video::FilmWriter& writer, std::int64_t frame) {
    return std::ranges::any_of(writer.missing(), [&](const video::FrameRange& range) {
        return range.first <= frame && frame < range.end;
    });
}

}  // namespace

void SharedRender::add(const frame::Plan& plan, const video::FilmOrder& order, Layer layer) {
    films_.push_back({order, std::make_unique<video::FilmWriter>(order), false});
    pipeline_.add(plan, *films_.back().writer, order, layer);
    if (!quiet_) sayWhatIsKept(order, *films_.back().writer);
}

std::int64_t SharedRender::missing() const {
    std::int64_t frames = 0;
    for (const Film& film : films_) frames += framesIn(film.writer->missing());
    return frames;
}

void SharedRender::draw(Progress& progress) {
    const Interrupt interrupt;
    const video::FrameRange range = films_.front().order.range;
    std::int64_t drawn = 0;
    for (std::int64_t frame = range.first; frame < range.end; ++frame) {
        for (std::size_t i = 0; i < films_.size(); ++i) {
            if (!lacks(*films_[i].writer, frame)) continue;
            if (interrupt.asked()) throw core::Failure("interrupted");
            pipeline_.draw(i, frame);
            progress.update(drawn++);
        }
    }
    pipeline_.drain();
}

void SharedRender::render() {
    if (films_.empty()) return;
    Progress progress(nameOf(films_.front().order), missing(), quiet_);
    try {
        draw(progress);
        for (Film& film : films_) {
            film.writer->finish();
            film.finished = true;
        }
    } catch (const core::Failure& failure) {
        giveUp(failure);
    }
    progress.finish();
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

}  // namespace ebbflow::tools
