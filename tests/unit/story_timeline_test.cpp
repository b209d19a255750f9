// Lengths and places in time: the rules for what an author left out, and that all fits together.

#include <gtest/gtest.h>

#include "support/film_fixture.hpp"
#include "text/reading.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

Timeline timelineOf(const std::string& script) {
    core::Diagnostics diagnostics;
    const auto film = filmOf(script);
    Timeline timeline =
        planTimeline(*film, text::captionSeconds, film->scene.languages, diagnostics);
    EXPECT_FALSE(diagnostics.hasErrors()) << words(diagnostics);
    return timeline;
}

std::string withStep(const std::string& lines) {
    return "title: x\nlanguages: [en, ru, zh-Hans]\nchapters:\n  - date: 1950\n    show: [Moscow]\n"
           "    length: 5\n  - date: 1951\n" +
           lines;
}

TEST(Timeline, StepsFollowOneAnotherWithoutGaps) {
    const Timeline timeline = planOf(exchangeFilm())->timeline;
    core::FilmTime end;
    picture::CameraView view = timeline.steps.front().from;
    for (const PlannedStep& step : timeline.steps) {
        EXPECT_EQ(step.start, end);
        if (step.goesOn()) {
            EXPECT_EQ(step.from, view) << "the camera goes on from where it is";
        }
        EXPECT_LE(step.moveSeconds, step.length.seconds());
        EXPECT_TRUE(step.moveSeconds == 0 || step.moveSeconds >= 1.5) << "no hasty camera";
        end = step.end();
        view = step.to;
    }
    EXPECT_EQ(timeline.length, end);
    EXPECT_EQ(timeline.chapters.front().start, core::FilmTime{});
    EXPECT_EQ(timeline.chapters.back().end, end);
}

TEST(Timeline, EveryTimeHasItsStep) {
    const Timeline timeline = timelineOf(kFilm);
    ASSERT_EQ(timeline.steps.size(), 4U);
    const auto tick = core::FilmTime::fromTicks(1);
    for (std::size_t i = 0; i < timeline.steps.size(); ++i) {
        EXPECT_EQ(timeline.stepAt(timeline.steps[i].start), i);
        EXPECT_EQ(timeline.stepAt(timeline.steps[i].end() - tick), i);
    }
    EXPECT_EQ(timeline.stepAt(timeline.length), 3U);
}

TEST(Timeline, AStepWithoutLengthHoldsMoveAndReadingInTheSlowestLanguage) {
    const Timeline timeline = timelineOf(kFilm);
    const PlannedStep& first = timeline.steps[0];
    const double russian =
        text::captionSeconds("Они уезжают далеко, на девять дней пути по железной дороге.", "ru");
    EXPECT_GE(first.length.seconds(), first.moveSeconds + russian);
    EXPECT_LT(first.length.seconds(), first.moveSeconds + russian + 1.5);
    EXPECT_EQ(std::fmod(first.length.seconds(), 0.5), 0);
    EXPECT_EQ(timeline.steps[2].length, core::FilmTime::fromSeconds(3)) << "as written";
}

TEST(Timeline, NoStepIsUnderFourSecondsUnlessWritten) {
    EXPECT_EQ(timelineOf(withStep("    notes: x\n")).steps[1].length,
              core::FilmTime::fromSeconds(4));
    EXPECT_EQ(timelineOf(withStep("    caption: x\n")).steps[1].length.seconds(), 4);
    EXPECT_EQ(timelineOf(withStep("    length: 1\n")).steps[1].length.seconds(), 1);
}

TEST(Timeline, CamerasMoveByHowFarTheyGo) {
    const auto move = [](const std::string& camera) {
        return timelineOf(withStep("    camera: " + camera + "\n")).steps[1].moveSeconds;
    };
    EXPECT_EQ(move("{show: [Moscow]}"), 0) << "it is there already";
    EXPECT_GE(move("{center: Moscow, width: 1500 km}"), 1.5);
    EXPECT_LT(move("{center: Moscow, width: 1500 km}"), move("{center: Peking, width: 900 km}"));
    EXPECT_LE(move("{center: Peking, width: 90 km, tilt: 50}"), 4);
    EXPECT_EQ(move("{center: Peking, move: 3.5}"), 3.5);
}

TEST(Timeline, CameraAtGoesFromViewToViewAndRests) {
    const Timeline timeline = timelineOf(kFilm);
    for (const PlannedStep& step : timeline.steps) {
        EXPECT_EQ(cameraAt(timeline, step.start), step.moveSeconds > 0 ? step.from : step.to);
        const auto arrived = step.start + core::FilmTime::fromSeconds(step.moveSeconds + 1e-6);
        EXPECT_TRUE(arrived >= step.end() || cameraAt(timeline, arrived) == step.to);
        EXPECT_EQ(cameraAt(timeline, step.end() - core::FilmTime::fromTicks(1)).bearing,
                  step.to.bearing);
    }
}

TEST(Timeline, DatesPassInTheirSteps) {
    const Timeline timeline = timelineOf(kFilm);
    const auto day = [](int year, int month, int date) {
        return core::inDays(core::startOf(core::toDay({year, month, date})));
    };
    const DateTrack& one = timeline.chapters[0].dates;
    EXPECT_EQ(one.dayAt(0), day(1950, 1, 1));
    EXPECT_NEAR(one.dayAt(timeline.steps[1].start.seconds()), day(1952, 1, 1), 1e-9);
    EXPECT_NEAR(one.dayAt(timeline.steps[2].start.seconds()), day(1953, 1, 1), 1e-9);
    EXPECT_EQ(timeline.chapters[0].firstDay, core::toDay({1950, 1, 1}));
    EXPECT_EQ(timeline.chapters[0].lastDay, core::toDay({1953, 1, 1}));
    EXPECT_EQ(timeline.chapters[1].firstDay, core::toDay({1952, 1, 1})) << "it may jump back";
    EXPECT_EQ(timeline.chapters[1].lastDay, core::toDay({1956, 12, 31}));
}

TEST(Timeline, CaptionsStandInsideTheirSteps) {
    const Timeline timeline = planOf(exchangeFilm())->timeline;
    std::size_t captions = 0;
    for (const PlannedStep& step : timeline.steps) {
        for (const PlannedCaption& caption : step.captions) {
            ++captions;
            EXPECT_GE(caption.start, step.start.seconds());
            EXPECT_LE(caption.end, step.end().seconds() + 1e-9);
            for (const auto& [language, text] : caption.text.words) {
                EXPECT_GE(caption.end - caption.start, text::readingSeconds(text, language))
                    << text;
            }
        }
    }
    EXPECT_GE(captions, 10U);
}

}  // namespace
}  // namespace ebbflow::story::test
