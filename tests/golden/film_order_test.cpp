// A frame's pixels do not hang on what was drawn before it: not on its neighbours, not on their
// order, not on their size.

#include <gtest/gtest.h>

#include <algorithm>

#include "golden/film_studio.hpp"

namespace ebbflow::test {
namespace {

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
    FilmStudio studio(GetParam().scene);
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
