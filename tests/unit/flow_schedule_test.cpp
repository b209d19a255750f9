// Properties of the schedule over random tables: nothing is lost, nothing is invented, and a row's
// lights depend on that row alone.
#include "flow/schedule.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <stdexcept>

#include <gtest/gtest.h>

#include "core/hash.hpp"
#include "unit/flow_random.hpp"

namespace ebbflow::flow {
namespace {

using test::Random;

core::Day day(const char* text) {
    return core::parsePeriod(text).period->first();
}

Movement movement(const std::string& id, const char* when, std::int64_t count) {
    Movement m;
    m.id = id;
    m.kind = "students";
    m.when = *core::parsePeriod(when).period;
    m.count = count;
    return m;
}

const Window kFifties{"fifties", day("1950-01-01"), day("1959-12-31")};

std::map<std::string, std::vector<double>> daysById(const Schedule& schedule,
                                                    const std::vector<Movement>& movements) {
    std::map<std::string, std::vector<double>> days;
    for (const Departure& d : schedule.departures) {
        days[movements[d.movement].id].push_back(d.day);
    }
    return days;
}

class RandomTables : public testing::TestWithParam<std::uint64_t> {
protected:
    Random random{GetParam()};
    std::vector<Movement> movements = test::randomMovements(random, 120);
    std::map<std::string, std::int64_t> perLight{
        {"students", random.in(1, 50)}, {"advisers", random.in(1, 7)}, {"aid", 1}};
    Days film{day("1945-01-01"), day("1966-12-31")};
};
INSTANTIATE_TEST_SUITE_P(Seeds, RandomTables, testing::Range<std::uint64_t>(1, 26));

TEST_P(RandomTables, EveryCellBalances) {
    const Schedule schedule = scheduleWindow(movements, kFifties, perLight, film);
    ASSERT_FALSE(schedule.cells.empty());
    for (const AuditCell& cell : schedule.cells) {
        EXPECT_TRUE(cell.balances()) << cell.kind << ' ' << cell.year;
        EXPECT_GT(cell.count, 0);
        const auto n = perLight.find(cell.kind);
        EXPECT_EQ(cell.perLight, n == perLight.end() ? 1 : n->second);
    }
}

TEST_P(RandomTables, CellsHoldWhatTheRowsSay) {
    const Schedule schedule = scheduleWindow(movements, kFifties, perLight, film);
    std::map<std::string, std::int64_t> counted, expected;
    for (const AuditCell& cell : schedule.cells) counted[cell.kind] += cell.count;
    for (const Movement& m : movements) {
        const auto count = countWithin(m, kFifties.first, kFifties.last, film);
        if (count > 0) expected[m.kind] += count;
    }
    EXPECT_EQ(counted, expected);
}

TEST_P(RandomTables, LaunchedLightsAreTheCells) {
    const Schedule schedule = scheduleWindow(movements, kFifties, perLight, film);
    std::map<std::pair<std::string, int>, std::int64_t> launched, promised;
    for (const Departure& d : schedule.departures) {
        const core::Day on{static_cast<std::int32_t>(std::floor(d.day))};
        ++launched[{movements[d.movement].kind, core::toCivil(on).year}];
    }
    for (const AuditCell& cell : schedule.cells) {
        if (cell.lights > 0) promised[{cell.kind, cell.year}] = cell.lights;
    }
    EXPECT_EQ(launched, promised);
}

TEST_P(RandomTables, DeparturesLieInWindowAndPeriod) {
    const Schedule schedule = scheduleWindow(movements, kFifties, perLight, film);
    for (const Departure& d : schedule.departures) {
        const Days own = daysOf(movements[d.movement], film);
        EXPECT_GE(d.day, std::max(own.first, kFifties.first).number);
        EXPECT_LT(d.day, std::min(own.last, kFifties.last).number + 1);
    }
    EXPECT_TRUE(std::ranges::is_sorted(schedule.departures, {}, &Departure::day));
}

TEST_P(RandomTables, AdjoiningWindowsAddUpToTheRow) {
    for (const Movement& m : movements) {
        const Days own = daysOf(m, film);
        std::int64_t sum = 0;
        for (core::Day first = own.first; first <= own.last;) {
            const core::Day last = first + static_cast<std::int32_t>(random.in(0, 400));
            sum += countWithin(m, first, last, film);
            first = last + 1;
        }
        EXPECT_EQ(sum, m.count) << m.id;
        EXPECT_EQ(countWithin(m, own.last + 1, own.last + 900, film), 0);
    }
}

TEST_P(RandomTables, OrderOfRowsDoesNotMatter) {
    const Schedule before = scheduleWindow(movements, kFifties, perLight, film);
    std::vector<Movement> shuffled = movements;
    random.shuffle(shuffled);
    const Schedule after = scheduleWindow(shuffled, kFifties, perLight, film);
    EXPECT_EQ(daysById(before, movements), daysById(after, shuffled));
}

TEST_P(RandomTables, OtherRowsDoNotMoveARowsLights) {
    const std::map<std::string, std::int64_t> one;
    const auto before = daysById(scheduleWindow(movements, kFifties, one, film), movements);
    std::vector<Movement> more = movements;
    for (Movement& m : test::randomMovements(random, 30)) {
        m.id += "-later";
        more.push_back(std::move(m));
    }
    const auto after = daysById(scheduleWindow(more, kFifties, one, film), more);
    for (const auto& [id, days] : before) EXPECT_EQ(after.at(id), days) << id;
}

TEST(Schedule, SmallRowsAreNotFlooredAway) {
    std::vector<Movement> rows;
    for (int i = 0; i < 40; ++i) rows.push_back(movement("city-" + std::to_string(i), "1956", 3));
    const Schedule schedule = scheduleWindow(rows, kFifties, {{"students", 10}});
    ASSERT_EQ(schedule.cells.size(), 1U);
    EXPECT_EQ(schedule.cells[0].count, 120);
    EXPECT_EQ(schedule.cells[0].lights, 12);
    EXPECT_EQ(schedule.departures.size(), 12U);
}

TEST(Schedule, LargestRemaindersGetTheLightsLeftOver) {
    const std::vector<Movement> rows{movement("a", "1956", 14), movement("b", "1956", 19),
                                     movement("c", "1956", 17)};
    const Schedule schedule = scheduleWindow(rows, kFifties, {{"students", 10}});
    const auto lights = daysById(schedule, rows);
    EXPECT_EQ(lights.at("a").size(), 1U);
    EXPECT_EQ(lights.at("b").size(), 2U);
    EXPECT_EQ(lights.at("c").size(), 2U);
}

TEST(Schedule, RowsOfOnePersonAreSpreadOverTheYear) {
    std::vector<Movement> rows;
    for (int i = 0; i < 400; ++i) rows.push_back(movement("one-" + std::to_string(i), "1956", 1));
    std::int64_t firstHalf = 0;
    for (const Movement& m : rows) {
        firstHalf += countWithin(m, day("1956-01-01"), day("1956-06-30"), {});
    }
    // 400 fair coins: within 5 standard deviations (10 each).
    EXPECT_NEAR(static_cast<double>(firstHalf), 200.0, 50.0);
}

TEST(Schedule, DeparturesOfARowAreEven) {
    for (const std::int64_t count : {2, 10, 37, 375, 2085}) {
        const std::vector<Movement> rows{movement("even", "1956", count)};
        const Schedule schedule = scheduleWindow(rows, kFifties, {});
        double widest = 0;
        for (std::size_t i = 1; i < schedule.departures.size(); ++i) {
            widest = std::max(widest, schedule.departures[i].day - schedule.departures[i - 1].day);
        }
        EXPECT_LT(widest, 2.6 * 366.0 / static_cast<double>(count)) << count;
    }
}

TEST(Schedule, OrdinalsOfARowCountItsLights) {
    const std::vector<Movement> rows{movement("a", "1951/1957", 700)};
    const Schedule schedule = scheduleWindow(rows, kFifties, {});
    std::vector<std::uint32_t> ordinals;
    for (const Departure& d : schedule.departures) ordinals.push_back(d.ordinal);
    std::ranges::sort(ordinals);
    std::vector<std::uint32_t> expected(700);
    std::iota(expected.begin(), expected.end(), 0U);
    EXPECT_EQ(ordinals, expected);
}

TEST(Schedule, OpenEndsCloseWithTheFilm) {
    const Days film{day("1950-01-01"), day("1959-12-31")};
    EXPECT_EQ(daysOf(movement("a", "1956/..", 9), film).last, film.last);
    EXPECT_EQ(daysOf(movement("a", "../1956", 9), film).first, film.first);
    EXPECT_EQ(daysOf(movement("a", "1965/..", 9), film).last, day("1965-12-31"));
    Movement undated = movement("a", "1956", 9);
    undated.when.openBegin = undated.when.openEnd = true;
    EXPECT_EQ(daysOf(undated, film), film);
}

TEST(Schedule, NothingOutsideTheWindow) {
    const std::vector<Movement> rows{movement("a", "1961", 700), movement("b", "1949-12-31", 5)};
    const Schedule schedule = scheduleWindow(rows, kFifties, {});
    EXPECT_TRUE(schedule.departures.empty());
    EXPECT_TRUE(schedule.cells.empty());
}

TEST(Schedule, RefusesALightOfNobody) {
    const std::vector<Movement> rows{movement("a", "1956", 7)};
    EXPECT_THROW((void)scheduleWindow(rows, kFifties, {{"students", 0}}), std::invalid_argument);
}

TEST(Schedule, FilmIsFromTheFirstDayToTheLast) {
    const std::vector<Window> windows{{"b", day("1953-01-01"), day("1957-12-31")},
                                      {"a", day("1949-01-01"), day("1953-05-14")}};
    EXPECT_EQ(filmDays(windows), (Days{day("1949-01-01"), day("1957-12-31")}));
    EXPECT_FALSE(filmDays({}).has_value());
}

}  // namespace
}  // namespace ebbflow::flow
