#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "geo/world.hpp"
#include "geo/world_archive.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::geo {
namespace {

namespace fs = std::filesystem;

class WorldCacheTest : public testing::Test {
protected:
    test::TemporaryFolder cache_;

    WorldSpec spec() const {
        WorldSpec spec;
        spec.atlasFolder = EBBFLOW_SOURCE_DIR "/geodata";
        spec.projection = "+proj=laea +lat_0=52 +lon_0=78 +datum=WGS84";
        spec.focus = core::MapBox{-900, -700, 900, 700};
        spec.cacheFolder = cache_.path();
        return spec;
    }
    static World loaded(const WorldSpec& spec) {
        core::Diagnostics diagnostics;
        World world = loadWorld(spec, diagnostics);
        for (const auto& d : diagnostics.all()) ADD_FAILURE() << core::toString(d);
        return world;
    }
    /// Bit for bit.
    static void expectSame(const World& one, const World& other) {
        EXPECT_TRUE(packPlaces(one) == packPlaces(other));
        EXPECT_TRUE(packShapes(one) == packShapes(other));
        EXPECT_EQ(one.focus, other.focus);
    }
};

TEST_F(WorldCacheTest, GivesTheWorldThatTheAtlasGives) {
    WorldSpec uncached = spec();
    uncached.cacheFolder.clear();
    const World fresh = loaded(uncached);
    EXPECT_FALSE(fresh.land.indices.empty());
    EXPECT_FALSE(fresh.relief.empty());
    expectSame(loaded(spec()), fresh);
    EXPECT_EQ(cache_.entries(), 2U) << "places, and shapes";
    const World found = loaded(spec());
    EXPECT_EQ(cache_.entries(), 2U);
    expectSame(found, fresh);
    ASSERT_NE(found.gazetteer.find("peking"), nullptr);
    EXPECT_EQ(*found.gazetteer.find("peking"), *fresh.gazetteer.find("peking"));
}

TEST_F(WorldCacheTest, AnotherProjectionOrAnotherPartIsAnotherWorld) {
    (void)loaded(spec());
    WorldSpec moved = spec();
    moved.focus->maxX += 1;
    EXPECT_EQ(loaded(moved).focus, moved.focus);
    EXPECT_EQ(cache_.entries(), 3U) << "the places are the same";
    WorldSpec turned = spec();
    turned.projection = "+proj=merc +lon_0=78 +datum=WGS84";
    EXPECT_FALSE(packShapes(loaded(turned)) == packShapes(loaded(spec())));
    EXPECT_EQ(cache_.entries(), 4U);
}

TEST_F(WorldCacheTest, AnAtlasThatChangedIsReadAnew) {
    const test::TemporaryFolder atlas;
    for (const char* name : {"atlas.gpkg", "more_places.csv", "relief.tif"})
        fs::copy_file(fs::path(spec().atlasFolder) / name, atlas / name);
    WorldSpec own = spec();
    own.atlasFolder = atlas.path();
    (void)loaded(own);
    std::ofstream(atlas / "relief.tif", std::ios::app) << "a byte more";
    (void)loaded(own);
    EXPECT_EQ(cache_.entries(), 4U);
}

TEST_F(WorldCacheTest, HarmedEntriesAreMadeAnew) {
    const World fresh = loaded(spec());
    for (const auto& entry : fs::directory_iterator(cache_.path())) {
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(1000);
        file << "harm";
    }
    expectSame(loaded(spec()), fresh);
    expectSame(loaded(spec()), fresh);
}

TEST_F(WorldCacheTest, AScriptsOwnFilesAreNotKept) {
    std::ofstream(cache_ / "own.geojson")
        << R"({"type":"Feature","properties":{"id":"x"},"geometry":{"type":"Polygon","coordinates":[[[70,50],[80,50],[80,55],[70,50]]]}})";
    WorldSpec own = spec();
    own.cacheFolder = cache_ / "kept";
    own.roles.push_back({"land", {cache_ / "own.geojson", {}, {}, {}}});
    EXPECT_EQ(loaded(own).land.areas.size(), 1U);
    EXPECT_FALSE(fs::exists(cache_ / "kept"));
}

}  // namespace
}  // namespace ebbflow::geo
