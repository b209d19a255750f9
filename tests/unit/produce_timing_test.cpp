// The lengths of a talk as a file, and the film that lasts as long: to the row, and with time
// standing where it stood for the speaker.

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>

#include <fmt/format.h>

#include "produce/load.hpp"
#include "produce/timing.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::produce {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kTalk = EBBFLOW_SOURCE_DIR "/templates/talk";

class TimingTest : public testing::Test {
protected:
    TimingTest() { ::setenv("EBBFLOW_ATLAS", EBBFLOW_SOURCE_DIR "/geodata", 1); }

    [[nodiscard]] std::filesystem::path written(const std::string& text) const {
        std::ofstream(folder_ / "talk.csv", std::ios::binary) << text;
        return folder_ / "talk.csv";
    }
    [[nodiscard]] static const scene::Scene& script() { return original()->film->scene; }
    [[nodiscard]] static const std::shared_ptr<const frame::Plan>& original() {
        static const auto plan = [] {
            core::Diagnostics faults;
            return loadPlan({.scene = kTalk}, {}, faults);
        }();
        return plan;
    }
    /// The faults of such a file, without its folder.
    [[nodiscard]] std::vector<std::string> faultsOf(const std::string& text) const {
        core::Diagnostics faults;
        (void)readTiming(written(text), script(), faults);
        std::vector<std::string> said;
        for (const auto& fault : faults.all())
            said.push_back(core::toString(fault).substr((folder_ / "").string().size()));
        return said;
    }
    [[nodiscard]] std::shared_ptr<const frame::Plan> planWith(const std::string& text) const {
        core::Diagnostics faults;
        auto plan = loadPlan({.scene = kTalk, .timing = written(text)}, {}, faults);
        for (const auto& fault : faults.all())
            EXPECT_NE(fault.severity, core::Severity::error) << core::toString(fault);
        return plan;
    }

    const ebbflow::test::TemporaryFolder folder_;
};

TEST_F(TimingTest, ComesBackAsItWasWritten) {
    const Timing timing{{0, 0, 12.25}, {1, 0, 0.1}, {1, 1, 3599.99}, {2, 0, 7}, {3, 0, 61.5}};
    const std::string text = timingText(timing, script());
    EXPECT_THAT(text, HasSubstr("2,1,0.10,The first train\r\n"));
    core::Diagnostics faults;
    EXPECT_EQ(readTiming(written(text), script(), faults), timing);
    EXPECT_THAT(faults.all(), IsEmpty());
    // A pause of hours, and a step that was passed at once.
    EXPECT_THAT(timingText({{0, 0, 9000}, {2, 0, 0.004}}, script()),
                testing::AllOf(HasSubstr("1,1,3600.00"), HasSubstr("3,1,0.10")));
}

TEST_F(TimingTest, ColumnsMayStandInAnyOrderAndOthersBesideThem) {
    core::Diagnostics faults;
    const Timing timing =
        readTiming(written("remark;seconds;step;chapter\nlong;5;2;2\n"), script(), faults);
    EXPECT_THAT(timing, ElementsAre(TimedStep{1, 1, 5}));
}

TEST_F(TimingTest, SaysWhereItIsWrong) {
    EXPECT_THAT(faultsOf(""), ElementsAre(HasSubstr("talk.csv:1:1: error: there is no row")));
    EXPECT_THAT(faultsOf("chapter,step\n1,1\n"),
                ElementsAre("talk.csv:1:1: error: there is no column `seconds`; the first row "
                            "names chapter, step, seconds"));
    EXPECT_THAT(
        faultsOf("chapter,step,seconds\n1,1,soon\n1,1,4000\n1,1,nan\n9,1,5\n2,3,5\n0,1,5\n1\n"),
        ElementsAre("talk.csv:2:5: error: `soon` is no length of a step; write seconds from 0.1 "
                    "to 3600",
                    HasSubstr("talk.csv:3:5: error: `4000` is no length"),
                    HasSubstr("talk.csv:4:5: error: `nan` is no length"),
                    "talk.csv:5:1: error: `9` is no chapter; write a number from 1 to 4: was the "
                    "script changed since?",
                    HasSubstr("talk.csv:6:3: error: `3` is no step; write a number from 1 to 2"),
                    HasSubstr("talk.csv:7:1: error: `0` is no chapter"),
                    "talk.csv:8:1: error: this row ends before its column 3"));
    EXPECT_THAT(faultsOf("chapter,step,seconds\n1,1,5\n1,1,6\n"),
                ElementsAre("talk.csv:3:3: error: chapter 1, step 1 comes twice; leave one of "
                            "them out"));
    EXPECT_THAT(faultsOf("chapter,step,seconds\n1,1,5\n"),
                ElementsAre("talk.csv: note: 4 of the film's 5 steps are not in it, and are as "
                            "long as the script has them"));
}

