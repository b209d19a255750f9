#include "encode/png.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "encode/colour.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::encode {
namespace {

core::Image noise(int width, int height) {
    std::mt19937 random(11);
    core::Image image(width, height);
    for (std::uint8_t& byte : image.rgba) byte = static_cast<std::uint8_t>(random() & 255U);
    return image;
}

core::Image opaque(core::Image image) {
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    return image;
}

TEST(Png, RoundTripWithAndWithoutAlpha) {
    const test::TemporaryFolder folder;
    for (const auto& [width, height] : {std::pair{1, 1}, {37, 5}, {64, 64}}) {
        const core::Image image = noise(width, height);
        writePng(image, folder / "a.png", PngAlpha::keep);
        EXPECT_EQ(readPng(folder / "a.png"), image);
        writePng(image, folder / "a.png", PngAlpha::drop);
        EXPECT_EQ(readPng(folder / "a.png"), opaque(image));
    }
    EXPECT_EQ(folder.entries(), 1U);
}

TEST(Png, FramesAndImagesGiveTheSameBytes) {
    const test::TemporaryFolder folder;
    const core::Image image = noise(50, 20);
    writePng(image, folder / "a.png");
    writePng(planesFromImage(image, PixelFormat::rgba8), folder / "b.png");
    EXPECT_EQ(core::readWhole(folder / "a.png"), core::readWhole(folder / "b.png"));
}

TEST(Png, SaysThatItIsSrgb) {
    const test::TemporaryFolder folder;
    writePng(noise(4, 4), folder / "a.png");
    EXPECT_NE(core::readWhole(folder / "a.png").find("sRGB"), std::string::npos);
}

TEST(Png, MissingFolderFailsAndNamesTheFile) {
    const test::TemporaryFolder folder;
    try {
        writePng(noise(4, 4), folder / "no/a.png");
        FAIL();
    } catch (const core::Failure& failure) {
        EXPECT_NE(std::string(failure.what()).find("no/a.png"), std::string::npos);
    }
}

TEST(Png, DamagedOrMissingFilesFail) {
    const test::TemporaryFolder folder;
    EXPECT_THROW((void)readPng(folder / "none.png"), core::Failure);
    writePng(noise(64, 64), folder / "a.png");
    std::filesystem::resize_file(folder / "a.png", 3000);
    EXPECT_THROW((void)readPng(folder / "a.png"), core::Failure);
    std::ofstream(folder / "b.png") << "no picture";
    EXPECT_THROW((void)readPng(folder / "b.png"), core::Failure);
    std::ofstream(folder / "c.png").close();
    EXPECT_THROW((void)readPng(folder / "c.png"), core::Failure);
}

}  // namespace
}  // namespace ebbflow::encode
