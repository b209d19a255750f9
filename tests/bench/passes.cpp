// Where a frame's time goes on the GL side, pass by pass, over a stretch of a film. It waits for
// the GPU at the end of every debug group, so passes do not overlap as they do in an export: the
// shares are right, the sum is more than a frame costs.
//
//   bench_passes ATLAS SCENE FROM TO [anew] [SHADERS]     (film seconds, frames at the scene's
//   rate)
//
// With `anew` nothing of the last frame is kept (but rasterised words): what not drawing again is
// worth.

#include <cstdlib>
#include <iostream>
#include <map>
#include <string_view>

#include <epoxy/gl.h>

#include "core/error.hpp"
#include "frame/describe.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"
#include "stopwatch.hpp"
#include "story/load_film.hpp"
#include "text/fonts.hpp"

namespace {

using namespace ebbflow;

struct Spent {
    double wall = 0, processor = 0;
};

/// What passes have cost so far. GL has one callback signature and no user pointer, hence a global.
struct PassLog {
    std::map<std::string, Spent> passes;
    std::vector<std::string> open{"what is outside of groups"};
    double wall = 0, processor = 0;

    void turn() {
        glFinish();
        Spent& spent = passes[open.back()];
        spent.wall += bench::wallMs() - wall;
        spent.processor += bench::processorMs() - processor;
        wall = bench::wallMs();
        processor = bench::processorMs();
    }
};
PassLog passLog;

void pushGroup(GLenum, GLuint, GLsizei length, const GLchar* name) {
    passLog.turn();
    passLog.open.push_back(length < 0 ? std::string(name)
                                      : std::string(name, static_cast<std::size_t>(length)));
}

void popGroup() {
    passLog.turn();
    passLog.open.pop_back();
}

void printPasses(double frames) {
    std::printf("%-28s %9s %9s\n", "ms a frame", "wall", "CPU");
    for (const auto& [name, spent] : passLog.passes) {
        std::printf("%-28s %9.2f %9.2f\n", name.c_str(), spent.wall / frames,
                    spent.processor / frames);
    }
}

int run(const std::string& atlas, const std::string& scene, double from, double to, bool anew,
        const std::string& shaders) {
    core::Diagnostics diagnostics;
    auto film = story::loadFilm(scene, {atlas, false, true}, diagnostics);
    if (!film) return EXIT_FAILURE;
    const auto typesetter = std::make_shared<const text::Typesetter>(text::defaultFonts());
    const auto plan = frame::makePlan(std::make_shared<const film::Film>(std::move(*film)),
                                      typesetter, {}, diagnostics);
    if (!plan) return EXIT_FAILURE;
    const gl::HeadlessContext context;
    paint::PainterOptions byPasses;
    byPasses.shaderFolder = shaders;
    byPasses.way = paint::Way::gl;
    paint::Painter painter(plan->film->world, plan->lights, plan->ruler.typesetter(), byPasses);
    const auto& size = plan->film->scene.frame;
    std::vector<std::uint8_t> samples(static_cast<std::size_t>(size.width * size.height * 2));
    const auto half = static_cast<std::size_t>(size.width + 1) / 2;
    std::uint8_t* chroma = samples.data() + size.width * size.height;
    const std::array<raster::PlaneTarget, 3> planes{
        {{samples.data(), static_cast<std::size_t>(size.width)},
         {chroma, half},
         {chroma + half * static_cast<std::size_t>((size.height + 1) / 2), half}}};

    const auto first = core::frameAt(core::FilmTime::fromSeconds(from), size.rate);
    const auto end = core::frameAt(core::FilmTime::fromSeconds(to), size.rate);
    double describing = 0;
    const auto draw = [&](std::int64_t frame) {
        const double before = bench::wallMs();
        auto description = frame::describe(*plan, core::frameStart(frame, size.rate));
        describing += bench::wallMs() - before;
        if (anew) {
            // A tenth of a millimetre: another camera, the same picture.
            description.base.camera.widthKm += 1e-7 * static_cast<double>(frame & 1);
            painter.setLayers({.text = false});
            painter.setLayers({});
        }
        painter.paint(description, size.width, size.height);
        painter.startRead(raster::PlaneLayout::yuv420);
        painter.finishRead(planes);
    };
    draw(first);  // compiles what was not yet compiled
    draw(first + 1);
    describing = 0;
    epoxy_glPushDebugGroup = pushGroup;
    epoxy_glPopDebugGroup = popGroup;
    passLog.turn();
    passLog.passes.clear();
    for (std::int64_t frame = first; frame < end; ++frame) draw(frame);
    passLog.turn();
    printPasses(static_cast<double>(end - first));
    std::printf("%-28s %9.2f   (within what is outside of groups)\n", "describe",
                describing / static_cast<double>(end - first));
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5 || argc > 7) {
        std::cerr << "bench_passes ATLAS SCENE FROM TO [anew] [SHADERS]\n";
        return 2;
    }
    const bool anew = argc > 5 && std::string_view(argv[5]) == "anew";
    const int next = anew ? 6 : 5;
    try {
        return run(argv[1], argv[2], std::atof(argv[3]), std::atof(argv[4]), anew,
                   argc > next ? argv[next] : "");
    } catch (const core::Failure& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
