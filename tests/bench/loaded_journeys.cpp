// What a frame with 10,000 lights under way costs when 10⁴ … 10⁷ journeys are loaded, their
// durations a thousandfold apart: cost is to follow what is visible, not what is loaded.
//
//   bench_loaded_journeys [FRAMES]

#include <cstdlib>
#include <iostream>

#include <epoxy/gl.h>

#include "bench_film.hpp"
#include "crowd.hpp"
#include "frame/describe.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"
#include "stopwatch.hpp"
#include "story/light_plan.hpp"

namespace {

using namespace ebbflow;

constexpr std::size_t kUnderWay = 10'000;

struct Cost {
    double wall = 0, processor = 0;  ///< ms a frame, the median
    std::size_t drawn = 0;           ///< lights in the ranges
};

double median(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

Cost costOf(const frame::Plan& plan, std::size_t loaded, int frames) {
    const auto lights = std::make_shared<const picture::Lights>(
        bench::Crowd(*plan.lights, loaded, kUnderWay).take());
    paint::Painter painter(plan.film->world, lights, plan.ruler.typesetter(), {});
    picture::FrameDescription description = frame::describe(plan, core::FilmTime{});
    description.black = 0;
    description.filmSeconds = bench::kMomentSeconds;
    std::vector<double> wall, processor;
    Cost cost;
    for (int i = -2; i < frames; ++i) {
        const double w = bench::wallMs(), p = bench::processorMs();
        description.lights = story::lightsUnderWay(*lights, bench::kMomentSeconds);
        painter.paint(description, 1920, 1080);
        glFinish();
        if (i < 0) continue;
        wall.push_back(bench::wallMs() - w);
        processor.push_back(bench::processorMs() - p);
    }
    for (const auto& range : description.lights) cost.drawn += range.count;
    cost.wall = median(wall);
    cost.processor = median(processor);
    return cost;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const int frames = argc > 1 ? std::atoi(argv[1]) : 60;
        const auto plan = bench::planOf(bench::defaultScene());
        const gl::HeadlessContext context;
        std::printf("%10s %10s %12s %12s\n", "loaded", "drawn", "wall ms", "CPU ms");
        for (const std::size_t loaded : {10'000UL, 100'000UL, 1'000'000UL, 10'000'000UL}) {
            const Cost cost = costOf(*plan, loaded, frames);
            std::printf("%10zu %10zu %12.2f %12.2f\n", loaded, cost.drawn, cost.wall,
                        cost.processor);
        }
        return EXIT_SUCCESS;
    } catch (const core::Failure& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
