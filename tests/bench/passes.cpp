// Where a frame's time goes on the GL side, pass by pass, over a stretch of a film. It waits for
// the GPU at the end of every debug group, so passes do not overlap as they do in an export: the
// shares are right, the sum is more than a frame costs.
//
//   bench_passes ATLAS SCENE FROM TO [anew] [timers] [SHADERS]     (film seconds, frames at the
//   scene's rate)
//
// With `anew` nothing of the last frame is kept (but rasterised words): what not drawing again is
// worth. With `timers` it never waits, and the GPU's own clock says what each pass took: for a real
// GPU, where waiting would cost more than drawing.

#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <epoxy/gl.h>

#include "core/error.hpp"
#include "frame/describe.hpp"
#include "gl/context.hpp"
#include "gl/objects.hpp"
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

/// The GPU's clock wherever a pass begins or ends, read when all is done.
struct GpuLog {
    struct Turn {
        std::string since;  ///< the pass that the time since the turn before belongs to
        gl::Query at;
    };
    bool wanted = false;
    std::vector<Turn> turns;

    void turn(const std::string& since) { turns.push_back({since, gl::Query::clockHere()}); }

    [[nodiscard]] std::map<std::string, double> milliseconds() const {
        std::map<std::string, double> spent;
        std::uint64_t before = turns.empty() ? 0 : turns.front().at.nanoseconds();
        for (const Turn& turn : turns) {
            const std::uint64_t now = turn.at.nanoseconds();
            spent[turn.since] += static_cast<double>(now - before) * 1e-6;
            before = now;
        }
        return spent;
    }
};
GpuLog gpuLog;

void turn() {
    if (gpuLog.wanted)
        gpuLog.turn(passLog.open.back());
    else
        passLog.turn();
}

void pushGroup(GLenum, GLuint, GLsizei length, const GLchar* name) {
    turn();
    passLog.open.push_back(length < 0 ? std::string(name)
                                      : std::string(name, static_cast<std::size_t>(length)));
}

void popGroup() {
    turn();
    passLog.open.pop_back();
}

void printPasses(double frames) {
    std::printf("%-28s %9s %9s\n", "ms a frame", "wall", "CPU");
    for (const auto& [name, spent] : passLog.passes) {
        std::printf("%-28s %9.2f %9.2f\n", name.c_str(), spent.wall / frames,
                    spent.processor / frames);
    }
}

void printTimers(double frames, double wall) {
    std::printf("%-28s %9s\n", "ms a frame", "GPU");
    double together = 0;
    for (const auto& [name, spent] : gpuLog.milliseconds()) {
        std::printf("%-28s %9.3f\n", name.c_str(), spent / frames);
        together += spent;
    }
    std::printf("%-28s %9.3f\n%-28s %9.3f\n", "together", together / frames, "wall", wall / frames);
}

int run(const std::string& atlas, const std::string& scene, double from, double to, bool anew,
        bool timers, const std::string& shaders) {
    core::Diagnostics diagnostics;
    auto film = story::loadFilm(scene, {atlas, {}, true}, diagnostics);
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
    glFinish();
    passLog.turn();
    passLog.passes.clear();
    gpuLog.wanted = timers;
    const double before = bench::wallMs();
    turn();
    for (std::int64_t frame = first; frame < end; ++frame) draw(frame);
    turn();
    const auto frames = static_cast<double>(end - first);
    if (timers) {
        glFinish();
        printTimers(frames, bench::wallMs() - before);
        gpuLog.turns.clear();  // while the context lives
        return EXIT_SUCCESS;
    }
    printPasses(frames);
    std::printf("%-28s %9.2f   (within what is outside of groups)\n", "describe",
                describing / frames);
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    const auto flag = [&](std::string_view name) { return std::erase(words, name) > 0; };
    const bool anew = flag("anew"), timers = flag("timers");
    if (words.size() < 4 || words.size() > 5) {
        std::cerr << "bench_passes ATLAS SCENE FROM TO [anew] [timers] [SHADERS]\n";
        return 2;
    }
    try {
        return run(words[0], words[1], std::stod(words[2]), std::stod(words[3]), anew, timers,
                   words.size() > 4 ? words[4] : "");
    } catch (const core::Failure& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
