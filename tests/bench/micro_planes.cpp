// Two ways from a picture on the GPU to the planes an encoder wants: made there and read back, or
// the picture read back and converted by libswscale. Both while every tile of the picture changes.

extern "C" {
#include <libswscale/swscale.h>
}

#include <array>
#include <memory>

#include <benchmark/benchmark.h>
#include <epoxy/gl.h>

#include "bench_film.hpp"
#include "encode/planes.hpp"
#include "frame/describe.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"

namespace {

using namespace ebbflow;

constexpr int kWidth = 1920, kHeight = 1080;

struct Picture {
    std::shared_ptr<const frame::Plan> plan = bench::planOf(bench::defaultScene());
    gl::HeadlessContext context;
    paint::Painter painter{plan->film->world, plan->lights, plan->ruler.typesetter(), {}};
    encode::Planes planes{encode::PixelFormat::yuv420p8, kWidth, kHeight};
    picture::FrameDescription description = frame::describe(*plan, core::FilmTime::fromSeconds(41));

    /// Draws so that no tile is as it was; not part of what is timed.
    void paintAll(benchmark::State& state) {
        state.PauseTiming();
        description.base.camera.center.x += 0.5;
        painter.paint(description, kWidth, kHeight);
        glFinish();
        state.ResumeTiming();
    }
};

void planesOnTheGpu(benchmark::State& state) {
    Picture picture;
    std::array<raster::PlaneTarget, 3> targets;
    for (int p = 0; p < 3; ++p) {
        targets[static_cast<std::size_t>(p)] = {picture.planes.row(p, 0), picture.planes.stride(p)};
    }
    for (auto _ : state) {
        picture.paintAll(state);
        picture.painter.startRead(raster::PlaneLayout::yuv420);
        picture.painter.finishRead(targets);
    }
}
BENCHMARK(planesOnTheGpu)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void planesBySwscale(benchmark::State& state) {
    Picture picture;
    SwsContext* scaler =
        sws_getContext(kWidth, kHeight, AV_PIX_FMT_RGBA, kWidth, kHeight, AV_PIX_FMT_YUV420P,
                       SWS_BILINEAR, nullptr, nullptr, nullptr);
    std::array<std::uint8_t*, 4> to{};
    std::array<int, 4> strides{};
    for (std::size_t p = 0; p < 3; ++p) {
        to[p] = picture.planes.row(static_cast<int>(p), 0);
        strides[p] = static_cast<int>(picture.planes.stride(static_cast<int>(p)));
    }
    for (auto _ : state) {
        picture.paintAll(state);
        const core::Image image = picture.painter.readImage();
        const std::array<const std::uint8_t*, 4> from{image.rgba.data()};
        const std::array<int, 4> stride{4 * kWidth};
        sws_scale(scaler, from.data(), stride.data(), 0, kHeight, to.data(), strides.data());
    }
    sws_freeContext(scaler);
}
BENCHMARK(planesBySwscale)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
