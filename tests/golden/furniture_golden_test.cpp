// Every piece of furniture, from the small scene in tests/golden/furniture, against pictures that
// were looked at. As exact as film_golden_test.cpp, and recorded the same way.

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "encode/png.hpp"
#include "golden/film_compare.hpp"
#include "support/program.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;

const fs::path kScene = EBBFLOW_SOURCE_DIR "/tests/golden/furniture";
const fs::path kDrawn = EBBFLOW_GOLDEN_OUTPUT;

struct Piece {
    std::string name, at, language;
};

void PrintTo(const Piece& piece, std::ostream* out) {
    *out << piece.name;
}

std::vector<Piece> pieces() {
    std::vector<Piece> found;
    std::ifstream file(kScene / "moments.json");
    for (const auto& row : nlohmann::json::parse(file))
        found.push_back({row.at("name"), row.at("at"), row.at("language")});
    return found;
}

class FurnitureGolden : public ProgramTest, public testing::WithParamInterface<Piece> {
protected:
    core::Image draw(const char* device) const {
        fs::create_directories(kDrawn);
        return still(kScene.string(), GetParam().at,
                     {"--device", device, "--size", "640x360", "--language", GetParam().language});
    }
};

TEST_P(FurnitureGolden, LooksAsItDidWhenItWasLookedAt) {
    const std::string name = "furniture_" + GetParam().name;
    const core::Image drawn = draw("software-gl");
    const fs::path actual = kDrawn / (name + ".actual.png");
    const fs::path difference = kDrawn / (name + ".difference.png");
    encode::writePng(drawn, actual);
    fs::remove(difference);
    const fs::path golden = kScene / (GetParam().name + ".png");
    ASSERT_TRUE(fs::exists(golden)) << "look at " << actual << ", then tools/golden --accept";
    const core::Image expected = encode::readPng(golden);
    const Difference found = compare(expected, drawn);
    const bool pinned =
        readText(EBBFLOW_SOURCE_DIR "/tests/golden/recorded.txt") == rendererClass();
    if (pinned ? found.bytes == 0 : found.slight()) return;
    encode::writePng(differenceOf(expected, drawn), difference);
    FAIL() << found.bytes << " bytes differ, by up to " << found.most
           << " levels\n  expected:   " << golden << "\n  drawn:      " << actual
           << "\n  difference: " << difference;
}

TEST_P(FurnitureGolden, IsTheSameByVectors) {
    const std::string name = "furniture_" + GetParam().name;
    const core::Image drawn = draw("software");
    const fs::path picture = kDrawn / (name + ".vectors.png");
    encode::writePng(drawn, picture);
    std::ofstream(kDrawn / (name + ".vectors.txt")) << name << ' ' << hashOf(drawn) << '\n';
    const Difference found = compare(encode::readPng(kScene / (GetParam().name + ".png")), drawn);
    EXPECT_TRUE(found.near()) << found.bytes << " bytes differ, " << found.strong
                              << " by more than a level, by up to " << found.most << ": "
                              << picture;
    const fs::path goldens = EBBFLOW_SOURCE_DIR "/tests/golden";
    if (readText(goldens / "recorded.txt") == rendererClass()) {
        EXPECT_EQ(hashOf(drawn), recordedHash(goldens / "vectors.txt", name)) << picture;
    }
}

INSTANTIATE_TEST_SUITE_P(Pieces, FurnitureGolden, testing::ValuesIn(pieces()),
                         [](const auto& piece) { return piece.param.name; });

TEST(FurnitureGoldens, AreOfEveryPieceAndOfNoOther) {
    std::vector<std::string> expected, found;
    for (const Piece& piece : pieces()) expected.push_back(piece.name);
    for (const auto& entry : fs::directory_iterator(kScene)) {
        if (entry.path().extension() == ".png") found.push_back(entry.path().stem());
    }
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected));
}

}  // namespace
}  // namespace ebbflow::test
