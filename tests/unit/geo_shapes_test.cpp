// Unwrapping, cutting and filling of single shapes whose answers are known.

#include <cmath>

#include <gtest/gtest.h>

#include "geo/chains.hpp"
#include "geo/cut_line.hpp"
#include "geo/cut_polygon.hpp"
#include "geo/great_circle.hpp"
#include "geo/sphere.hpp"
#include "geo/triangulate.hpp"
#include "geo/unwrap.hpp"

namespace ebbflow::geo {
namespace {

Polygon box(double west, double south, double east, double north) {
    return {{{{west, south}, {east, south}, {east, north}, {west, north}}}};
}

double cutArea(const char* definition, const Polygon& degrees) {
    const Projection projection(definition);
    const Domain domain = domainOf(projection);
    Geos geos;
    PolygonCutter cutter(projection, domain, geos);
    double area = 0;
    for (const Polygon& piece : cutter.cut(degrees)) area += areaOf(piece);
    return area;
}

/// Area of a box of degrees on the authalic sphere, of the same surface as WGS 84; within 0.7 %.
double sphereArea(double west, double south, double east, double north) {
    constexpr double kAuthalicKm = 6371.0072;
    return kAuthalicKm * kAuthalicKm * (east - west) * kDegree *
           (std::sin(north * kDegree) - std::sin(south * kDegree));
}

constexpr const char* kLaea = "+proj=laea +lat_0=50 +lon_0=80";

TEST(Unwrap, RingsRunOnAcrossTheAntimeridian) {
    Ring ring{{170, 60}, {179.9, 60}, {-179.9, 61}, {-170, 65}, {179, 66}};
    unwrapRing(ring);
    EXPECT_EQ(ring.size(), 5U);
    EXPECT_DOUBLE_EQ(ring[2].x, 180.1);
    EXPECT_DOUBLE_EQ(ring[3].x, 190);
    EXPECT_DOUBLE_EQ(ring[4].x, 179);
}

TEST(Unwrap, PoleRingsAreClosedOverThePole) {
    Ring ring;
    for (int lon = -170; lon < 190; lon += 20) ring.emplace_back(lon > 180 ? lon - 360 : lon, -70);
    unwrapRing(ring);
    EXPECT_DOUBLE_EQ(boxOf(ring).low.y, -90);
    EXPECT_NEAR(std::abs(twiceSignedArea(ring)) / 2, 360 * 20, 1e-9);
    // Its outline has no edge along the pole… and on a map it is the polar cap.
    EXPECT_NEAR(cutArea("EPSG:3031", {{ring}}) / 1e6, 15.4, 1.0);
    EXPECT_NEAR(cutArea("+proj=laea +lat_0=-90", {{ring}}) / sphereArea(-180, -90, 180, -70), 1,
                0.01);
}

TEST(Unwrap, HolesFollowTheirOutline) {
    Polygon polygon{
        {{{170, 50}, {-150, 50}, {-150, 70}, {170, 70}}, {{-170, 55}, {-170, 60}, {-165, 60}}}};
    unwrapPolygon(polygon);
    EXPECT_DOUBLE_EQ(polygon.rings[1][0].x, 190);
}

TEST(Unwrap, OutlinesLeaveOutPoleAndAntimeridian) {
    const auto lines = outlines(box(-180, -90, 180, -70));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_FALSE(lines[0].closed);
    EXPECT_EQ(lines[0].points, (std::vector<glm::dvec2>{{180, -70}, {-180, -70}}));
    EXPECT_TRUE(outlines(box(0, 0, 10, 10))[0].closed);
}

TEST(CutPolygon, EqualAreaMapsKeepAreas) {
    for (const char* map : {kLaea, "+proj=aea +lat_1=40 +lat_2=62 +lon_0=80", "+proj=eqearth",
                            "+proj=laea +lat_0=-30 +lon_0=-120", "+proj=moll +lon_0=170"}) {
        // Wholly inside, across a cut, across the antimeridian, round the pole, the far side.
        EXPECT_NEAR(cutArea(map, box(40, 30, 90, 60)) / sphereArea(40, 30, 90, 60), 1, 0.01) << map;
        EXPECT_NEAR(cutArea(map, box(-130, 10, -60, 40)) / sphereArea(-130, 10, -60, 40), 1, 0.01);
        EXPECT_NEAR(cutArea(map, box(150, -20, 230, 50)) / sphereArea(150, -20, 230, 50), 1, 0.01);
        EXPECT_NEAR(cutArea(map, box(-180, 60, 180, 90)) / sphereArea(-180, 60, 180, 90), 1, 0.01);
        EXPECT_NEAR(cutArea(map, box(-180, -90, 180, -60)) / sphereArea(-180, -90, 180, -60), 1,
                    0.01);
        EXPECT_NEAR(cutArea(map, box(-180, -90, 180, 90)) / sphereArea(-180, -90, 180, 90), 1,
                    0.01);
    }
}

TEST(CutPolygon, TheHemisphereIsADisc) {
    const double disc = cutArea("+proj=ortho +lat_0=20 +lon_0=10", box(-180, -90, 180, 90));
    EXPECT_NEAR(disc / (M_PI * kEarthRadiusKm * kEarthRadiusKm), 1, 0.005);
    EXPECT_EQ(cutArea("+proj=ortho +lat_0=0 +lon_0=0", box(170, -5, 190, 5)), 0);
}

TEST(CutPolygon, AShapeRoundTheAntipodeTurnsInsideOut) {
    // Antipode of 80 E 50 N: 100 W 50 S.
    EXPECT_NEAR(cutArea(kLaea, box(-120, -60, -80, -40)) / sphereArea(-120, -60, -80, -40), 1,
                0.01);
}

TEST(CutLine, IsSplitAtTheCutMeridian) {
    const Projection robinson("+proj=robin +lon_0=0");
    const Domain domain = domainOf(robinson);
    const LineCutter cutter(robinson, domain);
    const auto pieces = cutter.cut({{{170, 10}, {190, 20}}, false});
    ASSERT_EQ(pieces.size(), 2U);
    for (const Polyline& piece : pieces) {
        for (std::size_t i = 1; i < piece.points.size(); ++i) {
            EXPECT_LT(std::abs(piece.points[i].x - piece.points[i - 1].x), 1000);
        }
    }
}

TEST(CutLine, EndsAtTheHorizon) {
    const Projection ortho("+proj=ortho +lat_0=0 +lon_0=0");
    const Domain domain = domainOf(ortho);
    const auto pieces = LineCutter(ortho, domain).cut({{{0, 0}, {180, 0}}, false});
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_NEAR(pieces[0].points.back().x, 6378, 5);
    EXPECT_GT(pieces[0].points.size(), 20U);
}

TEST(Densify, CurvesStayWithinTheTolerance) {
    const Projection laea(kLaea);
    const Densifier densifier(laea);
    const auto points = densifier.carry({{20, 70}, {140, 70}}, false);
    double longest = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const glm::dvec2 middle = (points[i] + points[i - 1]) / 2.0;
        const auto place = laea.inverse({middle.x, middle.y});
        ASSERT_TRUE(place);
        longest = std::max(longest, std::abs(place->lat - 70));
    }
    EXPECT_LT(longest * 111.2, 0.3);
}

TEST(Triangulate, CoversRingsThatTouchAndNest) {
    Geos geos;
    const auto area = [&](const Polygon& p) {
        Mesh mesh;
        triangulate(p, geos, mesh);
        double sum = 0;
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
            const double twice =
                twiceSignedArea({mesh.vertices[mesh.indices[i]], mesh.vertices[mesh.indices[i + 1]],
                                 mesh.vertices[mesh.indices[i + 2]]});
            EXPECT_GE(twice, 0);
            sum += twice / 2;
        }
        EXPECT_NEAR(sum, mesh.area, 1e-9 * sum);
        return sum;
    };
    EXPECT_NEAR(area(box(0, 0, 3, 2)), 6, 1e-12);
    // A hole, and one that touches the outline in a corner.
    EXPECT_NEAR(area({{box(0, 0, 9, 9).rings[0], box(3, 3, 6, 6).rings[0]}}), 72, 1e-12);
    EXPECT_NEAR(area({{box(0, 0, 9, 9).rings[0], {{0, 0}, {2, 1}, {1, 2}}}}), 79.5, 1e-12);
    // Points on a straight edge stay, for the neighbour has them too.
    const Polygon dotted{{{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {3, 3}, {0, 3}}}};
    EXPECT_NEAR(area(dotted), 9, 1e-12);
    // A bow tie is two triangles, not nothing.
    EXPECT_NEAR(area({{{{0, 0}, {2, 2}, {2, 0}, {0, 2}}}}), 2, 1e-12);
    EXPECT_EQ(area({{{{0, 0}, {1, 1}, {2, 2}}}}), 0);
}

