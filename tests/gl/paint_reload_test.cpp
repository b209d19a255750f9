// Shaders from a folder: a broken one changes nothing but is named; a mended one takes effect.

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/error.hpp"
#include "paint_fixture.hpp"

namespace ebbflow::paint::testing {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

class Reload : public PainterTest {
protected:
    fs::path folder =
        fs::path(::testing::TempDir()) / ("ebbflow_reload_" + std::to_string(::getpid()));
    void SetUp() override {
        fs::create_directories(folder);
        fs::copy(fs::path(EBBFLOW_SOURCE_DIR) / "shaders", folder, fs::copy_options::recursive);
    }
    void TearDown() override {
        fs::remove_all(folder);
        PainterTest::TearDown();
    }
    void change(const std::string& name, const std::string& from, const std::string& to) const {
        std::ifstream in(folder / name);
        std::stringstream text;
        text << in.rdbuf();
        std::string words = text.str();
        const auto at = words.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        words.replace(at, from.size(), to);
        std::ofstream(folder / name) << words;
    }
};

TEST_F(Reload, FolderOfTheSameShadersPaintsTheSame) {
    const auto lights = makeLights(60);
    const auto frame = richFrame(*lights);
    PainterOptions byPasses;
    byPasses.way = Way::gl;
    const core::Image builtIn = paint(*makePainter(makeWorld(), lights, byPasses), frame);
    const auto painter = makePainter(makeWorld(), lights, {folder.string(), 4});
    EXPECT_FALSE(painter->byVectors()) << "whoever gives shaders wants to see them";
    EXPECT_EQ(paint(*painter, frame), builtIn);
    EXPECT_EQ(painter->reloadShaders(), "");
    EXPECT_EQ(paint(*painter, frame), builtIn);
}

TEST_F(Reload, BrokenShaderIsNamedAndTheLastGoodOneStays) {
    const auto lights = makeLights(60);
    const auto frame = richFrame(*lights);
    const auto painter = makePainter(makeWorld(), lights, {folder.string(), 4});
    const core::Image before = paint(*painter, frame);
    change("composite.frag.glsl", "void main() {", "void main() { nonsense;");
    const std::string fault = painter->reloadShaders();
    EXPECT_THAT(fault, HasSubstr((folder / "composite.frag.glsl").string() + ":"));
    EXPECT_THAT(fault, HasSubstr("nonsense"));
    EXPECT_EQ(paint(*painter, frame), before);
    change("composite.frag.glsl", " nonsense;", "");
    EXPECT_EQ(painter->reloadShaders(), "");
    EXPECT_EQ(paint(*painter, frame), before);
}

TEST_F(Reload, ChangedShaderShowsThoughTheGroundRests) {
    const auto lights = makeLights(60);
    const auto frame = richFrame(*lights);
    const auto painter = makePainter(makeWorld(), lights, {folder.string(), 4});
    const core::Image before = paint(*painter, frame);
    change("ground.frag.glsl", "lit = vec4(colour * vignetteOf(ndc.x, ndc.y), 1.0);",
           "lit = vec4(0.2, 0.0, 0.0, 1.0);");
    EXPECT_EQ(painter->reloadShaders(), "");
    const core::Image after = paint(*painter, frame);
    EXPECT_GT(after.pixel(10, 170)[0], before.pixel(10, 170)[0] + 40);
}

TEST_F(Reload, PainterThatCannotBeginSaysWhy) {
    change("light.frag.glsl", "void main() {", "void main() { nonsense;");
    try {
        (void)makePainter(makeWorld(), makeLights(1), {folder.string(), 4});
        FAIL() << "a painter without shaders";
    } catch (const core::Failure& failure) {
        EXPECT_THAT(failure.what(), HasSubstr("light.frag.glsl:"));
    }
}

}  // namespace
}  // namespace ebbflow::paint::testing
