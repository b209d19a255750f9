// The way from nothing to the first frame of a scene, one stage after the other in a fresh process:
// what each costs when the others do not run beside it. The program itself overlaps them.
//
//   bench_first_frame ATLAS SCENE SECONDS [CACHE]
//
// CACHE: a folder in which what the atlas comes to is kept; the second run finds it.

#include <cstdlib>
#include <iostream>
#include <memory>

#include <epoxy/gl.h>

#include "core/error.hpp"
#include "film/check_film.hpp"
#include "flow/tables.hpp"
#include "frame/describe.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"
#include "stopwatch.hpp"
#include "story/load_film.hpp"
#include "text/fonts.hpp"

namespace {

using namespace ebbflow;

void finish(bool gpu) {
    if (gpu) glFinish();
}

int run(const std::string& atlas, const std::string& scene, double seconds,
        const std::string& cache) {
    bench::Stopwatch watch;
    watch.lap("start of the process");
    core::Diagnostics diagnostics;
    // Twice, for the difference is what the shapes cost.
    static_cast<void>(story::loadFilm(scene, {atlas, {}, false, cache}, diagnostics));
    watch.lap("script, tables, gazetteer");
    auto film = story::loadFilm(scene, {atlas, {}, true, cache}, diagnostics);
    if (!film) return EXIT_FAILURE;
    watch.lap("again, with shapes, relief");
    film::checkFilm(*film, diagnostics);
    watch.lap("checks");
    const auto typesetter = std::make_shared<const text::Typesetter>(text::defaultFonts());
    watch.lap("fonts");
    const auto plan = frame::makePlan(std::make_shared<const film::Film>(std::move(*film)),
                                      typesetter, {}, diagnostics);
    if (!plan) return EXIT_FAILURE;
    watch.lap("plan");
    const bool gpu = gl::mayHaveGpu();
    const auto context = gpu ? std::make_unique<gl::HeadlessContext>() : nullptr;
    watch.lap("looking for a GPU");
    paint::PainterOptions how;
    how.way = gpu ? paint::Way::automatic : paint::Way::vectors;
    paint::Painter painter(plan->film->world, plan->lights, plan->ruler.typesetter(), how);
    finish(gpu);
    watch.lap("painter: terrain, simpler shapes");
    const auto description = frame::describe(*plan, core::FilmTime::fromSeconds(seconds));
    watch.lap("describe");
    painter.paint(description, 1920, 1080);
    finish(gpu);
    watch.lap("first frame drawn");
    static_cast<void>(painter.readImage());
    watch.lap("first frame read back");
    painter.paint(description, 1920, 1080);
    finish(gpu);
    watch.lap("the same frame again");
    watch.print();
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4 && argc != 5) {
        std::cerr << "bench_first_frame ATLAS SCENE SECONDS [CACHE]\n";
        return 2;
    }
    try {
        return run(argv[1], argv[2], std::atof(argv[3]), argc > 4 ? argv[4] : "");
    } catch (const core::Failure& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
