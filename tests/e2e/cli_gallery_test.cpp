// The scenes of scenes/gallery: they check without a word, and none draws nothing.

#include <gmock/gmock.h>

#include "support/program.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;

/// A scene, and two moments of it that do not look the same.
struct Shown {
    const char* name;
    const char* early;
    const char* late;
};

class Gallery : public ProgramTest, public testing::WithParamInterface<Shown> {
protected:
    /// A copy, for what its tables are made by is run in it.
    void SetUp() override {
        fs::copy(EBBFLOW_SOURCE_DIR "/scenes/gallery/" + std::string(GetParam().name), at("scene"),
                 fs::copy_options::recursive);
        if (!fs::exists(at("scene/make_rows.py"))) return;
        Launch making;
        making.command = {"python3", at("scene/make_rows.py"), "2000", at("scene")};
        ASSERT_EQ(runToEnd(making, 60), 0);
    }
};

TEST_P(Gallery, ChecksWithoutAWord) {
    const Said checked = run({"check", at("scene")});
    EXPECT_EQ(checked.status, 0) << checked.err;
    // On a slow machine it says how far it is.
    EXPECT_THAT(checked.err, testing::Not(testing::HasSubstr("warning")));
}

TEST_P(Gallery, DrawsWhatMoves) {
    const Arguments plain{"--size", "320x180", "--textless"};
    EXPECT_TRUE(still(at("scene"), GetParam().early, plain).rgba !=
                still(at("scene"), GetParam().late, plain).rgba);
}

TEST_P(Gallery, SaysThatItIsMadeUp) {
    EXPECT_THAT(readText(at("scene/film.yaml")),
                testing::ContainsRegex("source: .*made up for this example"));
}

INSTANTIATE_TEST_SUITE_P(All, Gallery,
                         testing::Values(Shown{"city-day", "5", "6"}, Shown{"caravan", "4", "5"},
                                         Shown{"silver-galleons", "9", "10"},
                                         Shown{"many-rows", "8", "9"},
                                         Shown{"traveller", "0.5", "9.5"},
                                         Shown{"pilgrims", "4", "9"}),
                         [](const auto& scene) {
                             std::string name = scene.param.name;
                             std::erase(name, '-');
                             return name;
                         });

using GalleryTables = ProgramTest;

TEST_F(GalleryTables, OfTheTravellerAreWhatImportMakesOfTheMap) {
    const std::string data = EBBFLOW_SOURCE_DIR "/scenes/gallery/traveller/data/";
    const Said made = run({"import", data + "journey.kml", "-o", "film"});
    ASSERT_EQ(made.status, 0) << made.err;
    for (const char* table : {"movements.csv", "places.csv"})
        EXPECT_EQ(readText(data + table), readText(at(std::string("film/data/") + table)));
}

}  // namespace
}  // namespace ebbflow::test
