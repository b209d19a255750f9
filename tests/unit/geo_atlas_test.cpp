// The real atlas on six kinds of projection with three centres each: every state is filled exactly,
// no edge smears across the map, and the whole world loads.

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <glm/geometric.hpp>

#include "core/error.hpp"
#include "geo/great_circle.hpp"
#include "geo/layers.hpp"

namespace ebbflow::geo {
namespace {

const std::string kAtlasFolder = EBBFLOW_SOURCE_DIR "/geodata";

/// No edge of a triangle may be longer than this part of the map's larger side.
constexpr double kLongestPart = 0.25;

const std::vector<Feature>& atlasStates() {
    static const std::vector<Feature> states = [] {
        core::Diagnostics diagnostics;
        VectorRequest request;
        request.role = "states";
        request.file.path = kAtlasFolder + "/atlas.gpkg";
        request.file.layer = "states";
        request.fields = {"id"};
        auto read = readVector(request, diagnostics);
        EXPECT_FALSE(diagnostics.hasErrors());
        return read;
    }();
    return states;
}

class Atlas : public testing::TestWithParam<std::string> {};

TEST_P(Atlas, EveryStateIsFilledExactlyAndNothingSmears) {
    const Projection projection(GetParam());
    const Domain domain = domainOf(projection);
    Geos geos;
    PolygonCutter cutter(projection, domain, geos);
    ASSERT_GT(atlasStates().size(), 150U);
    PlaneBox map;
    double longest = 0;
    std::string where;
    for (const Feature& state : atlasStates()) {
        Mesh mesh;
        double expected = 0;
        for (const Polygon& polygon : state.polygons) {
            for (const Polygon& piece : cutter.cut(polygon)) {
                for (const Polygon& sound : geos.repaired(piece)) expected += areaOf(sound);
                triangulate(piece, geos, mesh);
            }
        }
        double filled = 0;
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
            const glm::dvec2 a = mesh.vertices[mesh.indices[i]];
            const glm::dvec2 b = mesh.vertices[mesh.indices[i + 1]];
            const glm::dvec2 c = mesh.vertices[mesh.indices[i + 2]];
            const double twice = twiceSignedArea({a, b, c});
            EXPECT_GE(twice, -1e-6);
            filled += twice / 2;
            for (const double edge : {glm::length(a - b), glm::length(b - c), glm::length(c - a)}) {
                if (edge > longest) where = state.values[0].value_or("?");
                longest = std::max(longest, edge);
            }
        }
        EXPECT_NEAR(filled, expected, 1e-6 * expected + 1e-6) << state.values[0].value_or("?");
        for (const glm::dvec2 p : mesh.vertices) map.add(p);
    }
    EXPECT_LT(longest, kLongestPart * std::max(map.size().x, map.size().y)) << where;
}

INSTANTIATE_TEST_SUITE_P(
    SixProjectionsThreeCentres, Atlas,
    testing::Values("+proj=laea +lat_0=50 +lon_0=80", "+proj=laea +lat_0=0 +lon_0=-150",
                    "+proj=laea +lat_0=-90 +lon_0=0",
                    "+proj=aea +lat_1=40 +lat_2=62 +lat_0=50 +lon_0=80",
                    "+proj=aea +lat_1=20 +lat_2=50 +lat_0=40 +lon_0=-96",
                    "+proj=aea +lat_1=-10 +lat_2=-40 +lat_0=-25 +lon_0=135",
                    "+proj=eqdc +lat_1=47 +lat_2=62 +lat_0=50 +lon_0=85",
                    "+proj=eqdc +lat_1=10 +lat_2=40 +lon_0=0",
                    "+proj=eqdc +lat_1=-20 +lat_2=-45 +lon_0=-60", "+proj=merc +lon_0=0",
                    "+proj=merc +lon_0=150", "+proj=merc +lon_0=-95",
                    "+proj=ortho +lat_0=50 +lon_0=80", "+proj=ortho +lat_0=-90 +lon_0=0",
                    "+proj=ortho +lat_0=10 +lon_0=-170", "+proj=robin +lon_0=0",
                    "+proj=robin +lon_0=150", "+proj=robin +lon_0=-100"));

double areaOfState(const char* definition, const std::string& id) {
    const Projection projection(definition);
    const Domain domain = domainOf(projection);
    Geos geos;
    PolygonCutter cutter(projection, domain, geos);
    for (const Feature& state : atlasStates()) {
        if (state.values[0] != id) continue;
        double area = 0;
        for (const Polygon& polygon : state.polygons) {
            for (const Polygon& piece : cutter.cut(polygon)) area += areaOf(piece);
        }
        return area;
    }
    return 0;
}

TEST(AtlasAreas, EqualAreaMapsAgreeWhereverTheyAreCut) {
    for (const std::string id : {"ussr", "mongolia"}) {
        const double usual = areaOfState("+proj=laea +lat_0=50 +lon_0=80", id);
        ASSERT_GT(usual, 1e6) << id;
        for (const char* other : {"+proj=laea +lat_0=-30 +lon_0=-40", "+proj=laea +lat_0=90",
                                  "+proj=aea +lat_1=40 +lat_2=62 +lon_0=100",
                                  // These two cut both countries in half.
                                  "+proj=eqearth +lon_0=-80", "+proj=cea +lon_0=-75"}) {
            EXPECT_NEAR(areaOfState(other, id) / usual, 1, 1e-3) << other << ' ' << id;
        }
    }
}

TEST(LoadWorld, TheAtlasOnTheMapOfEurasia) {
    core::Diagnostics diagnostics;
    WorldSpec spec;
    spec.atlasFolder = kAtlasFolder;
    spec.projection = "eurasia";
    spec.focus = core::MapBox{-4000, -3000, 4000, 3000};
    const World world = loadWorld(spec, diagnostics);
    for (const core::Diagnostic& d : diagnostics.all()) ADD_FAILURE() << toString(d);

    EXPECT_GT(world.states.areas.size(), 150U);
    for (const AreaLayer* layer : {&world.land, &world.states, &world.lakes}) {
        ASSERT_FALSE(layer->indices.empty());
        for (const std::uint32_t i : layer->indices) ASSERT_LT(i, layer->vertices.size());
        EXPECT_EQ(layer->areas.back().firstIndex + layer->areas.back().indexCount,
                  layer->indices.size());
    }
    for (const LineLayer* layer :
         {&world.coast, &world.borders, &world.rivers, &world.rail, &world.graticule}) {
        ASSERT_FALSE(layer->strips.empty());
        for (const Strip& strip : layer->strips) {
            ASSERT_GE(strip.pointCount, 2U);
            ASSERT_LE(strip.firstPoint + strip.pointCount, layer->points.size());
        }
    }
    ASSERT_FALSE(world.relief.empty());
    EXPECT_EQ(world.relief.metres.size(), static_cast<std::size_t>(world.relief.width) *
                                              static_cast<std::size_t>(world.relief.height));
    EXPECT_GT(*std::ranges::max_element(world.relief.metres), 4000);
    EXPECT_NE(world.gazetteer.find("Moscow"), nullptr);
    EXPECT_FALSE(world.routes.empty());
    EXPECT_FALSE(world.notices.empty());
}

TEST(LoadWorld, WithoutGeometryThereAreStillPlacesAndRoutes) {
    core::Diagnostics diagnostics;
    WorldSpec spec;
    spec.atlasFolder = kAtlasFolder;
    spec.geometry = false;
    const World world = loadWorld(spec, diagnostics);
    EXPECT_TRUE(world.states.areas.empty());
    EXPECT_TRUE(world.relief.empty());
    EXPECT_NE(world.gazetteer.find("peking"), nullptr);
    EXPECT_FALSE(world.routes.empty());
}

TEST(LoadWorld, TheHighestLandIsWhereTibetIs) {
    core::Diagnostics diagnostics;
    WorldSpec spec;
    spec.atlasFolder = kAtlasFolder;
    spec.projection = "eurasia";
    spec.focus = core::MapBox{-4000, -3000, 4000, 3000};
    const World world = loadWorld(spec, diagnostics);
    const auto sample = [&](core::LonLat place) {
        const auto p = *world.projection.forward(place);
        const Relief& r = world.relief;
        const auto x = static_cast<std::size_t>((p.x - r.extent.minX) / r.extent.width() * r.width);
        const auto y =
            static_cast<std::size_t>((r.extent.maxY - p.y) / r.extent.height() * r.height);
        return r.metres[y * static_cast<std::size_t>(r.width) + x];
    };
    EXPECT_GT(sample({88, 33}), 4000);   // the Tibetan plateau
    EXPECT_LT(sample({75, 60}), 200);    // western Siberia
    EXPECT_LT(sample({123, 36}), 1.0F);  // the Yellow Sea
}

TEST(LoadWorld, AMissingAtlasIsAFailure) {
    core::Diagnostics diagnostics;
    WorldSpec spec;
    spec.atlasFolder = "/nowhere";
    EXPECT_THROW(static_cast<void>(loadWorld(spec, diagnostics)), core::Failure);
}

}  // namespace
}  // namespace ebbflow::geo
