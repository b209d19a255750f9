// What a presenter's console leans on: the dot that points, the talk's time, what there is to read,
// and small pictures of steps.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <set>
#include <thread>

#include "frame/describe.hpp"
#include "live/laser_items.hpp"
#include "live/pace.hpp"
#include "live/prompt.hpp"
#include "live/rehearsal.hpp"
#include "live/step_stills.hpp"
#include "live/talk_timer.hpp"
#include "produce/load.hpp"
#include "produce/studio.hpp"
#include "support/live_film.hpp"

namespace ebbflow::live {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Laser, GlidesFromPlaceToPlaceAndGoesWhenItIsLetGo) {
    Laser laser;
    EXPECT_FALSE(laser.at(0));
    laser.point({100, 100}, 1);
    EXPECT_EQ(laser.at(1), (LaserSpot{{100, 100}, 1})) << "it comes where the finger is";
    laser.point({200, 300}, 2);
    EXPECT_EQ(laser.at(2), (LaserSpot{{100, 100}, 1}));
    double before = 100;
    for (double now = 2; now < 2.2; now += 0.01) {
        const core::PixelPoint at = laser.at(now).value().at;
        EXPECT_GE(at.x, before);
        EXPECT_LE(at.x, 200);
        EXPECT_NEAR(at.y - 100, 2 * (at.x - 100), 1e-9);
        before = at.x;
    }
    EXPECT_EQ(before, 200);
    laser.letGo(2.5);
    double strength = 1.01;
    for (double now = 2.5; now < 2.79; now += 0.02) {
        ASSERT_TRUE(laser.at(now));
        EXPECT_LT(laser.at(now)->strength, strength);
        strength = laser.at(now)->strength;
    }
    EXPECT_FALSE(laser.at(2.81));
}

TEST(Laser, GoesWhenNothingIsHeardOfIt) {
    Laser laser;
    for (double now = 0; now < 10; now += 0.5) {
        laser.point({5, 5}, now);
        EXPECT_TRUE(laser.at(now + 0.49));
    }
    EXPECT_EQ(laser.at(11).value().strength, 1) << "a moment without network leaves it";
    EXPECT_FALSE(laser.at(12));
    laser.letGo(13);
    EXPECT_FALSE(laser.at(13));
    laser.point({900, 5}, 14);
    EXPECT_EQ(laser.at(14).value().at, (core::PixelPoint{900, 5})) << "it does not come gliding in";
}

TEST(LaserItems, AreDiscsAboutThePlaceAsStrongAsTheDot) {
    const frame::Plan plan = test::smallPlan();
    const auto bright = laserItems({{300, 400}, 1}, plan),
               faint = laserItems({{300, 400}, 0.5}, plan);
    ASSERT_EQ(bright.size(), faint.size());
    ASSERT_GE(bright.size(), 3U);
    for (std::size_t i = 0; i < bright.size(); ++i) {
        const auto& disc = std::get<picture::BoxItem>(bright[i]);
        EXPECT_DOUBLE_EQ(disc.box.x + disc.box.width / 2, 300);
        EXPECT_DOUBLE_EQ(disc.box.y + disc.box.height / 2, 400);
        EXPECT_FLOAT_EQ(disc.radius, static_cast<float>(disc.box.width / 2));
        EXPECT_FLOAT_EQ(std::get<picture::BoxItem>(faint[i]).colour.a, disc.colour.a / 2);
    }
}

TEST(TalkTimer, BeginsWithTheFilmAndGoesOn) {
    TalkTimer timer;
    EXPECT_EQ(timer.elapsed(50), 0);
    timer.begin(60);
    timer.begin(70);
    EXPECT_EQ(timer.elapsed(90), 30);
    timer.restart(100);
    timer.begin(101);
    EXPECT_EQ(timer.elapsed(105), 5);
}

TEST(Prompt, SaysWhatNextWouldDoAndNextDoesIt) {
    Playback playback(
        {{test::at(0), test::at(65), false, true}, {test::at(65), test::at(130), true, true}},
        {25, 1}, Mode::presenter);
    playback.togglePause();
    EXPECT_EQ(nextDoes(playback), NextDoes::begin);
    playback.next();
    EXPECT_FALSE(playback.isPaused());
    for (const double start : {0.0, 65.0}) {
        EXPECT_EQ(playback.time(), test::at(start));
        EXPECT_EQ(nextDoes(playback), NextDoes::finish);
        playback.next();
        EXPECT_GT(playback.time(), test::at(start + 64.9));
        if (start > 0) break;
        EXPECT_EQ(nextDoes(playback), NextDoes::goOn);
        playback.next();
    }
    EXPECT_EQ(nextDoes(playback), NextDoes::nothing);
    const core::FilmTime end = playback.time();
    playback.next();
    EXPECT_EQ(playback.time(), end);
}

/// The talk that `new` writes, loaded and planned.
const std::shared_ptr<const frame::Plan>& talk() {
    static const auto plan = [] {
        ::setenv("EBBFLOW_ATLAS", EBBFLOW_SOURCE_DIR "/geodata", 1);
        core::Diagnostics diagnostics;
        return produce::loadPlan({.scene = EBBFLOW_SOURCE_DIR "/templates/talk"}, {}, diagnostics);
    }();
    return plan;
}

