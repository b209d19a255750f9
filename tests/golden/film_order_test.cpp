// A frame's pixels do not hang on what was drawn before it: not on its neighbours, not on their
// order, not on their size.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "frame/check_film.hpp"
#include "frame/describe.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"
#include "support/program.hpp"
#include "text/fonts.hpp"

namespace ebbflow::test {
namespace {

constexpr int kWidth = 320, kHeight = 180;
const core::FrameRate kRate{25, 1};

/// A film, a context and nothing drawn yet.
class Studio {
public:
    explicit Studio(const std::string& scene) {
        core::Diagnostics diagnostics;
        auto film = frame::loadFilm(scene, {EBBFLOW_SOURCE_DIR "/geodata"}, diagnostics);
        if (!film || diagnostics.hasErrors()) throw std::runtime_error("the film does not load");
        plan_ = frame::makePlan(std::make_shared<const frame::Film>(std::move(*film)),
                                std::make_shared<const text::Typesetter>(text::defaultFonts()), {},
                                diagnostics);
    }

    /// A painter that has drawn nothing.
    void startAnew() {
        painter_ = std::make_unique<paint::Painter>(plan_->film->world, plan_->lights,
                                                    plan_->ruler.shared(), paint::PainterOptions{});
    }

    core::Image picture(std::int64_t frame, int width = kWidth, int height = kHeight) {
        painter_->paint(frame::describe(*plan_, core::frameStart(frame, kRate)), width, height);
        return painter_->readImage();
    }

private:
    gl::HeadlessContext context_{{.debug = false, .software = true}};
    std::shared_ptr<const frame::Plan> plan_;
    std::unique_ptr<paint::Painter> painter_;
};

/// Moments of both scenes where much changes: a move begins, goes on, rests; a chapter ends.
struct Stretch {
    std::string name, scene;
    std::vector<std::int64_t> frames;
};

void PrintTo(const Stretch& stretch, std::ostream* out) {
    *out << stretch.name;
}

class FrameOrder : public testing::TestWithParam<Stretch> {};

TEST_P(FrameOrder, DoesNotShowInThePixels) {
    const std::vector<std::int64_t>& frames = GetParam().frames;
    Studio studio(GetParam().scene);
    std::vector<core::Image> alone;
    for (const std::int64_t frame : frames) {
        studio.startAnew();
        alone.push_back(studio.picture(frame));
    }
    studio.startAnew();
    for (std::int64_t frame = frames.front(), next = 0; frame <= frames.front() + 8; ++frame) {
        const core::Image drawn = studio.picture(frame);
        if (frame != frames[static_cast<std::size_t>(next)]) continue;
        EXPECT_TRUE(drawn == alone[static_cast<std::size_t>(next)]) << "in order, frame " << frame;
        next = std::min<std::int64_t>(next + 1, std::ssize(frames) - 1);
    }
    for (std::size_t i = frames.size(); i-- > 0;) {
        EXPECT_TRUE(studio.picture(frames[i]) == alone[i]) << "backwards, frame " << frames[i];
    }
    for (const std::size_t i : {std::size_t{1}, std::size_t{0}, frames.size() - 1}) {
        (void)studio.picture(frames[i], 192, 108);
        EXPECT_TRUE(studio.picture(frames[i]) == alone[i]) << "after another size";
    }
}

INSTANTIATE_TEST_SUITE_P(All, FrameOrder,
                         testing::Values(Stretch{"smallScene",
                                                 EBBFLOW_SOURCE_DIR "/scenes/students-to-moscow",
                                                 {60, 61, 64, 180, 300, 440}},
                                         Stretch{"defaultFilm",
                                                 EBBFLOW_SOURCE_DIR "/scenes/china-soviet-union",
                                                 {250, 251, 255, 660, 1275, 1300, 2100, 2400}}),
                         [](const auto& stretch) { return stretch.param.name; });

}  // namespace
}  // namespace ebbflow::test
