// Films of anybody's places: ways over the map's edge are flown to their end, journeys within a
// place stand in rings, the audit knows what is seen, and the first view fits what there is.

#include <cmath>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/audit.hpp"
#include "frame/describe.hpp"
#include "picture/easing.hpp"
#include "story/sightings.hpp"
#include "story/standing_notes.hpp"
#include "story/stays.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

using testing::AllOf;
using testing::HasSubstr;

std::string flights(const std::string& map, const std::string& more = {}) {
    return "title: Flights\nsource: register\n" + map +
           R"(movements:
  - {kind: flights, from: {lat: 35.55, lon: 139.78}, to: {lat: 37.62, lon: -122.38}, when: 2019, count: 200}
  - {kind: polar, from: {lat: 25.25, lon: 55.36}, to: {lat: 37.62, lon: -122.38}, when: 2019, count: 200}
chapters:
  - {date: 2019, length: 6, caption: Across the Pacific.)" +
           more + "}\n";
}

const Stream& streamOf(const frame::Plan& plan, std::string_view kind) {
    for (const Stream& stream : plan.lightPlan.streams) {
        if (plan.lightPlan.kinds[stream.kind].name == kind) return stream;
    }
    throw std::runtime_error("no such stream");
}

/// Whether some part of the way holds that share of it.
bool isDrawn(const picture::Lights& lights, std::uint32_t first, double share) {
    for (std::uint32_t path = first; path < lights.endOfWay(first); ++path) {
        if (lights.part(path).begin <= share && share <= lights.part(path).end) return true;
    }
    return false;
}

TEST(Seams, LightsGoOnAtTheOtherSide) {
    for (const char* name : {"eqc", "merc", "robin", "moll"}) {
        const auto plan =
            planOf(filmOf(flights("map: {projection: +proj=" + std::string(name) + "}\n")));
        const Stream& stream = streamOf(*plan, "flights");
        EXPECT_GE(plan->lights->part(stream.path).count, 2U) << name;
        for (double share = 0.001; share < 1; share += 0.001)
            EXPECT_TRUE(isDrawn(*plan->lights, stream.path, share));
        EXPECT_TRUE(isDrawn(*plan->lights, stream.path, 0.999)) << name;
        const auto seen = sightings(*plan);
        EXPECT_EQ(seen.at("flights").seen, 200) << name;
        EXPECT_EQ(seen.at("flights").neverSeen(), 0) << name;
    }
}

TEST(Seams, EachLightShinesOnOnePartAtATime) {
    const auto plan = planOf(filmOf(flights("map: {projection: +proj=eqc}\n")));
    const picture::Lights& lights = *plan->lights;
    const Stream& stream = streamOf(*plan, "flights");
    std::size_t vertices = 0;
    for (const picture::LightVertex& light : lights.vertices)
        vertices +=
            light.path >= stream.path && light.path < lights.endOfWay(stream.path) ? 1U : 0U;
    EXPECT_EQ(vertices, 200U * lights.part(stream.path).count);
    for (double u = 0.0005; u < 1; u += 0.001) {
        const auto way = static_cast<float>(picture::travelled(u));
        int on = 0;
        for (std::uint32_t path = stream.path; path < lights.endOfWay(stream.path); ++path) {
            const float local = lights.part(path).local(way);
            on += local >= 0 && local <= 1 ? 1 : 0;
        }
        EXPECT_LE(on, 1) << u;
    }
}

TEST(Seams, ThreadsAndRibbonsLieOnEveryPart) {
    const auto plan =
        planOf(filmOf(flights("map: {projection: +proj=eqc}\n", ", accumulate: all")));
    const auto frame = frame::describe(*plan, core::FilmTime::fromSeconds(5));
    const Stream& stream = streamOf(*plan, "flights");
    for (std::uint32_t path = stream.path; path < plan->lights->endOfWay(stream.path); ++path) {
        EXPECT_TRUE(std::ranges::any_of(
            frame.ribbons, [&](const picture::Ribbon& ribbon) { return ribbon.path == path; }));
    }
}

TEST(Seams, AFollowingCameraStaysOnTheSideWhereMostAre) {
    const auto plan = planOf(filmOf(
        flights("map: {projection: +proj=eqc}\n", ", camera: {follow: flights, width: 6000 km}")));
    // The middle of the map is where nobody flies: the camera passes it in a moment.
    int inTheMiddle = 0, looks = 0;
    for (double t = 1; t < 5.5; t += 0.1, ++looks) {
        const auto view = cameraAt(plan->timeline, core::FilmTime::fromSeconds(t));
        inTheMiddle += std::abs(view.center.x) < 8000 ? 1 : 0;
    }
    EXPECT_LT(inTheMiddle, looks / 2);
}

const std::string kProvinces = R"(title: Provinces
source: census
movements:
  - {kind: moves, from: {lat: 31.1, lon: 72.7}, to: {lat: 31.1, lon: 72.7}, when: 2010, count: 5000}
  - {kind: moves, from: {lat: 31.1, lon: 72.7}, to: {lat: 25.9, lon: 68.5}, when: 2010, count: 800}
  - {kind: moves, from: {lat: 25.9, lon: 68.5}, to: {lat: 31.1, lon: 72.7}, when: 2010, count: 300}
  - {kind: moves, from: {lat: 25.9, lon: 68.5}, to: {lat: 25.9, lon: 68.5}, when: 2010, count: 2000}
