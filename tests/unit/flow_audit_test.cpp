// The audit: what is shown and what is not add up to the table, to the unit; and a wrong number is
// found out.
#include "flow/audit.hpp"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/figure_at.hpp"
#include "unit/flow_random.hpp"

namespace ebbflow::flow {
namespace {

using testing::HasSubstr;
using testing::Not;

core::Span span(const char* text) {
    return core::parsePeriod(text).period->span();
}

core::Instant start(const char* text) {
    return span(text).from;
}

std::vector<Window> windows() {
    return {{"alliance", span("1949/1953-05-14")},
            {"great, flow", span("1953-05-15/1957")},
            {"culture", span("1952/1956-06")},
            {"ebb", span("1959/1961")}};
}

TEST(Audit, RandomTablesBalanceToTheUnit) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        test::Random random(seed);
        const auto movements = test::randomMovements(random, 90);
        std::int64_t inTable = 0;
        for (const auto& m : movements) inTable += m.count;
        const Audit result = audit(movements, windows(), {{"students", random.in(1, 20)}});
        EXPECT_TRUE(result.balances()) << seed << '\n' << toText(result);
        std::int64_t total = 0;
        for (const auto& t : result.totals) {
            EXPECT_EQ(t.shown + t.notShown, t.total);
            total += t.total;
        }
        EXPECT_EQ(total, inTable);
    }
}

std::vector<Movement> oneRow(const char* when, std::int64_t count) {
    Movement m;
    m.id = "row";
    m.kind = "students";
    m.when = *core::parsePeriod(when).period;
    m.count = count;
    return {m};
}

TEST(Audit, AChapterWithoutLightsShowsNothing) {
    auto chapters = windows();
    chapters[2].launches = false;  // culture: inside the two chapters before
    const Audit once = audit(oneRow("1954", 1375), chapters, {});
    EXPECT_TRUE(once.balances());
    EXPECT_EQ(once.totals[0].shown, 1375);
    EXPECT_EQ(once.totals[0].again, 0);
    for (const AuditCell& cell : once.cells) EXPECT_NE(cell.chapter, "culture");

    for (Window& window : chapters) window.launches = false;
    const Audit none = audit(oneRow("1954", 1375), chapters, {});
    EXPECT_TRUE(none.balances());
    EXPECT_EQ(none.totals[0].notShown, 1375);
}

TEST(Audit, TellsWhatNoChapterShows) {
    const Audit result = audit(oneRow("1958", 378), windows(), {});
    ASSERT_EQ(result.totals.size(), 1U);
    EXPECT_TRUE(result.cells.empty());
    EXPECT_EQ(result.totals[0].notShown, 378);
    EXPECT_TRUE(result.balances());
    EXPECT_EQ(audit(oneRow("1958", 378), {}, {}).totals.at(0).notShown, 378);
}

TEST(Audit, TellsWhatOverlappingChaptersShowAgain) {
    const Audit result = audit(oneRow("1954", 365), windows(), {});
    EXPECT_EQ(result.totals.at(0).shown, 365);
    EXPECT_EQ(result.totals.at(0).again, 365);
    EXPECT_EQ(result.totals.at(0).lights, 730);
    EXPECT_TRUE(result.balances());
}

TEST(Audit, FindsAWrongNumber) {
    Audit result = audit(oneRow("1954", 365), windows(), {{"students", 10}});
    ASSERT_TRUE(result.balances());
    Audit light = result, count = result, total = result;
    ++light.cells[0].lights;
    ++count.totals[0].counted;
    --total.totals[0].notShown;
    EXPECT_FALSE(light.balances());
    EXPECT_FALSE(count.balances());
    EXPECT_FALSE(total.balances());
    EXPECT_THAT(toText(light), HasSubstr("does NOT balance"));
    EXPECT_FALSE(nlohmann::json::parse(toJson(light))["balances"].get<bool>());
}

TEST(Audit, PrintsTextCsvAndJson) {
    const Audit result = audit(oneRow("1954/1958", 1000), windows(), {{"students", 7}});
    EXPECT_THAT(toText(result), HasSubstr("balances to the unit"));
    EXPECT_THAT(toText(result), Not(HasSubstr("NOT")));
    const std::string csv = toCsv(result);
    EXPECT_THAT(csv, HasSubstr("chapter,kind,year,count,one_light,lights,remainder,what\n"));
    EXPECT_THAT(csv, testing::ContainsRegex(",students,,[0-9]+,,0,[0-9]+,not shown\n"));
    EXPECT_THAT(csv, HasSubstr("\"great, flow\",students,1955,"));
    const auto json = nlohmann::json::parse(toJson(result));
    EXPECT_TRUE(json["balances"].get<bool>());
    std::int64_t shown = 0;
    for (const auto& cell : json["cells"]) {
        shown += cell["lights"].get<std::int64_t>() * cell["one_light"].get<std::int64_t>() +
                 cell["remainder"].get<std::int64_t>();
    }
    const auto& total = json["totals"][0];
    EXPECT_EQ(shown, total["shown"].get<std::int64_t>() + total["shown_again"].get<std::int64_t>());
    EXPECT_EQ(total["shown"].get<std::int64_t>() + total["not_shown"].get<std::int64_t>(), 1000);
}

Figure figure(const char* id, const char* date, double value) {
    Figure f;
    f.id = id;
    f.date = *core::parsePeriod(date).period;
    f.value = value;
    return f;
}

TEST(FigureAt, HoldsTheLastCountedValue) {
    const std::vector<Figure> figures{
        figure("advisers", "1960-07-01", 1292), figure("other", "1955", 7),
        figure("advisers", "1949-10-01", 600), figure("advisers", "1956~", 3113)};
    const auto value = [&](const char* on) {
        const Figure* row = figureAt(figures, "advisers", start(on));
        return row == nullptr ? -1.0 : row->value;
    };
    EXPECT_EQ(value("1949-09-30"), -1);
    EXPECT_EQ(value("1949-10-01"), 600);
    EXPECT_EQ(value("1955-12-31"), 600);
    EXPECT_EQ(value("1956-01-01"), 3113);
    EXPECT_EQ(value("1960-06-30"), 3113);
    EXPECT_EQ(value("1960-07-01"), 1292);
    EXPECT_EQ(value("1999-01-01"), 1292);
    EXPECT_EQ(figureAt(figures, "none", start("1956")), nullptr);
}

TEST(FigureAt, ATotalIsKnownWhenItsPeriodIsOver) {
    EXPECT_EQ(shownFrom(figure("t", "1950/1963", 8357)), start("1963-12-31"));
    EXPECT_EQ(shownFrom(figure("t", "1950/..", 1)), start("1950-01-01"));
    EXPECT_EQ(shownFrom(figure("t", "../1950", 1)), start("1950-12-31"));
    EXPECT_EQ(shownFrom(figure("t", "1951", 1)), start("1951-01-01"));
}

}  // namespace
}  // namespace ebbflow::flow
