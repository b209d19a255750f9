// Lights that go in trains: nobody is lost, nobody leaves in another year, and each train keeps
// together.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/calendar.hpp"
#include "flow/audit.hpp"
#include "story/trains.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

std::string script(const std::string& trains) {
    return R"(title: Film
source: A register
flows: {students: {one_light: 1, travel: 4)" +
           trains + R"(}}
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951/1953, count: 900}
  - {kind: students, from: Peking, to: Leningrad, when: 1952, count: 70}
chapters: [{id: one, date: 1951/1952, length: 20, show: [Moscow, Peking]}, {id: two, date: 1953, length: 10}]
)";
}

/// By row and company.
std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Boarding>> companies(
    const std::vector<flow::Departure>& departures, const std::vector<Boarding>& boarded) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Boarding>> found;
    for (std::size_t i = 0; i < boarded.size(); ++i)
        found[{departures[i].movement, boarded[i].company}].push_back(boarded[i]);
    return found;
}

TEST(Trains, WaitForTheirLastAndKeepTogether) {
    std::vector<flow::Departure> departures;
    const double first = static_cast<double>(core::toDay({1951, 1, 1}).number);
    for (std::uint32_t i = 0; i < 400; ++i) departures.push_back({i % 3, i / 3, first + 3.0 * i});
    const std::string id = "row";
    const auto boarded = boardings(
        departures, [&](double day) { return (day - first) / 60; },
        [](std::uint32_t row) {
            return row == 0 ? std::nullopt : std::optional(scene::Trains{8, 20});
        },
        [&](std::uint32_t) -> const std::string& { return id; });
    ASSERT_EQ(boarded.size(), departures.size());
    // As they would leave alone.
    std::vector<Boarding> alone = boarded;
    for (std::size_t i = 0; i < alone.size(); ++i)
        alone[i].seconds = (departures[i].day - first) / 60;
    auto waited = companies(departures, alone);
    std::size_t whole = 0;
    for (const auto& [key, train] : companies(departures, boarded)) {
        if (key.first == 0) {
            ASSERT_EQ(train.size(), 1U) << "each by itself";
            continue;
        }
        EXPECT_LE(train.size(), 20U);
        if (train.size() >= 8) ++whole;
        const std::vector<Boarding>& own = waited.at(key);
        EXPECT_NEAR(train.back().seconds, own.back().seconds, 1e-9) << "with its last";
        EXPECT_LE(train.back().seconds - train.front().seconds,
                  (own.back().seconds - own.front().seconds) / 3 + 1e-9)
            << "gaps between trains";
        for (std::size_t i = 1; i < train.size(); ++i) {
            EXPECT_GE(train[i].seconds, train[i - 1].seconds);
            EXPECT_LE(train[i].seconds - train[i - 1].seconds, kCarSeconds + 1e-9);
        }
    }
    EXPECT_GT(whole, 10U);
    for (std::size_t i = 0; i < departures.size(); ++i) {
        const auto year = [&](double day) {
            return core::toCivil(core::Day{static_cast<std::int64_t>(std::floor(day))}).year;
        };
        EXPECT_EQ(year(first + boarded[i].seconds * 60), year(departures[i].day)) << i;
    }
}

TEST(Trains, LeaveTheAuditAsItIs) {
    const auto alone = planOf(filmOf(script(""))),
               together = planOf(filmOf(script(", trains: 8-20")));
    ASSERT_EQ(alone->lightPlan.cells.size(), together->lightPlan.cells.size());
    const auto byChapter = [](const frame::Plan& plan) {
        std::map<std::size_t, std::size_t> counts;
        for (const picture::LightVertex& light : plan.lights->vertices) {
            const auto time = core::FilmTime::fromSeconds(static_cast<double>(light.departure));
            ++counts[plan.timeline.steps[plan.timeline.stepAt(time)].chapter];
        }
        return counts;
    };
    EXPECT_EQ(byChapter(*alone), byChapter(*together));
    EXPECT_EQ(alone->lights->vertices.size(), together->lights->vertices.size());
}

TEST(Trains, TravelAtOneSpeedInOneStrand) {
    const auto plan = planOf(filmOf(script(", trains: 12")));
    // Durations are one for each train: few, where lights alone have one each.
    std::map<float, std::size_t> durations;
    for (const picture::LightVertex& light : plan->lights->vertices) ++durations[light.duration];
    EXPECT_LT(durations.size(), plan->lights->vertices.size() / 8);
    std::size_t whole = 0;
    // The same numbers in the second chapter are other trains of the same speed.
    for (const auto& [duration, lights] : durations) {
        if (lights % 12 == 0) whole += lights;
    }
    EXPECT_GT(whole, plan->lights->vertices.size() / 2);
}

}  // namespace
}  // namespace ebbflow::story::test
