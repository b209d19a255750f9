// Grades of a script: from step to step, over breaks, and whether words stay readable.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "scene/keys.hpp"
#include "screen/check_contrast.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;

using testing::HasSubstr;
using testing::Not;

std::string film(const std::string& second, const std::string& third = "") {
    return "title: Film\nchapters:\n  - steps:\n"
           "      - {date: 1950, length: 6, show: [Moscow]}\n"
           "      - {date: 1951, length: 6" +
           second + "}\n      - {date: 1952, length: 6" + third + "}\n";
}

picture::Grade gradeAt(const frame::Plan& plan, double seconds) {
    return frame::describe(plan, core::FilmTime::fromSeconds(seconds)).grade;
}

TEST(GradesOfSteps, HoldUntilAnotherIsSaidAndGoOverGently) {
    const auto plan = planOf(filmOf(film(", grade: {luma: 0.5, sun: {azimuth: 90}, move: 2}")));
    EXPECT_EQ(gradeAt(*plan, 5.9), picture::Grade{});
    double last = 1;
    for (double seconds = 6; seconds < 8; seconds += 0.04) {
        const double now = gradeAt(*plan, seconds).luma;
        EXPECT_LE(now, last);
        EXPECT_GE(now, last - 0.02) << seconds;
        last = now;
    }
    EXPECT_EQ(gradeAt(*plan, 8).luma, 0.5);
    EXPECT_EQ(gradeAt(*plan, 17).luma, 0.5) << "nobody said otherwise";
    const auto frame = frame::describe(*plan, core::FilmTime::fromSeconds(9));
    EXPECT_EQ(frame.base.sun.azimuth, 90);
    EXPECT_EQ(frame.base.sun.height, 45);
}

TEST(GradesOfSteps, ComeAtOnceAfterABreakOrWithoutMove) {
    for (const std::string how : {"grade: {luma: 0.5, move: 0}", "grade: night, transition: cut"}) {
        const auto plan = planOf(filmOf(film(", " + how)));
        EXPECT_EQ(gradeAt(*plan, 6).luma, 0.5) << how;
    }
}

TEST(GradesOfSteps, APresetIsWhatItsOwnKeysChange) {
    const auto plan = planOf(filmOf(film(", grade: {like: dusk, luma: 0.6}", ", grade: plain")));
    picture::Grade wanted = picture::gradeNamed("dusk");
    wanted.luma = 0.6;
    EXPECT_EQ(gradeAt(*plan, 11), wanted);
    EXPECT_EQ(gradeAt(*plan, 17), picture::Grade{});
}

TEST(GradesOfSteps, EveryNameIsALookOfItsOwn) {
    const scene::Group* group = nullptr;
    for (const scene::Group* each : scene::groups())
        if (each->id == "grade") group = each;
    ASSERT_NE(group, nullptr);
    std::vector<picture::Grade> seen;
    for (const scene::Key* key : group->keys) {
        if (key->name != "like") continue;
        for (const std::string& name : key->takes.choices) {
            const picture::Grade grade = picture::gradeNamed(name);
            EXPECT_THAT(seen, Not(testing::Contains(grade))) << name;
            EXPECT_GE(contrastOn(grade), kReadableContrast) << name;
            seen.push_back(grade);
        }
    }
    EXPECT_EQ(seen.size(), 7U);
}

TEST(GradesOfSteps, TooBrightForWordsIsSaidWhereItIsWritten) {
    core::Diagnostics diagnostics;
    const auto bright = filmOf(film(", grade: {luma: 1.6}"));
    const auto plan =
        frame::makePlan(bright, std::make_shared<const text::Typesetter>(text::defaultFonts()),
                        {"", false}, diagnostics);
    ASSERT_TRUE(plan);
    EXPECT_THAT(words(diagnostics),
                HasSubstr("film.yaml:5:40: warning: on land this bright the quiet words"));
    EXPECT_THROW((void)filmOf(film(", grade: {luma: 3}")), std::runtime_error);
    EXPECT_THROW((void)filmOf(film(", grade: dim")), std::runtime_error);
}

}  // namespace
}  // namespace ebbflow::screen::test
