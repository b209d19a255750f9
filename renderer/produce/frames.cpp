#include "produce/frames.hpp"

#include "core/error.hpp"
#include "encode/colour.hpp"
#include "produce/frame_pipeline.hpp"
#include "produce/refusal.hpp"
#include "produce/render_order.hpp"
#include "produce/shader_folder.hpp"
#include "produce/versions.hpp"

namespace ebbflow::produce {

namespace {

/// R′G′B′ with alpha, 8 bits, which is a picture as it is.
class PictureTaker final : public delivery::FrameTaker {
public:
    PictureTaker(const FrameSink& sink, const encode::Settings& settings)
        : sink_(sink), settings_(settings) {}

    [[nodiscard]] encode::Planes acquire() override {
        return {settings_.format, settings_.size.width, settings_.size.height};
    }
    void submit(std::int64_t frame, encode::Planes planes) override {
        sink_(frame, encode::imageFromPlanes(planes));
    }

private:
    const FrameSink& sink_;
    const encode::Settings& settings_;
};

/// As numbered PNGs would be made.
delivery::FilmOrder orderOfPictures(RenderWish wish, const frame::Plan& plan) {
    wish.output = "%d.png";
    wish.codec = encode::Codec::png;
    wish.depth = 8;
    wish.subtitles.clear();
    wish.sound = false;
    return orderFor(wish, {}, plan);
}

void draw(const Version& version, const delivery::FilmOrder& order, Studio& studio,
          const FrameSink& sink, Watcher& watcher) {
    PictureTaker taker(sink, order.settings);
    FramePipeline pipeline(studio);
    const std::size_t film = pipeline.add(*version.plan, taker, order, version.layer);
    watcher.begin(version.plan->film->scene.file, order.range.count());
    for (std::int64_t frame = order.range.first; frame < order.range.end; ++frame) {
        if (watcher.wantsEnd()) throw core::Failure("interrupted");
        pipeline.draw(film, frame);
        watcher.drawn(frame - order.range.first);
    }
    pipeline.drain();
    watcher.allDrawn();
    watcher.finished();
}

}  // namespace

bool drawFrames(const RenderWish& wish, const FrameSink& sink, Watcher& watcher) {
    requireShaders(wish.shaders);
    core::Diagnostics diagnostics;
    const auto versions = loadVersions(wish, diagnostics);
    watcher.found(diagnostics);
    if (versions.empty()) return false;
    if (versions.size() > 1 || wish.perChapter)
        throw Refusal("frames are drawn of one film at a time; the wish is for several");
    const delivery::FilmOrder order = orderOfPictures(wish, *versions.front().plan);
    Studio studio(versions.front().plan, studioFor(wish, order.settings));
    draw(versions.front(), order, studio, sink, watcher);
    return true;
}

}  // namespace ebbflow::produce
