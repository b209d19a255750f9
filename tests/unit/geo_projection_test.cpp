// Projections go there and back, use kilometres whatever the CRS's unit, and refuse with PROJ's
// reason.

#include <cmath>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "geo/domain.hpp"
#include "geo/great_circle.hpp"
#include "geo/projection.hpp"

namespace ebbflow::geo {
namespace {

using core::LonLat;
using core::MapPoint;

std::string reasonFor(const std::string& definition) {
    try {
        const Projection projection(definition);
        static_cast<void>(domainOf(projection));
    } catch (const core::Failure& failure) {
        return failure.what();
    }
    return "accepted";
}

class RoundTrip : public testing::TestWithParam<const char*> {};

TEST_P(RoundTrip, ThereAndBackIsTheSamePlace) {
    const Projection projection(GetParam());
    const Domain domain = domainOf(projection);
    int tried = 0;
    for (double lon = -175; lon <= 180; lon += 13) {
        for (double lat = -86; lat <= 86; lat += 7) {
            LonLat place{lon, lat};
            if (domain.shape == Domain::Shape::window) {
                place.lon += 360 * std::round((domain.centre.lon - lon) / 360);
            }
            if (domain.insideness(place) <= 0.02) continue;
            const auto point = projection.forward(place);
            ASSERT_TRUE(point) << lon << ' ' << lat;
            const auto back = projection.inverse(*point);
            ASSERT_TRUE(back) << lon << ' ' << lat;
            // Robinson's inverse in PROJ stops at two metres.
            EXPECT_LT(greatCircleKm(*back, place), 0.005) << lon << ' ' << lat;
            ++tried;
        }
    }
    EXPECT_GT(tried, 100);
}

INSTANTIATE_TEST_SUITE_P(Projections, RoundTrip,
                         testing::Values("+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84",
                                         "+proj=aea +lat_1=40 +lat_2=62 +lat_0=50 +lon_0=80",
                                         "+proj=eqdc +lat_1=47 +lat_2=62 +lat_0=50 +lon_0=85",
                                         "EPSG:3857", "+proj=ortho +lat_0=40 +lon_0=100",
                                         "+proj=robin +lon_0=150", "+proj=eqearth", "EPSG:3995",
                                         "+proj=tmerc +lon_0=100", "+proj=eqc +lon_0=-170",
                                         "+proj=lcc +lat_1=30 +lat_2=60 +lon_0=90",
                                         "+proj=stere +lat_0=-90",
                                         "+proj=aeqd +lat_0=39.9 +lon_0=116.4"));

TEST(Projection, GivesKilometresWhateverTheUnit) {
    const LonLat moscow{37.62, 55.75};
    const std::string base = "+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84";
    const MapPoint metres = *Projection(base + " +units=m").forward(moscow);
    const MapPoint feet = *Projection(base + " +units=us-ft").forward(moscow);
    const MapPoint km = *Projection(base + " +units=km").forward(moscow);
    EXPECT_NEAR(metres.x, feet.x, 1e-6);
    EXPECT_NEAR(metres.y, km.y, 1e-6);
    EXPECT_NEAR(metres.x, -2536, 60);
    EXPECT_NEAR(metres.y, 1392, 60);
}

TEST(Projection, SaysNothingWhereItIsNotDefined) {
    const Projection ortho("+proj=ortho +lat_0=0 +lon_0=0");
    EXPECT_FALSE(ortho.forward({180, 0}));
    EXPECT_FALSE(ortho.inverse({9000, 0}));
    EXPECT_FALSE(ortho.forward({std::nan(""), 0}));
    const Projection laea("+proj=laea +lat_0=50 +lon_0=80");
    EXPECT_FALSE(laea.inverse({30000, 0}));
    // After a failure the next answer is right again.
    EXPECT_TRUE(laea.forward({80, 50}));
}

TEST(Projection, KeepsLongitudesBeyond180InPlace) {
    const Projection laea("+proj=laea +lat_0=50 +lon_0=80");
    const MapPoint a = *laea.forward({-170, 66}), b = *laea.forward({190, 66});
    EXPECT_NEAR(a.x, b.x, 1e-6);
    EXPECT_NEAR(a.y, b.y, 1e-6);
}

TEST(Projection, TakesAnotherPrimeMeridianIntoAccount) {
    // Greenwich degrees in, for a CRS that counts from Paris.
    const auto p = Projection("+proj=eqc +pm=paris +datum=WGS84").forward({2.33722917, 0});
    ASSERT_TRUE(p);
    EXPECT_NEAR(p->x, 0, 0.01);
}

TEST(Projection, RefusesWithAReason) {
    EXPECT_THAT(reasonFor("+proj=nonsense"), testing::HasSubstr("no projection named `nonsense`"));
    EXPECT_THAT(reasonFor("+proj=utm +zone=99"), testing::HasSubstr("cannot use"));
    EXPECT_THAT(reasonFor(""), testing::HasSubstr("cannot use"));
    EXPECT_THAT(reasonFor("EPSG:4326"), testing::HasSubstr("+proj=eqc"));
    EXPECT_THAT(reasonFor("+proj=longlat +datum=WGS84"), testing::HasSubstr("degrees"));
    EXPECT_THAT(reasonFor("EPSG:4978"), testing::HasSubstr("not a projected CRS"));
    EXPECT_THAT(reasonFor("+proj=igh"), testing::HasSubstr("interrupted"));
    EXPECT_THAT(reasonFor("EPSG:99999999"), testing::HasSubstr("cannot use"));
}

TEST(Projection, NamesNoFiles) {
    for (const char* file : {"/etc/passwd", "../a.gsb", "~/a.gsb", "@/etc/passwd", "null,/etc/a"}) {
        const std::string named = std::string("+proj=utm +zone=33 +ellps=bessel +nadgrids=") + file;
        EXPECT_THAT(reasonFor(named), testing::HasSubstr("only PROJ's own are read")) << named;
        EXPECT_THAT(reasonFor("+proj=utm +zone=33 +geoidgrids=" + std::string(file) + " +no_defs"),
                    testing::HasSubstr("only PROJ's own are read"));
    }
    EXPECT_THAT(reasonFor("+init=/tmp/a:33 +type=crs"), testing::HasSubstr("the file `/tmp/a:33`"));
    // A name of PROJ's own is no path, nor is a system's.
    EXPECT_NO_THROW(Projection("+proj=utm +zone=33 +ellps=bessel +nadgrids=@null"));
    EXPECT_NO_THROW(Projection("WGS 84 / Pseudo-Mercator"));
}

TEST(Projection, ClonesServeOtherThreads) {
    const Projection original("+proj=laea +lat_0=50 +lon_0=80");
    const MapPoint expected = *original.forward({116.4, 39.9});
    std::vector<MapPoint> found(4);
    {
        std::vector<std::jthread> threads;
        for (MapPoint& slot : found) {
            threads.emplace_back([&slot, clone = original.clone()] {
                for (int i = 0; i < 1000; ++i) slot = *clone.forward({116.4, 39.9});
            });
        }
    }
    EXPECT_THAT(found, testing::Each(expected));
}

TEST(Domain, KnowsTheFamilies) {
    const auto domain = [](const char* definition) { return domainOf(Projection(definition)); };
    EXPECT_EQ(domain("+proj=laea +lat_0=50 +lon_0=80").shape, Domain::Shape::cap);
    EXPECT_EQ(domain("+proj=laea +lat_0=50 +lon_0=80").centre, (LonLat{80, 50}));
    EXPECT_LT(domain("+proj=ortho +lat_0=50 +lon_0=80").radius, 90);
    EXPECT_EQ(domain("EPSG:3995").centre.lat, 90);
    EXPECT_EQ(domain("EPSG:32633").centre.lon, 15);
    EXPECT_EQ(domain("+proj=robin +lon_0=150").shape, Domain::Shape::window);
    EXPECT_EQ(domain("+proj=robin +lon_0=150").centre.lon, 150);
    EXPECT_NEAR(domain("EPSG:3857").north, 85.05, 0.01);
}

}  // namespace
}  // namespace ebbflow::geo
