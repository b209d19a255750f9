// Upright pictures of a film that was written for wide ones, and a draft's marks.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "picture/camera.hpp"
#include "screen/overlay.hpp"
#include "screen/review_marks.hpp"
#include "story/load_film.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

const std::string kScript = R"(title: Film
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 375}
chapters:
  - title: One
    steps:
      - {date: 1951, length: 4, show: [Peking, Moscow]}
      - date: 1952
        length: 4
        show: [Peking, Moscow]
        portrait: {center: Moscow, width: 900 km}
)";

std::shared_ptr<const film::Film> sized(int width, int height) {
    const ebbflow::test::TemporaryFolder folder;
    std::ofstream(folder / "film.yaml") << kScript;
    core::Diagnostics diagnostics;
    const LoadOptions options{EBBFLOW_SOURCE_DIR "/geodata", {}, false};
    auto film = loadFilmSized(folder / "film.yaml", options, {width, height}, diagnostics);
    if (!film || diagnostics.hasErrors()) throw std::runtime_error(words(diagnostics));
    return std::make_shared<const film::Film>(std::move(*film));
}

TEST(Portrait, TheStepsOwnCameraIsTakenWhereThePictureIsHigherThanWide) {
    const auto wide = planOf(sized(1920, 1080)), upright = planOf(sized(1080, 1920));
    EXPECT_NEAR(upright->timeline.steps[1].to.widthKm, 900, 1e-9);
    EXPECT_GT(wide->timeline.steps[1].to.widthKm, 3000);
    EXPECT_GT(planOf(sized(1080, 1080))->timeline.steps[1].to.widthKm, 3000);
    EXPECT_EQ(upright->timeline.steps[1].length, wide->timeline.steps[1].length);
}

TEST(Portrait, ShowFitsIntoTheUprightSafeAreaByItself) {
    const auto plan = planOf(sized(1080, 1920));
    const picture::CameraView& view = plan->timeline.steps[0].to;
    const core::PixelBox safe = screen::safeArea(plan->aspect);
    for (const char* city : {"Peking", "Moscow"}) {
        const geo::Place* place = plan->film->world->gazetteer.find(city);
        ASSERT_NE(place, nullptr);
        const auto on = plan->film->world->projection.forward(place->position);
        ASSERT_TRUE(on);
        const auto at = picture::project(view, plan->aspect, *on);
        ASSERT_TRUE(at);
        EXPECT_GT(at->x, safe.x);
        EXPECT_LT(at->x, safe.x + safe.width);
    }
}

TEST(Portrait, ItsFaultsAreToldInEveryShape) {
    const ebbflow::test::TemporaryFolder folder;
    std::string script = kScript;
    script.replace(script.find("width: 900 km"), 13, "widht: 900 km");
    std::ofstream(folder / "film.yaml") << script;
    core::Diagnostics diagnostics;
    const LoadOptions options{EBBFLOW_SOURCE_DIR "/geodata", {}, false};
    EXPECT_FALSE(loadFilm(folder / "film.yaml", options, diagnostics));
    EXPECT_THAT(words(diagnostics), testing::AllOf(testing::HasSubstr("film.yaml:11:36"),
                                                   testing::HasSubstr("`width`")));
}

std::string allWords(const picture::FrameDescription& description, std::size_t from) {
    std::string all;
    for (std::size_t i = from; i < description.overlay.size(); ++i) {
        if (const auto* item = std::get_if<picture::TextItem>(&description.overlay[i])) {
            all += item->paragraph.text + "|";
        }
    }
    return all;
}

TEST(ReviewMarks, NameTheFrameTheChapterAndTheDraft) {
    const auto plan = planOf(sized(1920, 1080));
    const core::TimecodeClock clock("10:00:00:00", {25, 1});
    const auto time = core::frameStart(77, {25, 1});
    picture::FrameDescription description = frame::describe(*plan, time);
    const std::size_t before = description.overlay.size();
    screen::addReviewMarks(*plan, time, clock, description);
    EXPECT_EQ(allWords(description, before), "DRAFT|10:00:03:02|One|");
}

TEST(ReviewMarks, StandAboveTheGraphicsSafeAreaInEveryShape) {
    for (const auto& [width, height] : {std::pair{1920, 1080}, {1080, 1920}}) {
        const auto plan = planOf(sized(width, height));
        picture::FrameDescription description;
        screen::addReviewMarks(*plan, {}, {"", {25, 1}}, description);
        const auto& ground = std::get<picture::BoxItem>(description.overlay.at(0)).box;
        EXPECT_GE(ground.x, 0);
        EXPECT_LE(ground.x + ground.width, core::kReferenceHeight * plan->aspect);
        EXPECT_LE(ground.y + ground.height, screen::safeArea(plan->aspect).y);
    }
}

}  // namespace
}  // namespace ebbflow::story::test