TEST(Triangulate, RandomStarsAreCoveredWithFatTriangles) {
    Geos geos;
    std::uint32_t state = 1;
    const auto next = [&] { return (state = state * 1664525U + 1013904223U) >> 8; };
    for (int round = 0; round < 60; ++round) {
        Polygon star;
        const int corners = 3 + static_cast<int>(next() % 200);
        for (int ring = 0; ring < 2; ++ring) {
            Ring points;
            for (int i = 0; i < corners; ++i) {
                const double radius = (ring == 0 ? 5.0 : 2.0) + 2.0 * (next() % 1000) / 1000.0;
                const double angle = 2 * M_PI * i / corners;
                points.emplace_back(radius * std::cos(angle), radius * std::sin(angle));
            }
            star.rings.push_back(points);
        }
        const double expected = [&] {
            double sum = 0;
            for (const Polygon& p : geos.repaired(star)) sum += areaOf(p);
            return sum;
        }();
        Mesh mesh;
        triangulate(star, geos, mesh);
        EXPECT_NEAR(mesh.area, expected, 1e-6 * expected) << round;
    }
}

TEST(Chains, LooseEdgesBecomeOneLine) {
    const glm::dvec2 a{179, 1}, b{181, 1}, c{-178, 1}, d{183, 2};
    const auto lines = chained({edgeBetween(b, c), edgeBetween(d, c), edgeBetween(a, b)});
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].points.size(), 4U);
    EXPECT_NEAR(boxOf(lines[0].points).size().x, 4, 1e-9);
}

}  // namespace
}  // namespace ebbflow::geo
