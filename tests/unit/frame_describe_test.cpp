// The frame is a pure function: the same description whatever was asked before, by whichever plan.

#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::frame::test {
namespace {

using namespace ebbflow::test;

std::vector<core::FilmTime> momentsOf(const Plan& plan, std::int64_t count) {
    std::vector<core::FilmTime> moments;
    for (std::int64_t i = 0; i < count; ++i)
        moments.push_back(core::FilmTime::fromTicks(plan.timeline.length.ticks() / count * i));
    return moments;
}

class Describe : public testing::TestWithParam<std::string> {};

TEST_P(Describe, DoesNotDependOnTheOrderOfCalls) {
    const auto film = exchangeFilm();
    const auto forward = planOf(film, GetParam()), backward = planOf(film, GetParam());
    const auto moments = momentsOf(*forward, 150);
    std::vector<picture::FrameDescription> described;
    for (const auto time : moments) described.push_back(describe(*forward, time));
    for (std::size_t i = moments.size(); i-- > 0;) {
        ASSERT_TRUE(describe(*backward, moments[i]) == described[i]) << core::toString(moments[i]);
        // And again, after another moment.
        (void)describe(*forward, moments[(i * 37) % moments.size()]);
        ASSERT_TRUE(describe(*forward, moments[i]) == described[i]) << core::toString(moments[i]);
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, Describe, testing::Values("en", "zh-Hans", "ru"),
                         [](const auto& language) { return language.param.substr(0, 2); });

TEST(Description, DiffersFromMomentToMoment) {
    const auto plan = planOf(exchangeFilm());
    const auto moments = momentsOf(*plan, 40);
    for (std::size_t i = 1; i < moments.size(); ++i) {
        EXPECT_FALSE(describe(*plan, moments[i]) == describe(*plan, moments[i - 1]));
    }
}

TEST(Description, WaitingChangesTheWaitingClockAlone) {
    const auto plan = planOf(exchangeFilm());
    for (const auto time : momentsOf(*plan, 20)) {
        picture::FrameDescription waited = describe(*plan, time, 12.5);
        EXPECT_EQ(waited.waitingSeconds, 12.5);
        waited.waitingSeconds = 0;
        EXPECT_TRUE(waited == describe(*plan, time));
    }
}

TEST(Description, StandsBeforeTheStartAndAfterTheEnd) {
    const auto plan = planOf(filmOf(kFilm));
    const auto second = core::FilmTime::fromSeconds(1);
    EXPECT_TRUE(describe(*plan, core::FilmTime{} - second) == describe(*plan, {}));
    EXPECT_TRUE(describe(*plan, plan->timeline.length) ==
                describe(*plan, plan->timeline.length + second));
    EXPECT_EQ(describe(*plan, {}).black, 1) << "it opens from black";
}

TEST(Description, WithoutWordsHasTheSameMap) {
    const auto film = filmOf(kFilm);
    core::Diagnostics diagnostics;
    const auto bare = makePlan(film, std::make_shared<const text::Typesetter>(text::defaultFonts()),
                               {"", true}, diagnostics);
    const auto full = planOf(film);
    for (const auto time : momentsOf(*full, 20)) {
        picture::FrameDescription described = describe(*full, time);
        EXPECT_FALSE(described.overlay.empty());
        described.overlay.clear();
        EXPECT_TRUE(describe(*bare, time) == described);
    }
}

TEST(Description, OfAllLanguagesHasTheSameMapAndTimes) {
    const auto film = exchangeFilm();
    const auto english = planOf(film, "en"), chinese = planOf(film, "zh");
    EXPECT_EQ(english->timeline.length, chinese->timeline.length);
    for (const auto time : momentsOf(*english, 40)) {
        const picture::FrameDescription a = describe(*english, time), b = describe(*chinese, time);
        EXPECT_EQ(a.base, b.base);
        EXPECT_EQ(a.lights, b.lights);
        EXPECT_EQ(a.squares, b.squares);
        EXPECT_EQ(a.glows, b.glows);
    }
}

TEST(Description, OfWhatIsInFocusDimsTheRest) {
    const auto plan = planOf(exchangeFilm());
    std::size_t focused = 0;
    for (const story::PlannedStep& step : plan->timeline.steps) {
        const auto& focus = plan->film->scene.chapters[step.chapter].steps[step.step].focus;
        const auto frame = describe(*plan, step.end() - core::FilmTime::fromSeconds(0.2));
        EXPECT_EQ(frame.dim, focus.empty() ? 0 : 1);
        for (std::size_t i = 0; i < plan->lightPlan.kinds.size(); ++i) {
            const bool in = focus.empty() ||
                            std::ranges::find(focus, plan->lightPlan.kinds[i].name) != focus.end();
            EXPECT_EQ(frame.brightness[i] == 1, in) << plan->lightPlan.kinds[i].name;
        }
        focused += focus.empty() ? 0U : 1U;
    }
    EXPECT_GE(focused, 2U);
}

TEST(Ground, LakesFillWithoutAJump) {
    film::Film film = *filmOf("title: x\nchapters: [{date: 1946/1948, length: 12}]\n");
    auto world = std::make_shared<geo::World>(*film.world);
    geo::Area reservoir;
    reservoir.valid.from = core::toDay({1947, 5, 1});
    world->lakes.areas.push_back(reservoir);
    film.world = world;
    const auto plan = planOf(std::make_shared<const film::Film>(std::move(film)));
    float last = 0;
    for (double t = 0; t < 12; t += 0.04) {
        const auto lakes = describe(*plan, core::FilmTime::fromSeconds(t)).base.lakes;
        const float there = lakes.empty() ? 0 : lakes.front().presence;
        EXPECT_GE(there, last);
        EXPECT_LT(there - last, 0.07F) << "at " << t;
        last = there;
    }
    EXPECT_EQ(last, 1);
}

}  // namespace
}  // namespace ebbflow::frame::test
