// What stands on the map: the threads of all journeys, true to the tables, and veils, which count
// nothing; neither changes what the audit counts.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "frame/describe.hpp"
#include "story/standing_lights.hpp"
#include "story/standing_notes.hpp"
#include "story/threads.hpp"
#include "story/ways.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

using testing::HasSubstr;

std::string script(const std::string& lastStep) {
    return R"(title: {en: x, zh: x, ru: x}
languages: [en, zh-Hans, ru]
source: y
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1950, count: 400}
  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 1200}
  - {kind: advisers, from: Moscow, to: Peking, when: 1951/1952, count: 100}
  - {kind: aid, from: Peking, to: Moscow, when: 1951, count: 400}
flows: {ideas: {color: violet}}
chapters:
  - id: told
    steps:
      - {date: 1950/1951, show: [Peking, Moscow], length: 6}
      - {date: 1952, length: 6)" +
           lastStep + "}\n";
}

const Way& wayOf(const frame::Plan& plan, std::string_view kind) {
    for (const Way& way : plan.lightPlan.ways) {
        if (plan.lightPlan.kinds[way.kind].name == kind) return way;
    }
    throw std::runtime_error("no such way");
}

TEST(Threads, HoldWhatTheTablesHold) {
    const auto plan = planOf(filmOf(script(", accumulate: all")));
    ASSERT_EQ(plan->lightPlan.ways.size(), 3U);
    const auto day = [](int year) { return static_cast<double>(core::toDay({year, 1, 1}).number); };
    const Way& students = wayOf(*plan, "students");
    EXPECT_NEAR(students.countBetween(-1e9, 1e9), 1600, 1e-6);
    EXPECT_NEAR(students.countBetween(-1e9, day(1951)), 400, 1e-6);
    EXPECT_NEAR(students.countBetween(day(1951), day(1952)), 1200, 1e-6);
    EXPECT_NEAR(wayOf(*plan, "advisers").countBetween(day(1951), day(1952)), 50, 0.2);
    EXPECT_EQ(plan->lightPlan.mostOnAWay, 1600);
}

TEST(Threads, GrowWithTheSquareRoot) {
    const double thin = threadWidth(1e-12, 1600);
    const double one = threadWidth(100, 1600) - thin, four = threadWidth(400, 1600) - thin;
    EXPECT_NEAR(four, 2 * one, 1e-6);
    EXPECT_EQ(threadWidth(0, 1600), 0);
}

std::vector<picture::Ribbon> steady(const picture::FrameDescription& frame) {
    std::vector<picture::Ribbon> found;
    for (const picture::Ribbon& ribbon : frame.ribbons) {
        if (!ribbon.drifts) found.push_back(ribbon);
    }
    return found;
}

TEST(Threads, LieSideBySideAndComeGently) {
    const auto plan = planOf(filmOf(script(", accumulate: all")));
    const auto frame = frame::describe(*plan, core::FilmTime::fromSeconds(11.9));
    const auto threads = steady(frame);
    std::vector<picture::Ribbon> home;  // the two that go from Peking to Moscow
    for (const picture::Ribbon& r : threads) {
        if (r.path == wayOf(*plan, "students").path && r.aside != 0) home.push_back(r);
    }
    ASSERT_EQ(home.size(), 2U);
    EXPECT_GE(std::abs(home[0].aside - home[1].aside), (home[0].width + home[1].width) / 2);
    const auto widest = [&](double t) {
        float width = 0;
        for (const picture::Ribbon& r :
             steady(frame::describe(*plan, core::FilmTime::fromSeconds(t)))) {
            if (r.aside != 0) width = std::max(width, r.width);
        }
        return width;
    };
    EXPECT_EQ(widest(5.9), 0) << "none before its step";
    for (double t = 6; t < 9; t += 0.04) EXPECT_LE(widest(t + 0.04) - widest(t), 5) << t;
}

/// Lights that stand at the end of a film that ends so, by kind.
std::map<std::string, std::uint32_t> standing(const std::string& lastStep, double seconds = 11.9) {
    const auto plan = planOf(filmOf(script(lastStep)));
    std::map<std::string, std::uint32_t> found;
    const auto frame = frame::describe(*plan, core::FilmTime::fromSeconds(seconds));
    for (const picture::LightRange& range : frame.standing) {
        for (std::uint32_t i = range.first; i < range.first + range.count; ++i)
            ++found[plan->lightPlan.kinds[plan->lights->standing.at(i).look & 0xFFU].name];
    }
    return found;
}

