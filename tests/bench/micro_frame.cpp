// The parts of a frame: describe(), the painter at rest and on the move, lights by number, planes,
// and what follows the picture: an encoder and a PNG.

#include <filesystem>

#include <benchmark/benchmark.h>
#include <epoxy/gl.h>

#include "bench_film.hpp"
#include "crowd.hpp"
#include "delivery/film_writer.hpp"
#include "encode/png.hpp"
#include "frame/describe.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"
#include "story/light_plan.hpp"
#include "story/load_film.hpp"

namespace {

using namespace ebbflow;

constexpr int kWidth = 1920, kHeight = 1080;
/// In the peak of 1956, with the camera at rest.
constexpr double kBusySeconds = 41.0;

/// One film and one context for all benchmarks; both are dear to make.
struct Stage {
    std::shared_ptr<const frame::Plan> plan = bench::planOf(bench::defaultScene());
    gl::HeadlessContext context;
    paint::Painter painter{plan->film->world, plan->lights, plan->ruler.typesetter(), {}};
    static Stage& get() {
        static Stage one;
        return one;
    }
    [[nodiscard]] picture::FrameDescription busy() const {
        return frame::describe(*plan, core::FilmTime::fromSeconds(kBusySeconds));
    }
};

void paintAll(benchmark::State& state, paint::Painter& painter,
              picture::FrameDescription description, double kmPerFrame) {
    painter.paint(description, kWidth, kHeight);
    painter.paint(description, kWidth, kHeight);
    glFinish();
    for (auto _ : state) {
        description.base.camera.center.x += kmPerFrame;
        painter.paint(description, kWidth, kHeight);
        glFinish();
    }
}

void loadFilm(benchmark::State& state) {
    for (auto _ : state) {
        core::Diagnostics diagnostics;
        benchmark::DoNotOptimize(story::loadFilm(
            bench::defaultScene(), {bench::atlasFolder(), {}, state.range(0) != 0}, diagnostics));
    }
    state.SetLabel(state.range(0) != 0 ? "with shapes and relief" : "script, tables, places");
}
BENCHMARK(loadFilm)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void describeFrame(benchmark::State& state) {
    const frame::Plan& plan = *Stage::get().plan;
    double seconds = kBusySeconds;
    for (auto _ : state) {
        benchmark::DoNotOptimize(frame::describe(plan, core::FilmTime::fromSeconds(seconds)));
        seconds += 0.04;
        if (seconds > kBusySeconds + 3) seconds = kBusySeconds;
    }
}
BENCHMARK(describeFrame)->Unit(benchmark::kMicrosecond);

void paintResting(benchmark::State& state) {
    paintAll(state, Stage::get().painter, Stage::get().busy(), 0);
}
BENCHMARK(paintResting)->Unit(benchmark::kMillisecond)->UseRealTime();

void paintMoving(benchmark::State& state) {
    paintAll(state, Stage::get().painter, Stage::get().busy(), 0.5);
}
BENCHMARK(paintMoving)->Unit(benchmark::kMillisecond)->UseRealTime();

void paintLights(benchmark::State& state) {
    Stage& stage = Stage::get();
    const auto count = static_cast<std::size_t>(state.range(0));
    const auto lights = std::make_shared<const picture::Lights>(
        bench::Crowd(*stage.plan->lights, count, count).take());
    paint::Painter painter(stage.plan->film->world, lights, stage.plan->ruler.typesetter(), {});
    picture::FrameDescription description = stage.busy();
    description.filmSeconds = bench::kMomentSeconds;
    description.lights = story::lightsUnderWay(*lights, bench::kMomentSeconds);
    paintAll(state, painter, description, 0);
}
BENCHMARK(paintLights)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void readPlanes(benchmark::State& state) {
    paint::Painter& painter = Stage::get().painter;
    painter.paint(Stage::get().busy(), kWidth, kHeight);
    encode::Planes planes(encode::PixelFormat::yuv420p8, kWidth, kHeight);
    std::array<raster::PlaneTarget, 3> targets;
    for (int p = 0; p < 3; ++p)
        targets[static_cast<std::size_t>(p)] = {planes.row(p, 0), planes.stride(p)};
    for (auto _ : state) {
        painter.startRead(raster::PlaneLayout::yuv420);
        painter.finishRead(targets);
    }
}
BENCHMARK(readPlanes)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Frames that differ as those of the film do: the encoder has real work.
std::vector<encode::Planes> someFrames(int count) {
    Stage& stage = Stage::get();
    std::vector<encode::Planes> frames;
    for (int i = 0; i < count; ++i) {
        stage.painter.paint(
            frame::describe(*stage.plan, core::FilmTime::fromSeconds(kBusySeconds + i * 0.04)),
            kWidth, kHeight);
        encode::Planes& planes =
            frames.emplace_back(encode::PixelFormat::yuv420p8, kWidth, kHeight);
        std::array<raster::PlaneTarget, 3> targets;
        for (int p = 0; p < 3; ++p)
            targets[static_cast<std::size_t>(p)] = {planes.row(p, 0), planes.stride(p)};
        stage.painter.startRead(raster::PlaneLayout::yuv420);
        stage.painter.finishRead(targets);
    }
    return frames;
}

void copyPlanes(const encode::Planes& from, encode::Planes& to) {
    std::copy_n(from.row(0, 0), from.bytes(), to.row(0, 0));
}

void encodeVeryfast(benchmark::State& state) {
    constexpr int kFrames = 50;
    const auto frames = someFrames(kFrames);
    const auto folder = std::filesystem::temp_directory_path() / "ebbflow-bench-encode";
    std::filesystem::create_directories(folder);
    delivery::FilmOrder order;
    order.output = folder / "film.mp4";
    order.overwrite = true;
    order.settings.crf = 18;
    order.settings.preset = "veryfast";
    order.range = {0, kFrames};
    for (auto _ : state) {
        delivery::FilmWriter writer(order);
        for (int i = 0; i < kFrames; ++i) {
            encode::Planes planes = writer.lane().acquire();
            copyPlanes(frames[static_cast<std::size_t>(i)], planes);
            writer.lane().submit(i, std::move(planes));
        }
        writer.finish();
    }
    state.counters["fps"] = benchmark::Counter(static_cast<double>(state.iterations()) * kFrames,
                                               benchmark::Counter::kIsRate);
    std::filesystem::remove_all(folder);
}
BENCHMARK(encodeVeryfast)->Unit(benchmark::kMillisecond)->UseRealTime();

void writePng(benchmark::State& state) {
    Stage& stage = Stage::get();
    stage.painter.paint(stage.busy(), kWidth, kHeight);
    const core::Image image = stage.painter.readImage();
    const auto file = std::filesystem::temp_directory_path() / "ebbflow-bench.png";
    for (auto _ : state) encode::writePng(image, file);
    std::filesystem::remove(file);
}
BENCHMARK(writePng)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
