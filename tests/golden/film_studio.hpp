#pragma once
// Frames of a film drawn one by one in software, small, for tests that look at many of them.

#include <memory>
#include <stdexcept>
#include <string>

#include "produce/load.hpp"
#include "produce/studio.hpp"
#include "support/program.hpp"

namespace ebbflow::test {

/// A film, a context and nothing drawn yet.
class FilmStudio {
public:
    explicit FilmStudio(const std::string& scene,
                        produce::Device device = produce::Device::software) {
        core::Diagnostics diagnostics;
        const auto plan = produce::loadPlan(
            {.scene = scene, .atlas = EBBFLOW_SOURCE_DIR "/geodata"}, {}, diagnostics);
        if (!plan) throw std::runtime_error("the film does not load");
        produce::StudioOptions options;
        options.device = device;
        studio_ = std::make_unique<produce::Studio>(plan, options);
    }

    /// Painters that have drawn nothing.
    void startAnew() { studio_->startAnew(); }

    core::Image picture(std::int64_t frame, int width = 320, int height = 180) {
        return studio_->picture(core::frameStart(frame, rate()), width, height);
    }

    [[nodiscard]] const core::FrameRate& rate() const {
        return studio_->plan().film->scene.frame.rate;
    }
    [[nodiscard]] const story::Timeline& timeline() const { return studio_->plan().timeline; }

private:
    std::unique_ptr<produce::Studio> studio_;
};

}  // namespace ebbflow::test
