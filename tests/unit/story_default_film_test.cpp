// The default film as it is planned: what its counters show on each day, who sets out when, and how
// its chapters follow each other.

#include <gtest/gtest.h>

#include <set>

#include "flow/figure_at.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

core::Day day(int year, int month, int date) {
    return core::toDay({year, month, date});
}

double shown(const film::Film& film, std::string_view id, core::Instant on) {
    const flow::Figure* figure = flow::figureAt(film.tables.figures, id, on);
    return figure == nullptr ? -1 : figure->value;
}

TEST(DefaultFilm, ItsScriptAndTablesAreClean) {
    core::Diagnostics diagnostics;
    LoadOptions options;
    options.atlasFolder = EBBFLOW_SOURCE_DIR "/geodata";
    options.geometry = false;
    const auto film =
        loadFilm(EBBFLOW_SOURCE_DIR "/scenes/china-soviet-union", options, diagnostics);
    ASSERT_TRUE(film);
    film::checkFilm(*film, diagnostics);
    EXPECT_EQ(words(diagnostics), "") << "not even a warning";
    EXPECT_FALSE(film->tables.figures.empty());
    EXPECT_FALSE(film->tables.movements.empty());
}

TEST(DefaultFilm, ShowsEachCountOnItsDayAndNeverLessThanNothing) {
    const auto film = defaultFilm();
    std::set<std::string> ids;
    for (const flow::Figure& figure : film->tables.figures) ids.insert(figure.id);
    for (const std::string& id : ids) {
        for (core::Day d = day(1921, 1, 1); d <= day(1966, 12, 31); d = d + 17) {
            const flow::Figure* figure = flow::figureAt(film->tables.figures, id, core::startOf(d));
            EXPECT_TRUE(figure == nullptr || figure->value >= 0) << id;
        }
    }
    for (const flow::Figure& figure : film->tables.figures) {
        EXPECT_EQ(shown(*film, figure.id, flow::shownFrom(figure)), figure.value) << figure.id;
    }
}

TEST(DefaultFilm, StocksAreTheCountedOnes) {
    const auto film = defaultFilm();
    EXPECT_EQ(shown(*film, "advisers_in_china", core::startOf(day(1949, 9, 30))), -1)
        << "nothing is made up";
    EXPECT_EQ(shown(*film, "advisers_in_china", core::startOf(day(1949, 10, 1))), 600);
    EXPECT_EQ(shown(*film, "advisers_in_china", core::startOf(day(1950, 1, 31))), 2200);
    EXPECT_EQ(shown(*film, "advisers_in_china", core::startOf(day(1956, 12, 31))), 3113);
    EXPECT_EQ(shown(*film, "advisers_in_china", core::startOf(day(1960, 7, 1))), 1292);
    EXPECT_EQ(shown(*film, "students_moscow", core::startOf(day(1921, 6, 1))), 36);
    EXPECT_EQ(shown(*film, "students_moscow", core::startOf(day(1926, 12, 31))), 500);
}

TEST(DefaultFilm, AfterTheNoteExpertsComeOnlyWhereASourceSaysSo) {
    const auto film = defaultFilm();
    for (const flow::Movement& row : film->tables.movements) {
        if (row.kind != "advisers" || row.when.last() <= day(1960, 7, 16)) continue;
        EXPECT_EQ(row.sources, std::vector<std::string>{"filatov"}) << row.id;
    }
}

TEST(DefaultFilm, HasSevenChaptersInAboutThreeMinutes) {
    const auto plan = planOf(defaultFilm());
    std::vector<std::string> ids;
    for (const auto& chapter : plan->film->scene.chapters) ids.push_back(chapter.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"beacon", "thin_thread", "alliance", "great_flow",
                                             "culture", "estrangement", "legacy"}));
    // The end card comes on top.
    const double story = plan->timeline.steps.back().start.seconds();
    EXPECT_GE(story, 160);
    EXPECT_LE(story, 195);
}

TEST(DefaultFilm, TimeCrawlsInTheSummerOf1960) {
    const Timeline timeline = planOf(defaultFilm())->timeline;
    const auto daysASecond = [](const PlannedStep& step, const DateTrack& dates) {
        const double start = step.start.seconds(), end = step.end().seconds();
        return (dates.dayAt(end - 0.01) - dates.dayAt(start)) / (end - start);
    };
    double slowest = 1e9, withdrawal = 0;
    for (const PlannedStep& step : timeline.steps) {
        const DateTrack& dates = timeline.chapters[step.chapter].dates;
        const double speed = daysASecond(step, dates);
        const core::Day first{static_cast<int>(dates.dayAt(step.start.seconds() + 0.01))};
        if (first == day(1960, 7, 17)) {
            withdrawal = speed;
        } else if (speed > 0.5 && step.length.seconds() > 6) {  // not one day, month or rush
            slowest = std::min(slowest, speed);
        }
    }
    ASSERT_GT(withdrawal, 0);
    EXPECT_LT(withdrawal, 4);
    EXPECT_LT(withdrawal, slowest) << "no other long step passes its days so slowly";
}

}  // namespace
}  // namespace ebbflow::story::test
