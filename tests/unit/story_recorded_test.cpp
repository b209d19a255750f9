// Journeys that somebody recorded, on screen: along their own ways, as long as they took.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/calendar.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

std::shared_ptr<const frame::Plan> planOfTrack(const std::string& coordinates) {
    const TemporaryFolder folder;
    std::ofstream(folder / "trips.geojson")
        << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
           R"("geometry":{"type":"LineString","coordinates":)"
        << coordinates << "}}]}";
    std::ofstream(folder / "film.yaml") << "title: Trips\nsource: register\n"
                                           "movements: trips.geojson\n"
                                           "chapters:\n  - {date: 2019-07-26/2019-07-27, length: "
                                           "48, caption: A trip.}\n";
    return planOf(filmAt(folder / "film.yaml"));
}

TEST(RecordedJourneys, LastAsLongAsTheyDid) {
    const auto plan = planOfTrack(
        "[[18.07,59.33,0,1564184363],[17.6,59.8,0,1564187996.5],[16.5,59.6,0,1564190409]]");
    ASSERT_EQ(plan->lights->vertices.size(), 1U);
    const picture::LightVertex& light = plan->lights->vertices.front();
    const DateTrack& dates = plan->timeline.chapters.at(0).dates;
    const double start = 18103.0 + 85163 / 86400.0, end = 18104.0 + 4809 / 86400.0;
    EXPECT_NEAR(dates.dayAt(static_cast<double>(light.departure)), start, 1e-4);
    EXPECT_NEAR(dates.dayAt(static_cast<double>(light.departure + light.duration)), end, 1e-4);
}

TEST(RecordedJourneys, GoRoundAndComeHome) {
    const auto plan = planOfTrack(
        "[[10,50,0,1564184363],[11,50,0,1564186363],[11,51,0,1564188363],[10,50,0,1564190409]]");
    EXPECT_EQ(plan->lights->vertices.size(), 1U);
    EXPECT_TRUE(plan->lightPlan.stays.empty());
}

/// What the chapter does not reach cannot last as long: such lights go as all others.
TEST(RecordedJourneys, ThatEndBeyondTheChapterGoLikeAnyOther) {
    const auto plan = planOfTrack("[[18.07,59.33,0,1564184363],[16.5,59.6,0,1574190409]]");
    ASSERT_EQ(plan->lights->vertices.size(), 1U);
    EXPECT_LT(plan->lights->vertices.front().duration, 10);
}

}  // namespace
}  // namespace ebbflow::story::test
