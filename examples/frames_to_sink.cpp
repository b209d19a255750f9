// The first frames of a scene, given to a sink of one's own as soon as each is drawn; this one
// writes them to standard output as YUV4MPEG2, which other programs read.
//   frames_to_sink SCENE FRAMES | ffmpeg -i - film.mp4

#include <cstdlib>
#include <iostream>

#include "core/error.hpp"
#include "produce/frame_pipeline.hpp"
#include "produce/load.hpp"

using namespace ebbflow;

class Sink : public delivery::FrameTaker {
public:
    explicit Sink(const encode::Settings& settings) : settings_(settings) {
        std::cout << "YUV4MPEG2 W" << settings.size.width << " H" << settings.size.height << " F"
                  << settings.rate.numerator << ':' << settings.rate.denominator << " C420\n";
    }
    encode::Planes acquire() override {
        return {settings_.format, settings_.size.width, settings_.size.height};
    }
    void submit(std::int64_t /*frame*/, encode::Planes planes) override {
        std::cout << "FRAME\n";
        for (int p = 0; p < planes.planeCount(); ++p) {
            for (int y = 0; y < planes.planeHeight(p); ++y)
                std::cout.write(reinterpret_cast<const char*>(planes.row(p, y)),
                                static_cast<std::streamsize>(planes.rowBytes(p)));
        }
    }

private:
    encode::Settings settings_;
};

int main(int argc, char** argv) try {
    if (argc != 3) throw core::Failure("usage: frames_to_sink SCENE FRAMES");
    ::setenv("EBBFLOW_ATLAS", EBBFLOW_DATA "/geodata", 0);
    core::Diagnostics faults;
    const auto plan = produce::loadPlan({.scene = argv[1]}, {}, faults);
    for (const auto& fault : faults.all()) std::cerr << core::toString(fault) << '\n';
    if (!plan) throw core::Failure("the scene has faults");
    delivery::FilmOrder order;
    order.settings.size = {plan->film->scene.frame.width, plan->film->scene.frame.height};
    order.settings.rate = plan->film->scene.frame.rate;
    Sink sink(order.settings);
    produce::Studio studio(plan, {.device = produce::Device::software});
    produce::FramePipeline pipeline(studio);
    const std::size_t film = pipeline.add(*plan, sink, order);
    for (std::int64_t frame = 0; frame < std::atoll(argv[2]); ++frame) pipeline.draw(film, frame);
    pipeline.drain();
    return std::cout.flush() ? 0 : 1;
} catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
}
