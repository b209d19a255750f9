// Moments of the default film and of small scenes made for it, drawn by the program, held against
// pictures that were looked at. On the Mesa and the class of CPU that drew those, every byte is the
// same; elsewhere nearly all are.

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "encode/png.hpp"
#include "golden/film_compare.hpp"
#include "support/program.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;

struct GoldenMoment {
    std::string name, at, language;
    std::string scene;  ///< its folder in the source tree
    bool textless = false;
};

void PrintTo(const GoldenMoment& moment, std::ostream* out) {
    *out << moment.name;
}

std::vector<GoldenMoment> moments() {
    std::vector<GoldenMoment> found;
    std::ifstream file(EBBFLOW_SOURCE_DIR "/tests/golden/moments.json");
    for (const auto& row : nlohmann::json::parse(file)) {
        found.push_back({row.at("name"), row.at("at"), row.at("language"),
                         row.value("scene", std::string("scenes/china-soviet-union")),
                         row.value("textless", false)});
    }
    return found;
}

const fs::path kGoldens = EBBFLOW_SOURCE_DIR "/tests/golden";
/// Where what was drawn is left to be looked at.
const fs::path kDrawn = EBBFLOW_GOLDEN_OUTPUT;

class Golden : public ProgramTest, public testing::WithParamInterface<GoldenMoment> {
protected:
    core::Image draw(const char* device) const {
        fs::create_directories(kDrawn);
        Arguments options{"--device", device,       "--size",
                          "640x360",  "--language", GetParam().language};
        if (GetParam().textless) options.emplace_back("--textless");
        return still(fs::path(EBBFLOW_SOURCE_DIR) / GetParam().scene, GetParam().at, options);
    }
    static fs::path actual() { return kDrawn / (GetParam().name + ".actual.png"); }
    static fs::path difference() { return kDrawn / (GetParam().name + ".difference.png"); }
};

TEST_P(Golden, LooksAsItDidWhenItWasLookedAt) {
    const core::Image drawn = draw("software-gl");
    encode::writePng(drawn, actual());
    fs::remove(difference());
    const fs::path golden = kGoldens / (GetParam().name + ".png");
    ASSERT_TRUE(fs::exists(golden))
        << "there is no " << golden << "; look at " << actual() << ", then tools/golden --accept";
    const core::Image expected = encode::readPng(golden);
    const Difference found = compare(expected, drawn);
    const bool pinned = readText(kGoldens / "recorded.txt") == rendererClass();
    if (pinned ? found.bytes == 0 : found.slight()) return;
    encode::writePng(differenceOf(expected, drawn), difference());
    FAIL() << found.bytes << " bytes differ, by up to " << found.most
           << " levels\n  expected:   " << golden << "\n  drawn:      " << actual()
           << "\n  difference: " << difference();
}

// Bit for bit the same on every processor, over a ground that Mesa drew.
TEST_P(Golden, IsTheSameByVectors) {
    const core::Image drawn = draw("software");
    const fs::path picture = kDrawn / (GetParam().name + ".vectors.png");
    encode::writePng(drawn, picture);
    std::ofstream(kDrawn / (GetParam().name + ".vectors.txt"))
        << GetParam().name << ' ' << hashOf(drawn) << '\n';
    const Difference found = compare(encode::readPng(kGoldens / (GetParam().name + ".png")), drawn);
    EXPECT_TRUE(found.near()) << found.bytes << " bytes differ, " << found.strong
                              << " by more than a level, by up to " << found.most << ": "
                              << picture;
    if (readText(kGoldens / "recorded.txt") == rendererClass()) {
        EXPECT_EQ(hashOf(drawn), recordedHash(kGoldens / "vectors.txt", GetParam().name))
            << picture;
    }
}

INSTANTIATE_TEST_SUITE_P(DefaultFilm, Golden, testing::ValuesIn(moments()),
                         [](const auto& moment) { return moment.param.name; });

TEST(GoldenPictures, AreOfEveryMomentAndOfNoOther) {
    std::vector<std::string> expected, found;
    for (const GoldenMoment& moment : moments()) expected.push_back(moment.name);
    for (const auto& entry : fs::directory_iterator(kGoldens)) {
        if (entry.path().extension() == ".png") found.push_back(entry.path().stem());
    }
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected));
    EXPECT_GE(expected.size(), 6U);
}

TEST(GoldenPictures, WereDrawnByARecordedRenderer) {
    fs::create_directories(kDrawn);
    writeText(kDrawn / "recorded.txt", rendererClass());
    EXPECT_THAT(readText(kGoldens / "recorded.txt"),
                testing::MatchesRegex("llvmpipe \\(LLVM [0-9.]+\\)\n.*Mesa .*\nFMA: (yes|no)\n"));
}

TEST(GoldenComparison, SeesOneLevelInOneByte) {
    core::Image a(40, 30), b(40, 30);
    EXPECT_EQ(compare(a, b).bytes, 0U);
    b.pixel(3, 4)[1] = 1;
    EXPECT_EQ(compare(a, b).bytes, 1U);
    EXPECT_TRUE(compare(a, b).slight());
    b.pixel(3, 4)[1] = 2;
    EXPECT_FALSE(compare(a, b).slight()) << "two levels are no rounding";
    for (int x = 0; x < 40; ++x) b.pixel(x, 7)[0] = 1;
    b.pixel(3, 4)[1] = 1;
    EXPECT_FALSE(compare(a, b).slight()) << "41 of 4800 bytes are too many";
    EXPECT_FALSE(compare(a, core::Image(30, 40)).slight());
}

}  // namespace
}  // namespace ebbflow::test
