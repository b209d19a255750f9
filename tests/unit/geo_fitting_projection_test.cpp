// Projections that follow from what is shown, projections by plain words, and PROJ's refusals in
// words that an author understands.

#include <cmath>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "geo/domain.hpp"
#include "geo/fitting_projection.hpp"
#include "geo/great_circle.hpp"
#include "geo/projection_words.hpp"

namespace ebbflow::geo {
namespace {

using core::LonLat;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr LonLat kTokyo{139.78, 35.55}, kSanFrancisco{-122.38, 37.62}, kLondon{-0.13, 51.5},
    kSydney{151.2, -33.9}, kNewYork{-74, 40.7}, kRio{-43.2, -22.9};

std::string fitting(const std::vector<LonLat>& places, const std::vector<Passage>& passages = {}) {
    return fittingProjection(places, passages);
}

TEST(FittingProjection, OfAnOceanIsRoundItsMiddle) {
    const Projection projection(
        fitting({{13.2, -8.8}, {-38.5, -12.97}, {-69.9, 18.47}, {-9.1, 38.7}}));
    EXPECT_THAT(projection.definition(), HasSubstr("+proj=laea"));
    const auto middle = projection.inverse({0, 0});
    EXPECT_NEAR(middle->lon, -28, 8);
    EXPECT_NEAR(middle->lat, 8, 8);
}

TEST(FittingProjection, OfThreeCitiesIsAzimuthal) {
    EXPECT_THAT(fitting({kNewYork, kLondon, kRio}), HasSubstr("+proj=laea"));
}

TEST(FittingProjection, OfATownIsRoundItToTheHundredth) {
    EXPECT_EQ(fitting({{121.52, 25.09}, {121.50, 24.99}}), "+proj=laea +lat_0=25.04 +lon_0=121.51");
}

TEST(FittingProjection, OfABroadBandIsAConeAndOfAPoleIsRoundThePole) {
    EXPECT_THAT(fitting({kNewYork, kSanFrancisco, {-87.6, 41.9}}), HasSubstr("+proj=aea"));
    EXPECT_EQ(fitting({{0, 65}, {120, 66}, {-120, 64}}), "+proj=laea +lat_0=90 +lon_0=0");
    EXPECT_EQ(fitting({{0, -65}, {120, -66}, {-120, -64}}), "+proj=laea +lat_0=-90 +lon_0=0");
}

TEST(FittingProjection, OfMoreThanAHemisphereIsTheWorldCutWhereFewestPass) {
    const std::vector<Passage> pacific{
        {kTokyo, kSanFrancisco, 400}, {kSydney, kSanFrancisco, 300}, {kLondon, kRio, 10}};
    const std::string definition = fitting({}, pacific);
    EXPECT_THAT(definition, HasSubstr("+proj=eqearth"));
    const Domain domain = domainOf(Projection(definition));
    const double seam = domain.centre.lon - 180;
    EXPECT_TRUE(seam > -122 && seam < 139) << seam << " lies in the Pacific";
    EXPECT_EQ(fitting({{150, 60}, {-60, -40}, {20, 10}, {-120, 40}}), "+proj=eqearth +lon_0=11");
    EXPECT_THAT(fitting({kLondon, kSydney, kNewYork, {-58, -34}}), HasSubstr("+proj=eqearth"));
    EXPECT_EQ(fitting({}), projectionOfWords("world"));
}

TEST(FittingProjection, ShowsAllPlacesWithNorthUpOverTheirMiddle) {
    std::uint64_t drawn = 0;
    const auto random = [&] { return core::unitInterval(core::mixBits(++drawn)); };
    for (int i = 0; i < 200; ++i) {
        const LonLat about{360 * random() - 180, 160 * random() - 80};
        const double reach = 1 + 60 * random();
        std::vector<LonLat> places;
        for (int k = 0; k < 12; ++k) {
            const LonLat far{360 * random() - 180, 180 * random() - 90};
            const double km = greatCircleKm(about, far);
            places.push_back(greatCirclePoint(about, far, std::min(1.0, reach * 111 / km)));
        }
        const Projection projection(fitting(places));
        const Domain domain = domainOf(projection);
        double x = 0;
        for (const LonLat& place : places) {
            EXPECT_TRUE(domain.onMap(place));
            const auto point = projection.forward(place);
            ASSERT_TRUE(point) << projection.definition();
            x += point->x / static_cast<double>(places.size());
        }
        const auto middle = projection.inverse({0, 0});
        ASSERT_TRUE(middle) << projection.definition();
        if (std::abs(middle->lat) > 88) continue;
        const auto north = projection.forward({middle->lon, middle->lat + 0.5});
        EXPECT_NEAR(north->x, 0, 0.01) << projection.definition();
        EXPECT_GT(north->y, 40);
        EXPECT_LT(std::abs(x), 111 * reach) << projection.definition();
    }
}

TEST(ProjectionWords, EachIsAMapOfWhatItNames) {
    for (const ProjectionWord& each : projectionWords()) {
        const Projection projection{std::string(each.definition)};
        EXPECT_NO_THROW(static_cast<void>(domainOf(projection))) << each.word;
        EXPECT_EQ(projectionOfWords(std::string(each.word)), each.definition);
    }
    const auto shows = [](const char* word, LonLat place) {
        return domainOf(Projection(projectionOfWords(word))).onMap(place).has_value();
    };
    EXPECT_TRUE(shows("europe", kLondon));
    EXPECT_TRUE(shows("Pacific", kTokyo));
    EXPECT_TRUE(shows("atlantic", kRio));
}

TEST(ProjectionWords, MayBeWrittenAsPeopleWrite) {
    const std::string pole = projectionOfWords("north pole");
    for (const char* written : {"North Pole", "north_pole", "NORTH-POLE", "the North Pole"})
        EXPECT_EQ(projectionOfWords(written), pole) << written;
    EXPECT_EQ(projectionOfWords("EPSG:3035"), "EPSG:3035");
    EXPECT_EQ(projectionOfWords("+proj=merc"), "+proj=merc");
}

std::string refusal(const std::string& definition) {
    try {
        const Projection projection(definition);
    } catch (const core::Failure& failure) {
        return failure.what();
    }
    return "accepted";
}

TEST(ProjectionWords, RefusalsArePlain) {
    EXPECT_THAT(refusal("europa"), AllOf(HasSubstr("did you mean `europe`"), HasSubstr("`asia`"),
                                         HasSubstr("+proj=laea")));
    EXPECT_THAT(refusal("+proj=mercc"),
                AllOf(HasSubstr("no projection named `mercc`"), HasSubstr("`merc`")));
    EXPECT_THAT(refusal("EPSG:999999"), HasSubstr("`EPSG` lists no such number as `999999`"));
    for (const char* bad : {"+proj=lcc +lat_1=30 +lat_2=-30", "+proj=utm +zone=99",
                            "+proj=laea +lat_0=200", "nonsense", "PROJCS[\"x\"", "+proj=", "a:b"}) {
        EXPECT_THAT(refusal(bad), AllOf(Not(HasSubstr("Error 10")), Not(HasSubstr("proj_create")),
                                        Not(HasSubstr("accepted"))))
            << bad;
    }
}

}  // namespace
}  // namespace ebbflow::geo