flows: {moves: {one_light: 10}}
chapters:
  - {date: 2010, length: 8, caption: Moves in a year.)";

TEST(Stays, StandInRingsSizedByCountAndAreNoLights) {
    const auto plan = planOf(filmOf(kProvinces + "}\n"));
    ASSERT_EQ(plan->lightPlan.stays.size(), 2U);
    EXPECT_EQ(plan->lights->vertices.size(), 110U);
    const auto frame = frame::describe(*plan, core::FilmTime::fromSeconds(6.5));
    std::vector<double> radii;
    for (const picture::Ring& ring : frame.rings) {
        if (ring.width == 2.5F) radii.push_back(ring.radius);
    }
    ASSERT_EQ(radii.size(), 2U);
    EXPECT_GT(std::max(radii[0], radii[1]), 1.1 * std::min(radii[0], radii[1]));
    EXPECT_NEAR(stayRadius(5000, 5000) - stayRadius(1e-9, 5000),
                2 * (stayRadius(1250, 5000) - stayRadius(1e-9, 5000)), 1e-3);
    EXPECT_THAT(standingNotes(*plan, 0), AllOf(testing::Contains("ring: journeys within one place"),
                                               testing::Contains(HasSubstr("5,000"))));
}

TEST(Stays, AreCountedApartFromWhatIsSeenToMove) {
    const auto plan = planOf(filmOf(kProvinces + "}\n"));
    const flow::Sightings seen = sightings(*plan).at("moves");
    EXPECT_EQ(seen.seen, 110);
    EXPECT_EQ(seen.rings, 700);
    EXPECT_EQ(seen.neverSeen(), 0);
}

TEST(Sightings, OfWhatNoCameraLooksAtAreNone) {
    const auto plan =
        planOf(filmOf(kProvinces + ", camera: {center: {lat: 60, lon: 10}, width: 800 km}}\n"));
    const flow::Sightings seen = sightings(*plan).at("moves");
    EXPECT_EQ(seen.seen, 0);
    EXPECT_EQ(seen.rings, 0);
    EXPECT_EQ(seen.outsidePicture, 810);
}

TEST(Sightings, OfWaysOffTheMapAreNone) {
    const auto plan = planOf(filmOf(flights(
        "map: {projection: +proj=ortho +lat_0=-30 +lon_0=-10}\n", ", camera: {width: 12000 km}")));
    const flow::Sightings seen = sightings(*plan).at("flights");
    EXPECT_EQ(seen.offMap, 200);
    EXPECT_EQ(seen.launched(), 200);
}

TEST(Sightings, ThatDoNotAddUpDoNotBalance) {
    flow::KindTotal total;
    total.lights = 5;
    EXPECT_TRUE(total.balances());
    total.sightings = flow::Sightings{.seen = 5};
    EXPECT_TRUE(total.balances());
    total.sightings->rings = 1;
    EXPECT_FALSE(total.balances()) << "shown is claimed for more than there are";
}

picture::CameraView firstView(const std::string& movements) {
    const auto plan = planOf(filmOf("title: x\nsource: y\nmovements:\n" + movements +
                                    "chapters:\n  - {date: 2019, length: 6, caption: So.}\n"));
    return cameraAt(plan->timeline, core::FilmTime::fromSeconds(1));
}

TEST(FirstView, FitsTheFlowsDownToATown) {
    const auto town = firstView(
        "  - {kind: rides, from: {lat: 25.09, lon: 121.52}, to: {lat: 24.99, lon: 121.50}, when: "
        "2019, count: 90}\n");
    EXPECT_LT(town.widthKm, 60);
    EXPECT_GT(town.widthKm, 10);
    EXPECT_LT(std::hypot(town.center.x, town.center.y), 20);
    const auto ocean = firstView(
        "  - {kind: ships, from: {lat: 38.7, lon: -9.1}, to: {lat: 18.47, lon: -69.9}, when: 2019, "
        "count: 90}\n  - {kind: ships, from: {lat: -8.8, lon: 13.2}, to: {lat: -12.97, lon: "
        "-38.5}, "
        "when: 2019, count: 90}\n");
    EXPECT_GT(ocean.widthKm, 9000);
    EXPECT_LT(ocean.widthKm, 25000);
}

TEST(FirstView, OfNothingButOwnLayersIsWhatTheyCover) {
    const TemporaryFolder folder;
    std::ofstream(folder / "way.geojson")
        << R"({"type":"LineString","coordinates":[[20,50],[30,50],[30,55]]})";
    std::ofstream(folder / "film.yaml")
        << "title: x\nsource: y\nmap: {layers: {rail: way.geojson}}\n"
           "chapters:\n  - {date: 1905, length: 6, caption: So.}\n"
           "  - {date: 1905, length: 6, show: [Warsaw]}\n";
    const auto plan = planOf(filmAt(folder / "film.yaml"));
    const auto view = cameraAt(plan->timeline, core::FilmTime::fromSeconds(1));
    EXPECT_GT(view.widthKm, 716) << "ten degrees at 50 north";
    EXPECT_LT(view.widthKm, 2500);
    const auto shown = cameraAt(plan->timeline, core::FilmTime::fromSeconds(11.9));
    EXPECT_DOUBLE_EQ(1800, shown.widthKm) << "a way says nothing of how near the atlas bears";
}

}  // namespace
}  // namespace ebbflow::story::test
