// The graph over the years: it holds all that the table has, each hue once, those going home apart.

#include <gtest/gtest.h>

#include <numeric>

#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

double sum(const StreamBand& band) {
    return std::accumulate(band.perBin.begin(), band.perBin.end(), 0.0);
}

TEST(StreamGraph, HoldsEverybodyOfTheTable) {
    const auto plan = planOf(filmOf(kFilm));
    const StreamGraph& graph = plan->streamGraph;
    EXPECT_EQ(graph.span, core::parsePeriod("1950/1956").period->span());
    ASSERT_EQ(graph.bands.size(), 3U);
    for (const StreamBand& band : graph.bands) {
        ASSERT_EQ(band.perBin.size(), 84U);
        // Nothing lies within two months of either end, so that smoothing keeps the sum.
        const double expected = band.share.below ? 77 : band.hue == "students" ? 375 + 583 : 1003;
        EXPECT_NEAR(sum(band), expected, 1e-6) << band.hue;
    }
}

TEST(StreamGraph, PutsThoseWhoGoHomeInTheirHueOnTheOtherSide) {
    const auto plan = planOf(filmOf(kFilm));
    const auto home = std::ranges::find_if(plan->streamGraph.bands,
                                           [](const StreamBand& band) { return band.share.below; });
    ASSERT_NE(home, plan->streamGraph.bands.end());
    EXPECT_EQ(home->hue, "advisers");
    for (std::size_t month = 0; month < home->perBin.size(); ++month) {
        const bool near = month >= 72 && month <= 76;  // two months about March 1956
        EXPECT_EQ(home->perBin[month] > 0, near) << month;
    }
}

TEST(StreamGraph, ItsHighestIsTheLargestMonthOfOneSide) {
    const auto plan = planOf(exchangeFilm());
    const StreamGraph& graph = plan->streamGraph;
    double highest = 0;
    for (const bool below : {false, true}) {
        for (std::size_t month = 0; month < graph.bands.at(0).perBin.size(); ++month) {
            double total = 0;
            for (const StreamBand& band : graph.bands)
                if (band.share.below == below) total += band.perBin[month];
            highest = std::max(highest, total);
        }
    }
    EXPECT_DOUBLE_EQ(graph.highest, highest);
    EXPECT_EQ(graph.positionOf(core::inDays(graph.span.from)), 0);
    EXPECT_EQ(graph.positionOf(core::inDays(graph.span.until)), 1);
    EXPECT_EQ(graph.positionOf(-1e6), 0);
}

}  // namespace
}  // namespace ebbflow::story::test
