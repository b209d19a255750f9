// Shapes of departures: when within a row's period its lights leave is the script's; how many leave
// stays the table's.

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "flow/departure_rate.hpp"
#include "flow/schedule.hpp"

namespace ebbflow::flow {
namespace {

using core::DepartureShape;

class Departures : public testing::TestWithParam<DepartureShape> {};
INSTANTIATE_TEST_SUITE_P(Shapes, Departures,
                         testing::Values(DepartureShape::even, DepartureShape::firstMany,
                                         DepartureShape::lastFew),
                         [](const auto& shape) {
                             std::string name(
                                 core::kDepartureShapes[static_cast<std::size_t>(shape.param)]);
                             std::erase(name, '-');
                             return name;
                         });

Movement rowOf(const char* when, std::int64_t count, DepartureShape shape) {
    Movement row;
    row.id = "row";
    row.kind = "advisers";
    row.when = *core::parsePeriod(when).period;
    row.count = count;
    row.departures = shape;
    return row;
}

core::Span spanOfText(const char* text) {
    return core::parsePeriod(text).period->span();
}

/// Shares of the row's period at which its lights leave, in order.
std::vector<double> sharesOf(const Movement& row, const core::Span& window) {
    const core::Span own = row.when.span();
    const Schedule schedule = scheduleWindow(std::span(&row, 1), {"all", window}, {});
    std::vector<double> shares;
    for (const Departure& departure : schedule.departures)
        shares.push_back((departure.day - core::inDays(own.from)) /
                         (core::inDays(own.until) - core::inDays(own.from)));
    std::ranges::sort(shares);
    return shares;
}

TEST_P(Departures, RisesFromNobodyToAllAndIsUndone) {
    EXPECT_EQ(leftAfter(GetParam(), 0), 0);
    EXPECT_DOUBLE_EQ(leftAfter(GetParam(), 1), 1);
    double last = 0;
    for (int i = 1; i <= 1000; ++i) {
        const double passed = i / 1000.0, left = leftAfter(GetParam(), passed);
        EXPECT_GT(left, last) << passed;
        EXPECT_LT(left - last, 0.0041) << "no jump at " << passed;
        EXPECT_NEAR(passedWhen(GetParam(), left), passed, 1e-9);
        last = left;
    }
}

TEST_P(Departures, InSecondsTheSameAndNeverBack) {
    for (const std::int64_t length :
         {std::int64_t{1}, std::int64_t{7}, std::int64_t{86'400}, std::int64_t{31'557'600} << 30}) {
        EXPECT_EQ(evenSeconds(GetParam(), 0, length), 0);
        EXPECT_EQ(evenSeconds(GetParam(), length, length), length);
        std::int64_t last = 0;
        const std::int64_t step = std::max<std::int64_t>(1, length / 997);
        for (std::int64_t elapsed = 0; elapsed <= length; elapsed += step) {
            const std::int64_t even = evenSeconds(GetParam(), elapsed, length);
            EXPECT_GE(even, last);
            const double all = static_cast<double>(length);
            EXPECT_NEAR(static_cast<double>(even),
                        all * leftAfter(GetParam(), static_cast<double>(elapsed) / all),
                        1 + all * 1e-12);
            last = even;
        }
    }
}

TEST_P(Departures, PartsAddUpToTheRowWhereverTheyMeet) {
    const Movement row = rowOf("1950/1959", 997, GetParam());
    const core::Span film = spanOfText("1945/1966");
    for (const std::int64_t days : {1, 13, 100, 365, 1000, 3000}) {
        std::int64_t sum = 0;
        for (core::Instant from = film.from; from < film.until;
             from = from + days * core::kSecondsOfDay) {
            const auto part = countWithin(
                row, {from, std::min(film.until, from + days * core::kSecondsOfDay)}, film);
            EXPECT_GE(part, 0);
            sum += part;
        }
        EXPECT_EQ(sum, row.count) << days;
    }
}

TEST_P(Departures, LightsLeaveAsTheRowIsCounted) {
    const Movement row = rowOf("1960-07-17/1960-09-01", 1390, GetParam());
    const core::Span own = row.when.span();
    const auto shares = sharesOf(row, spanOfText("1960"));
    ASSERT_EQ(shares.size(), 1390U);
    EXPECT_GE(shares.front(), 0);
    EXPECT_LT(shares.back(), 1);
    for (int day = 1; day < 47; ++day) {
        const core::Instant until = own.from + day * core::kSecondsOfDay;
        const double share =
            static_cast<double>(day) * core::kSecondsOfDay / static_cast<double>(own.length());
        const auto lights = std::ranges::lower_bound(shares, share) - shares.begin();
        EXPECT_NEAR(static_cast<double>(lights),
                    static_cast<double>(countWithin(row, {own.from, until}, own)), 4)
            << "day " << day;
    }
}

TEST_P(Departures, CellsOfARowOverYearsAreExactAndLightsStayInTheirs) {
    const Movement row = rowOf("1950-03/1958-10", 5003, GetParam());
    const Schedule schedule =
        scheduleWindow(std::span(&row, 1), {"all", spanOfText("1949/1960")}, {{"advisers", 7}});
    std::int64_t sum = 0;
    for (const AuditCell& cell : schedule.cells) {
        EXPECT_TRUE(cell.balances());
        const core::Span year =
            core::wholeDays(core::toDay({*cell.year, 1, 1}), core::toDay({*cell.year, 12, 31}));
        EXPECT_EQ(cell.count, countWithin(row, year, spanOfText("1949/1960")));
        sum += cell.count;
        const auto inYear = std::ranges::count_if(schedule.departures, [&](const auto& departure) {
            return departure.day >= core::inDays(year.from) &&
                   departure.day < core::inDays(year.until);
        });
        EXPECT_EQ(inYear, cell.lights) << *cell.year;
    }
    EXPECT_EQ(sum, row.count);
}

TEST(DepartureShapes, FirstManyHasHalfGoneAfterAFifth) {
    const auto shares =
        sharesOf(rowOf("1960", 1000, DepartureShape::firstMany), spanOfText("1960"));
    EXPECT_NEAR(shares[500], 0.2, 0.01);
    EXPECT_NEAR(shares[900], 0.69, 0.02);
}

TEST(DepartureShapes, LastFewLeaveSingly) {
    const auto shares = sharesOf(rowOf("1960", 1000, DepartureShape::lastFew), spanOfText("1960"));
    const auto gap = [&](std::size_t from, std::size_t to) {
        return (shares[to] - shares[from]) / static_cast<double>(to - from);
    };
    EXPECT_NEAR(shares[600], 0.5, 0.01) << "evenly at first";
    EXPECT_GT(gap(989, 999), 6 * gap(100, 600));
    EXPECT_GT(shares.back(), 0.97) << "the last one waits nearly to the end";
}

}  // namespace
}  // namespace ebbflow::flow
