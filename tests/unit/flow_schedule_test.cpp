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

Movement movement(const std::string& id, const char* when, std::int64_t count) {
    Movement m;
    m.id = id;
    m.kind = "students";
    m.when = *core::parsePeriod(when).period;
    m.count = count;
    return m;
}

core::Span span(const char* text) {
    return core::parsePeriod(text).period->span();
}

const Window kFifties{"fifties", span("1950/1959")};

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
    core::Span film = span("1945/1966");
};
INSTANTIATE_TEST_SUITE_P(Seeds, RandomTables, testing::Range<std::uint64_t>(1, 26));

TEST_P(RandomTables, EveryCellBalances) {
    const Schedule schedule = scheduleWindow(movements, kFifties, perLight, film);
    ASSERT_FALSE(schedule.cells.empty());
    for (const AuditCell& cell : schedule.cells) {
        EXPECT_TRUE(cell.balances()) << cell.kind << ' ' << cell.year.value_or(0);
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
        const auto count = countWithin(m, kFifties.span, film);
        if (count > 0) expected[m.kind] += count;
    }
    EXPECT_EQ(counted, expected);
}

TEST_P(RandomTables, LaunchedLightsAreTheCells) {
    const Schedule schedule = scheduleWindow(movements, kFifties, perLight, film);
    std::map<std::pair<std::string, std::optional<int>>, std::int64_t> launched, promised;
    for (const Departure& d : schedule.departures) {
        const core::Day on{static_cast<std::int64_t>(std::floor(d.day))};
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
        const core::Span own = core::overlap(spanOf(movements[d.movement], film), kFifties.span);
        EXPECT_GE(d.day, core::inDays(own.from));
        EXPECT_LT(d.day, core::inDays(own.until));
    }
    EXPECT_TRUE(std::ranges::is_sorted(schedule.departures, {}, &Departure::day));
}

TEST_P(RandomTables, AdjoiningWindowsAddUpToTheRow) {
    for (const Movement& m : movements) {
        // Whole days or not: what meets in the middle of a day adds up as well.
        for (const std::int64_t unit : {core::kSecondsOfDay, std::int64_t{1}}) {
            const core::Span own = spanOf(m, film);
            std::int64_t sum = 0;
            for (core::Instant from = own.from; from < own.until;) {
                const core::Instant until =
                    from + random.in(1, 400 * core::kSecondsOfDay / unit) * unit;
                sum += countWithin(m, {from, until}, film);
                from = until;
            }
            EXPECT_EQ(sum, m.count) << m.id;
            EXPECT_EQ(countWithin(m, {own.until, own.until + 90'000'000}, film), 0);
        }
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
        firstHalf += countWithin(m, span("1956-01/1956-06"), {});
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
    const core::Span film = span("1950/1959");
    EXPECT_EQ(spanOf(movement("a", "1956/..", 9), film).until, film.until);
    EXPECT_EQ(spanOf(movement("a", "../1956", 9), film).from, film.from);
    EXPECT_EQ(spanOf(movement("a", "1965/..", 9), film).until, span("1965").until);
    Movement undated = movement("a", "1956", 9);
    undated.when.openBegin = undated.when.openEnd = true;
    EXPECT_EQ(spanOf(undated, film), film);
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

TEST(Schedule, ALightLeavesWithinItsMinute) {
    const std::vector<Movement> rows{movement("a", "2019-05-01T07:00", 90),
                                     movement("b", "2019-05-01T18:00/2019-05-01T18:59", 60)};
    const Schedule schedule = scheduleWindow(rows, {"day", span("2019-05-01")}, {});
    ASSERT_EQ(schedule.departures.size(), 150U);
    for (const Departure& d : schedule.departures) {
        const core::Span own = rows[d.movement].when.span();
        EXPECT_GE(d.day, core::inDays(own.from));
        EXPECT_LT(d.day, core::inDays(own.until));
    }
    EXPECT_EQ(countWithin(rows[0], span("2019-05-01T06:00/2019-05-01T06:59"), {}), 0);
    EXPECT_EQ(countWithin(rows[0], span("2019-05-01T07:00"), {}), 90);
    EXPECT_EQ(countWithin(rows[1], span("2019-05-01T18:00/2019-05-01T18:29"), {}), 30);
}

TEST(Schedule, NoSpanIsTooLongOrTooFarBack) {
    const std::vector<Movement> rows{movement("a", "Y-170000000/1950", 1000),
                                     movement("b", "-0733", 20)};
    const Window ages{"ages", span("Y-999999999/2000")};
    const Schedule schedule = scheduleWindow(rows, ages, {{"students", 100}});
    std::int64_t sum = 0;
    for (const AuditCell& cell : schedule.cells) sum += cell.count;
    EXPECT_EQ(sum, 1020);
    const Schedule greeks = scheduleWindow(std::span(rows).subspan(1), ages, {});
    ASSERT_EQ(greeks.cells.size(), 1U);
    EXPECT_EQ(greeks.cells[0].year, -733);
    EXPECT_EQ(greeks.departures.size(), 20U);
}

TEST(Schedule, AFilmWithoutDatesHasNoYear) {
    Movement undated = movement("a", "../..", 9);
    const Window window{"all", span("9999-12-31"), true, false};
    const Schedule schedule = scheduleWindow(std::vector{undated}, window, {});
    ASSERT_EQ(schedule.cells.size(), 1U);
    EXPECT_FALSE(schedule.cells[0].year.has_value());
    EXPECT_EQ(schedule.departures.size(), 9U);
}

TEST(Schedule, FilmIsFromTheFirstDayToTheLast) {
    const std::vector<Window> windows{{"b", span("1953/1957")}, {"a", span("1949/1953-05-14")}};
    EXPECT_EQ(filmSpan(windows), span("1949/1957"));
    EXPECT_FALSE(filmSpan({}).has_value());
}

}  // namespace
}  // namespace ebbflow::flow
