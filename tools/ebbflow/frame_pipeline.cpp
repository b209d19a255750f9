#include "ebbflow/frame_pipeline.hpp"

#include <array>
#include <utility>

#include "core/film_time.hpp"
#include "video/colour.hpp"

namespace ebbflow::tools {

namespace {

/// Where the painter shall put the frame: the writer's own buffer, without a copy between.
std::array<paint::PlaneTarget, 4> targetsOf(video::Planes& planes) {
    std::array<paint::PlaneTarget, 4> targets{};
    for (int p = 0; p < planes.planeCount(); ++p) {
        targets[static_cast<std::size_t>(p)] = {planes.row(p, 0), planes.stride(p)};
    }
    return targets;
}

paint::PlaneLayout layoutOf(const video::FormatInfo& format) {
    if (format.chromaShiftX == 0) return paint::PlaneLayout::yuv444;
    return format.chromaShiftY == 0 ? paint::PlaneLayout::yuv422 : paint::PlaneLayout::yuv420;
}

}  // namespace

void FramePipeline::draw(std::int64_t frame) {
    const auto& size = order_.settings.size;
    studio_.paint(core::frameStart(frame, order_.settings.rate), size.width, size.height);
    const video::FormatInfo& format = video::formatInfo(order_.settings.format);
    if (format.rgb) {
        submitPicture(frame);
        return;
    }
    studio_.painter().startRead(layoutOf(format), {format.bits, format.alpha});
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
    if (studio_.depth() == paint::PictureDepth::eight) {
        video::convert(studio_.painter().readImage(), planes);
    } else {
        video::convert(studio_.painter().readFloats(), planes);
    }
    writer_.submit(frame, std::move(planes));
}

}  // namespace ebbflow::tools