TEST_F(TimingTest, TheFilmLastsAsLongAsTheTalkStood) {
    const auto plan = planWith("chapter,step,seconds\n1,1,31.04\n2,1,2.5\n2,2,100\n4,1,20\n");
    ASSERT_TRUE(plan);
    const auto& steps = plan->timeline.steps;
    const double third = original()->timeline.steps[3].length.seconds();
    std::vector<double> lengths;
    for (const auto& step : steps) lengths.push_back(step.length.seconds());
    EXPECT_THAT(lengths, ElementsAre(31.04, 2.5, 100, third, 20));
    EXPECT_NEAR(plan->timeline.length.seconds(), 31.04 + 2.5 + 100 + third + 20, 1e-9);
}

TEST_F(TimingTest, TimeStandsAtTheEndOfAStepAsItDidForTheSpeaker) {
    // The third chapter, 1953 to 1956.
    const auto& own = original()->timeline.steps[3];
    const auto plan = planWith("chapter,step,seconds\n3,1,90\n");
    ASSERT_TRUE(plan);
    const auto& slow = plan->timeline.steps[3];
    const auto& before = original()->timeline.chapters[2].dates;
    const auto& after = plan->timeline.chapters[2].dates;
    const double length = own.length.seconds();
    ASSERT_LT(length, 60);
    const double first = before.dayAt(own.start.seconds());
    const double last = before.dayAt(own.end().seconds() - 1e-6);
    ASSERT_GT(last, first + 1000);
    // It eases into its rest, and is where it was within a fifth of the way.
    for (double at = 0; at < length; at += 0.25)
        EXPECT_NEAR(after.dayAt(slow.start.seconds() + at), before.dayAt(own.start.seconds() + at),
                    (last - first) / 5)
            << at;
    for (double at = length + 0.01; at < 90; at += 5)
        EXPECT_EQ(std::floor(after.dayAt(slow.start.seconds() + at)), std::floor(last)) << at;
    EXPECT_NEAR(slow.holdSeconds, 90 - length, 1e-6);
}

/// Of every step something at random, from a blink to five minutes.
std::string anyTalk(const scene::Scene& scene, std::mt19937& random) {
    std::string rows = "chapter,step,seconds\n";
    std::uniform_real_distribution<double> power(-1, 2.5);
    for (std::size_t c = 0; c < scene.chapters.size(); ++c)
        for (std::size_t s = 0; s < scene.chapters[c].steps.size(); ++s)
            rows += fmt::format("{},{},{:.2f}\n", c + 1, s + 1, std::pow(10, power(random)));
    return rows;
}

TEST_F(TimingTest, AnyTalkHasItsFilmInWhichTimeNeverGoesBack) {
    std::mt19937 random(12);
    for (int i = 0; i < 12; ++i) {
        // The default film has holds of its own.
        const bool small = i > 0;
        const std::string scene = small ? kTalk : EBBFLOW_SOURCE_DIR "/scenes/china-soviet-union";
        core::Diagnostics faults;
        const auto script = small ? original() : loadPlan({.scene = scene}, {}, faults);
        const auto file = written(anyTalk(script->film->scene, random));
        const Timing timing = readTiming(file, script->film->scene, faults);
        const auto plan = loadPlan({.scene = scene, .timing = file}, {}, faults);
        ASSERT_TRUE(plan) << i;
        for (const auto& step : plan->timeline.steps) {
            EXPECT_NEAR(step.length.seconds(), timeOf(timing, step.chapter, step.step)->seconds,
                        1e-8);
            const auto& dates = plan->timeline.chapters[step.chapter].dates;
            double before = dates.dayAt(step.start.seconds());
            for (double share = 0.01; share < 1; share += 0.01) {
                const double day =
                    dates.dayAt(step.start.seconds() + share * step.length.seconds());
                EXPECT_GE(day, before - 1e-6) << i << ' ' << share;
                before = day;
            }
        }
    }
}

}  // namespace
}  // namespace ebbflow::produce
