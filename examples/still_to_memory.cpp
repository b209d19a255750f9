// One moment of a scene as a picture in memory; here it goes to standard output as a PPM.
//   still_to_memory SCENE SECONDS > still.ppm

#include <cstdlib>
#include <iostream>

#include "core/error.hpp"
#include "produce/load.hpp"
#include "produce/studio.hpp"

using namespace ebbflow;

core::Image stillOf(const char* scene, double seconds) {
    core::Diagnostics faults;
    const auto plan = produce::loadPlan({.scene = scene}, {}, faults);
    for (const auto& fault : faults.all()) std::cerr << core::toString(fault) << '\n';
    if (!plan) throw core::Failure("the scene has faults");
    produce::Studio studio(plan, {.device = produce::Device::software});
    const auto& frame = plan->film->scene.frame;
    return studio.picture(core::FilmTime::fromSeconds(seconds), frame.width, frame.height);
}

int main(int argc, char** argv) try {
    if (argc != 3) throw core::Failure("usage: still_to_memory SCENE SECONDS > still.ppm");
    ::setenv("EBBFLOW_ATLAS", EBBFLOW_DATA "/geodata", 0);
    const core::Image still = stillOf(argv[1], std::atof(argv[2]));
    std::cout << "P6\n" << still.width << ' ' << still.height << "\n255\n";
    for (std::size_t i = 0; i < still.rgba.size(); ++i) {
        if (i % 4 != 3) std::cout.put(static_cast<char>(still.rgba[i]));
    }
    return std::cout.flush() ? 0 : 1;
} catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
}
