#include "ebbflow/frame_pipeline.hpp"

#include <array>
#include <utility>

#include "core/film_time.hpp"
#include "video/colour.hpp"

namespace ebbflow::tools {

namespace {

/// Where the painter shall put the frame: the writer's own buffer, without a copy between.
std::array<paint::PlaneTarget, 3> targetsOf(video::Planes& planes) {
    std::array<paint::PlaneTarget, 3> targets{};
    for (int p = 0; p < planes.planeCount(); ++p) {
        targets[static_cast<std::size_t>(p)] = {planes.row(p, 0), planes.stride(p)};
    }
    return targets;
}

}  // namespace

void FramePipeline::draw(std::int64_t frame) {
    const auto& size = order_.settings.size;
    studio_.paint(core::frameStart(frame, order_.settings.rate), size.width, size.height);
    if (order_.settings.format == video::PixelFormat::rgba8) {
        submitPicture(frame);
        return;
    }
    studio_.painter().startRead(order_.settings.format == video::PixelFormat::yuv444p8
                                    ? paint::PlaneLayout::yuv444
                                    : paint::PlaneLayout::yuv420);
    ++inFlight_;
    if (inFlight_ == paint::Painter::kReadsInFlight) readOldest(frame - inFlight_ + 1);
}

void FramePipeline::drain(std::int64_t end) {
    while (inFlight_ > 0) readOldest(end - inFlight_);
}

void FramePipeline::readOldest(std::int64_t frame) {
    video::Planes planes = writer_.acquire();
    const auto targets = targetsOf(planes);
    studio_.painter().finishRead(targets);
    --inFlight_;
    writer_.submit(frame, std::move(planes));
}

void FramePipeline::submitPicture(std::int64_t frame) {
    video::Planes planes = writer_.acquire();
    video::convert(studio_.painter().readImage(), planes);
    writer_.submit(frame, std::move(planes));
}

}  // namespace ebbflow::tools