TEST(PromptBook, HasTheNotesWhereTheyAreNeededAndNoMarkup) {
    const PromptBook book = promptBookOf(*talk(), 7);
    EXPECT_EQ(book.number, 7U);
    EXPECT_EQ(book.title, "Students to Moscow");
    ASSERT_EQ(book.chapters.size(), 4U);
    ASSERT_EQ(book.steps.size(), 5U);
    EXPECT_EQ(book.chapters[1].title, "The first train");
    EXPECT_EQ(book.chapters[1].firstStep, 1U);
    EXPECT_EQ(book.chapters[1].stepCount, 2U);
    EXPECT_THAT(book.steps[1].notes,
                ElementsAre("Ask who has travelled longer than nine days by train."));
    EXPECT_EQ(book.steps[1].caption, "In August 1951 the first 375 students leave for Moscow.");
    EXPECT_EQ(book.steps[2].chapter, 1U);
    EXPECT_EQ(book.steps[2].step, 1U);
    EXPECT_THAT(book.steps[3].notes, ElementsAre("What is not known is drawn softer. Say why that "
                                                 "matters."));
    for (const PromptStep& step : book.steps) EXPECT_TRUE(step.cue);
    for (std::size_t i = 1; i < book.steps.size(); ++i)
        EXPECT_EQ(book.steps[i].start, book.steps[i - 1].end);
}

TEST(Rehearsal, AddsUpHowLongEachStepStood) {
    Rehearsal rehearsal;
    EXPECT_FALSE(rehearsal.at(0, 0, 0)) << "the talk has not begun";
    EXPECT_THAT(rehearsal.timing(), IsEmpty());
    EXPECT_FALSE(rehearsal.at(0, 0, 4));
    EXPECT_TRUE(rehearsal.at(1, 0, 10));
    EXPECT_FALSE(rehearsal.at(1, 0, 11));
    EXPECT_TRUE(rehearsal.at(0, 0, 13)) << "back once more";
    EXPECT_TRUE(rehearsal.at(1, 1, 20));
    EXPECT_THAT(rehearsal.timing(),
                ElementsAre(produce::TimedStep{0, 0, 6}, produce::TimedStep{1, 0, 7},
                            produce::TimedStep{1, 1, 7}));
    double sum = 0;
    for (const produce::TimedStep& step : rehearsal.timing()) sum += step.seconds;
    EXPECT_EQ(sum, 20) << "nothing is lost, nothing is counted twice";
    EXPECT_FALSE(rehearsal.at(1, 1, 0)) << "from zero";
    EXPECT_FALSE(rehearsal.at(1, 1, 3));
    EXPECT_THAT(rehearsal.timing(), ElementsAre(produce::TimedStep{1, 1, 3}));
}

TEST(Pace, IsOnTimeWhileTheRehearsalWasAtThatStep) {
    const PromptBook book = promptBookOf(*talk(), 1);
    // The second step was not rehearsed.
    const Pace pace({{0, 0, 10}, {1, 1, 20}, {2, 0, 30}, {3, 0, 5}}, book);
    const double own = (book.steps[1].end - book.steps[1].start).seconds();
    EXPECT_EQ(pace.behind(0, 0), 0);
    EXPECT_EQ(pace.behind(0, 10), 0);
    EXPECT_EQ(pace.behind(0, 14), 4);
    EXPECT_EQ(pace.behind(1, 7), -3);
    EXPECT_EQ(pace.behind(2, 10 + own), 0);
    EXPECT_EQ(pace.behind(2, 10 + own - 2), -2);
    EXPECT_EQ(pace.behind(3, 30 + own + 29), 0);
    EXPECT_EQ(pace.behind(4, 65 + own + 100), 100);
}

/// Waits until it is made.
std::shared_ptr<const core::Image> made(StepStills& stills, std::size_t step) {
    for (int i = 0; i < 3000; ++i) {
        if (auto picture = stills.of(step)) return picture;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return nullptr;
}

TEST(StepStills, ShowTheFilmAtThatMomentAndNothingElse) {
    const frame::Plan& plan = *talk();
    StepStills stills;
    EXPECT_EQ(stills.of(0), nullptr) << "of no film yet";
    stills.take(talk());
    produce::StudioOptions options;
    options.device = produce::Device::software;
    produce::Studio studio(talk(), options);
    const int height = static_cast<int>(std::lround(StepStills::kWidth / plan.aspect));
    // Out of order, for none may show what was made before.
    for (const std::size_t step : {3U, 1U, 2U}) {
        const auto picture = made(stills, step);
        ASSERT_TRUE(picture);
        const core::FilmTime time = stillTime(plan, plan.timeline.steps[step]);
        studio.startAnew();
        EXPECT_TRUE(*picture == studio.picture(time, StepStills::kWidth, height)) << step;
    }
    EXPECT_EQ(stills.of(plan.timeline.steps.size()), nullptr) << "no such step";
}

TEST(StepStills, AreOfMomentsThatAreNotDark) {
    const frame::Plan& plan = *talk();
    for (const story::PlannedStep& step : plan.timeline.steps) {
        const core::FilmTime time = stillTime(plan, step);
        EXPECT_GE(time, step.start);
        EXPECT_LT(time, step.end());
        EXPECT_LT(frame::describe(plan, time, 0).black, 0.5F);
    }
    const story::PlannedStep& last = plan.timeline.steps.back();
    EXPECT_LT(stillTime(plan, last) + test::at(1), last.end()) << "the film ends in the dark";
}

TEST(StepStills, KeepWhatWasAskedForLastAndForgetOtherFilms) {
    StepStills stills;
    stills.take(talk());
    const auto first = made(stills, 1);
    ASSERT_TRUE(first);
    EXPECT_EQ(stills.of(1), first) << "made once";
    stills.take(std::make_shared<const frame::Plan>(*talk()));
    EXPECT_EQ(stills.of(1), nullptr);
    const auto again = made(stills, 1);
    ASSERT_TRUE(again);
    EXPECT_TRUE(*again == *first);
}

}  // namespace
}  // namespace ebbflow::live
