#pragma once
// Frames of a film drawn one by one in software, small, for tests that look at many of them.

#include <memory>
#include <stdexcept>
#include <string>

#include "film/check_film.hpp"
#include "frame/describe.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"
#include "story/load_film.hpp"
#include "support/program.hpp"
#include "text/fonts.hpp"

namespace ebbflow::test {

/// A film, a context and nothing drawn yet.
class FilmStudio {
public:
    explicit FilmStudio(const std::string& scene) {
        core::Diagnostics diagnostics;
        auto film = story::loadFilm(scene, {EBBFLOW_SOURCE_DIR "/geodata"}, diagnostics);
        if (!film || diagnostics.hasErrors()) throw std::runtime_error("the film does not load");
        plan_ = frame::makePlan(std::make_shared<const film::Film>(std::move(*film)),
                                std::make_shared<const text::Typesetter>(text::defaultFonts()), {},
                                diagnostics);
    }

    /// A painter that has drawn nothing.
    void startAnew() {
        painter_ = std::make_unique<paint::Painter>(
            plan_->film->world, plan_->lights, plan_->ruler.typesetter(), paint::PainterOptions{});
    }

    core::Image picture(std::int64_t frame, int width = 320, int height = 180) {
        painter_->paint(frame::describe(*plan_, core::frameStart(frame, rate())), width, height);
        return painter_->readImage();
    }

    [[nodiscard]] const core::FrameRate& rate() const { return plan_->film->scene.frame.rate; }
    [[nodiscard]] const story::Timeline& timeline() const { return plan_->timeline; }

private:
    gl::HeadlessContext context_{{.debug = false, .software = true}};
    std::shared_ptr<const frame::Plan> plan_;
    std::unique_ptr<paint::Painter> painter_;
};

}  // namespace ebbflow::test