TEST(Threads, EverybodyWhoHasGoneStandsOnThem) {
    auto all = standing(", accumulate: all");
    EXPECT_EQ(all["students"], 1600U);
    EXPECT_EQ(all["aid"], 400U);
    EXPECT_NEAR(all["advisers"], 99, 1.5);
    auto ofStep = standing(", accumulate: step");
    EXPECT_EQ(ofStep["students"], 0U);
    EXPECT_NEAR(ofStep["advisers"], 49, 1.5);
    EXPECT_TRUE(standing(", accumulate: all", 5.9).empty()) << "none before its step";
    EXPECT_TRUE(standing("").empty());
}

TEST(StandingLights, LieEvenlyAndInsideTheirStreamHoweverManyThereAre) {
    const auto plan = planOf(filmOf(script("")));
    for (const std::int64_t count : {1, 7, 40, 900}) {
        const auto lights = standingLights(*plan->lights, 0, 0, count);
        ASSERT_EQ(lights.size(), static_cast<std::size_t>(count));
        std::vector<double> places{0, 1};
        for (const picture::LightVertex& light : lights) {
            EXPECT_LT(light.duration, 0);
            EXPECT_LE(std::abs(light.lane) + static_cast<float>(light.look >> 24U) / 255, 1);
            places.push_back(static_cast<double>(light.departure));
        }
        std::ranges::sort(places);
        double widest = 0;
        for (std::size_t i = 1; i < places.size(); ++i)
            widest = std::max(widest, places[i] - places[i - 1]);
        EXPECT_LE(widest, 3.1 / static_cast<double>(count) + 0.01) << count;
    }
}

TEST(Threads, AndVeilsAreNotCounted) {
    const auto plain = planOf(filmOf(script("")));
    const auto with = planOf(
        filmOf(script(", accumulate: step, ambience: {kind: ideas, between: [Moscow, Peking]}")));
    EXPECT_EQ(with->lights->vertices.size(), plain->lights->vertices.size());
    ASSERT_EQ(with->lightPlan.cells.size(), plain->lightPlan.cells.size());
    for (std::size_t i = 0; i < plain->lightPlan.cells.size(); ++i) {
        EXPECT_EQ(with->lightPlan.cells[i].count, plain->lightPlan.cells[i].count);
        EXPECT_EQ(with->lightPlan.cells[i].lights, plain->lightPlan.cells[i].lights);
    }
    const auto notes = fromNoTable(with->film->scene);
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_THAT(notes[0], HasSubstr("told, step 2: `accumulate`"));
    EXPECT_THAT(notes[1], HasSubstr("`ambience` of ideas is an illustration"));
    EXPECT_TRUE(fromNoTable(plain->film->scene).empty());
}

TEST(Veils, GoBothWaysOrOneAndHaveNoPoints) {
    const auto veils = [](const std::string& ambience) {
        const auto plan = planOf(filmOf(script(", ambience: " + ambience)));
        const auto frame = frame::describe(*plan, core::FilmTime::fromSeconds(10));
        return std::ranges::count_if(frame.ribbons,
                                     [](const picture::Ribbon& r) { return r.drifts; });
    };
    EXPECT_EQ(veils("{kind: ideas, between: [Moscow, Peking]}"), 2);
    EXPECT_EQ(veils("{kind: ideas, from: Moscow, to: Peking}"), 1);
    EXPECT_EQ(veils("[{kind: ideas, from: Moscow, to: Kiev}, {kind: aid, between: [Omsk, Kazan]}]"),
              3);
}

TEST(StandingNotes, SayInEveryLanguageWhatAThreadAndAVeilAre) {
    const auto film =
        filmOf(script(", accumulate: all, ambience: {kind: ideas, between: [Moscow, Peking]}"));
    const auto notes = [&](const std::string& language) {
        const auto plan = planOf(film, language);
        EXPECT_TRUE(standingNotes(*plan, 0).empty());
        std::string all;
        for (const auto& note : standingNotes(*plan, 1)) all += note + "\n";
        return all;
    };
    EXPECT_THAT(notes("en"), testing::AllOf(HasSubstr("1,600 people"), HasSubstr("not counted")));
    EXPECT_THAT(notes("zh"), testing::AllOf(HasSubstr("1600人"), HasSubstr("不计数")));
    EXPECT_THAT(notes("ru"), testing::AllOf(HasSubstr("человек"), HasSubstr("иллюстрация")));
}

}  // namespace
}  // namespace ebbflow::story::test
