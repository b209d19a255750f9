// Works: what the table's dates make of a square on a day, and where the squares of a city lie.

#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

core::Period period(const std::string& text) {
    return core::parsePeriod(text).period.value();
}

double day(int year, int month, int date) {
    return core::inDays(core::startOf(core::toDay({year, month, date})));
}

TEST(SiteState, FollowsTheDatesOfTheTable) {
    flow::Site site;
    site.begun = period("1953");
    site.done = period("1956");
    EXPECT_FALSE(siteStateOn(site, day(1952, 12, 31)).begun);
    EXPECT_TRUE(siteStateOn(site, day(1953, 1, 1)).begun);
    EXPECT_FALSE(siteStateOn(site, day(1956, 12, 31)).done) << "done when the year is over";
    EXPECT_TRUE(siteStateOn(site, day(1957, 1, 1)).done);
    double last = 0;
    for (double d = day(1952, 1, 1); d < day(1958, 1, 1); d += 11) {
        const SiteState state = siteStateOn(site, d);
        EXPECT_GE(state.progress, last);
        EXPECT_LE(state.progress, 1);
        EXPECT_TRUE(state.dated);
        last = state.progress;
    }
    EXPECT_EQ(last, 1);
}

TEST(SiteState, StaysUnfinishedWhenHalted) {
    flow::Site site;
    site.begun = period("1958");
    site.done = period("1962");
    site.halted = period("1960-07-16");
    const double halt = day(1960, 7, 16);
    EXPECT_FALSE(siteStateOn(site, halt - 1).halted);
    const SiteState then = siteStateOn(site, halt), later = siteStateOn(site, day(1970, 1, 1));
    EXPECT_TRUE(then.halted && later.halted);
    EXPECT_FALSE(later.done);
    EXPECT_EQ(then.progress, later.progress);
    EXPECT_LT(later.progress, 1);
}

TEST(SiteState, WithoutDatesNothingIsClaimed) {
    const SiteState undated = siteStateOn({}, day(1957, 1, 1));
    EXPECT_FALSE(undated.dated || undated.begun || undated.done || undated.halted);
    flow::Site begun;
    begun.begun = period("1955");
    const SiteState open = siteStateOn(begun, day(1990, 1, 1));
    EXPECT_TRUE(open.begun);
    EXPECT_FALSE(open.done);
    EXPECT_EQ(open.progress, 0) << "how far it is, is not known";
}

TEST(SitePlan, SquaresOfACityLieApartInsideItsBlock) {
    const auto film = exchangeFilm();
    const SitePlan plan = planSites(*film);
    EXPECT_EQ(plan.sites.size(), film->tables.sites.size());
    for (std::size_t i = 0; i < plan.sites.size(); ++i) {
        const PlannedSite& site = plan.sites[i];
        const auto block = std::ranges::find(plan.blocks, site.at, &SiteBlock::at);
        ASSERT_NE(block, plan.blocks.end());
        EXPECT_GE(site.offset.x - kSquareSide / 2, block->box.x - 1e-9);
        EXPECT_LE(site.offset.x + kSquareSide / 2, block->box.x + block->box.width + 1e-9);
        EXPECT_GE(site.offset.y - kSquareSide / 2, block->box.y - 1e-9);
        EXPECT_LE(site.offset.y + kSquareSide / 2, block->box.y + block->box.height + 1e-9);
        for (std::size_t j = 0; j < i; ++j) {
            if (plan.sites[j].at != site.at) continue;
            const double apart = std::max(std::abs(plan.sites[j].offset.x - site.offset.x),
                                          std::abs(plan.sites[j].offset.y - site.offset.y));
            EXPECT_GE(apart, kSquareSide + 1);
        }
    }
}

TEST(SitePlan, UndatedWorksWaitForTheFirstDatedOne) {
    const auto film = exchangeFilm();
    const SitePlan plan = planSites(*film);
    std::optional<core::Day> first;
    for (const flow::Site& site : film->tables.sites) {
        if (site.begun) first = std::min(first.value_or(site.begun->first()), site.begun->first());
    }
    ASSERT_TRUE(first);
    EXPECT_EQ(plan.first, *first);
    for (const SiteBlock& block : plan.blocks) EXPECT_GE(block.first, plan.first);
}

TEST(SitePlan, NoSquareIsOnTheMapBeforeTheFirstWork) {
    const auto plan = planOf(exchangeFilm());
    const PlannedChapter& before = plan->timeline.chapters.front();
    ASSERT_LT(before.lastDay, plan->sites.first);
    for (double t = 0; t < before.end.seconds(); t += 1.7) {
        EXPECT_TRUE(frame::describe(*plan, core::FilmTime::fromSeconds(t)).squares.empty()) << t;
    }
}

}  // namespace
}  // namespace ebbflow::story::test
