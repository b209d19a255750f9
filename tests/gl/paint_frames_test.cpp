// A frame's pixels depend on its description and size, and on nothing else.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/hash.hpp"
#include "paint_fixture.hpp"

namespace ebbflow::paint::testing {
namespace {

std::string hashOf(const core::Image& image) {
    const auto* bytes = reinterpret_cast<const char*>(image.rgba.data());
    return std::to_string(core::hashText({bytes, image.rgba.size()}));
}

/// Three frames that differ in camera, ground and moment.
std::vector<picture::FrameDescription> threeFrames(const picture::Lights& lights) {
    std::vector<picture::FrameDescription> frames(3, richFrame(lights));
    frames[1].base.camera.widthKm = 2500;
    frames[1].filmSeconds = 1.2;
    frames[2].base.states[1].presence = 0.2F;
    frames[2].dim = 0.5F;
    frames[2].overlay.clear();
    return frames;
}

class Frames : public PainterTest {};

TEST_F(Frames, RichOnePaintsWithoutErrorsAndIsNotEmpty) {
    const auto lights = makeLights(500);
    const auto painter = makePainter(makeWorld(), lights);
    const core::Image image = paint(*painter, richFrame(*lights), 640, 360);
    std::vector<int> values;
    for (int y = 0; y < 360; ++y) {
        for (int x = 0; x < 640; ++x) values.push_back(brightness(image, x, y));
    }
    std::ranges::sort(values);
    EXPECT_GT(values.back(), 600) << "words and lights are bright";
    EXPECT_LT(values[values.size() / 2], 200) << "the map is dark";
}

TEST_F(Frames, AreTheSameInAnyOrder) {
    const auto lights = makeLights(300);
    const auto world = makeWorld();
    const auto frames = threeFrames(*lights);
    std::vector<core::Image> alone;
    for (const auto& frame : frames) alone.push_back(paint(*makePainter(world, lights), frame));
    const auto painter = makePainter(world, lights);
    for (const std::size_t i : {0U, 0U, 1U, 2U, 1U, 1U, 0U, 2U, 2U, 2U, 0U}) {
        EXPECT_EQ(paint(*painter, frames[i]), alone[i]) << "frame " << i;
    }
}

TEST_F(Frames, AreTheSameAfterAnotherSize) {
    const auto lights = makeLights(300);
    const auto painter = makePainter(makeWorld(), lights);
    const auto frame = richFrame(*lights);
    const core::Image before = paint(*painter, frame, 320, 180);
    (void)paint(*painter, frame, 200, 160);
    EXPECT_EQ(paint(*painter, frame, 320, 180), before);
}

// While the ground rests only lit tiles are worked out again: nothing may show where they end.
TEST_F(Frames, RestingGroundGivesTheSamePixelsAsAFreshOne) {
    const auto lights = makeLights(60);
    const auto world = makeWorld();
    const auto painter = makePainter(world, lights);
    auto frame = richFrame(*lights);
    for (const double seconds : {0.5, 1.0, 1.5, 4.0}) {
        frame.filmSeconds = seconds;
        frame.dim = seconds > 1.2 ? 0.3F : 0.0F;
        EXPECT_EQ(paint(*painter, frame, 500, 300),
                  paint(*makePainter(world, lights), frame, 500, 300))
            << seconds;
    }
}

/// The same map three times: with much on it, with little elsewhere, with nothing.
std::vector<picture::FrameDescription> fullThenLittleThenNothing(const picture::Lights& lights) {
    std::vector<picture::FrameDescription> frames(3, richFrame(lights));
    frames[1].filmSeconds = 0.3;
    frames[1].ribbons.pop_back();
    frames[1].rings[0].at = {-400, 500};
    frames[1].squares.clear();
    std::get<picture::TextItem>(frames[1].overlay[1]).at = {900, 700.4};
    frames[2].lights.clear();
    frames[2].ribbons.clear();
    frames[2].glows.clear();
    frames[2].rings.clear();
    frames[2].dots.clear();
    frames[2].squares.clear();
    frames[2].overlay.clear();
    return frames;
}

// Only tiles that something touches, or touched in the frame before, are drawn again.
TEST_F(Frames, WhatGoesLeavesNothingBehind) {
    const auto lights = makeLights(200);
    const auto world = makeWorld();
    const auto frames = fullThenLittleThenNothing(*lights);
    const auto painter = makePainter(world, lights);
    for (const std::size_t i : {0U, 1U, 2U, 1U, 0U, 2U, 0U}) {
        EXPECT_EQ(paint(*painter, frames[i], 500, 300),
                  paint(*makePainter(world, lights), frames[i], 500, 300))
            << i;
    }
}

TEST_F(Frames, FadedToBlackAndBackLeavesNothingBehind) {
    const auto lights = makeLights(50);
    const auto world = makeWorld();
    auto frame = richFrame(*lights);
    const auto painter = makePainter(world, lights);
    const core::Image before = paint(*painter, frame);
    frame.black = 0.7F;
    EXPECT_EQ(paint(*painter, frame), paint(*makePainter(world, lights), frame));
    frame.black = 0;
    EXPECT_EQ(paint(*painter, frame), before);
}

void paintAndWriteHash(const char* threads, const std::filesystem::path& file) {
    ::setenv("LP_NUM_THREADS", threads, 1);
    const gl::HeadlessContext context({.debug = false, .software = true});
    const auto lights = makeLights(400);
    Painter painter(makeWorld(), lights, makeTypesetter(), {});
    painter.paint(richFrame(*lights), 640, 360);
    std::ofstream(file) << hashOf(painter.readImage());
    std::exit(std::ofstream(file, std::ios::app) ? 0 : 1);
}

std::string contents(const std::filesystem::path& file) {
    std::string text;
    std::ifstream(file) >> text;
    return text;
}

// Each count of threads in a process of its own: Mesa reads it once.
TEST(FramesInOtherProcesses, AreTheSameForAnyNumberOfThreads) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    // The child runs this test again from its start, so it must find the same folder.
    if (std::getenv("EBBFLOW_HASHES") == nullptr) {
        const auto folder =
            std::filesystem::path(::testing::TempDir()) / ("hashes_" + std::to_string(::getpid()));
        ::setenv("EBBFLOW_HASHES", folder.c_str(), 1);
    }
    const std::filesystem::path folder = std::getenv("EBBFLOW_HASHES");
    std::filesystem::create_directories(folder);
    EXPECT_EXIT(paintAndWriteHash("1", folder / "1"), ::testing::ExitedWithCode(0), "");
    EXPECT_EXIT(paintAndWriteHash("2", folder / "2"), ::testing::ExitedWithCode(0), "");
    EXPECT_FALSE(contents(folder / "1").empty());
    EXPECT_EQ(contents(folder / "1"), contents(folder / "2"));
    std::filesystem::remove_all(folder);
    ::unsetenv("EBBFLOW_HASHES");
}

/// Means of square blocks, one number a channel.
std::vector<double> shrunk(const core::Image& image, int block) {
    std::vector<double> means;
    for (int y = 0; y + block <= image.height; y += block) {
        for (int x = 0; x + block <= image.width; x += block) {
            for (int channel = 0; channel < 3; ++channel) {
                double sum = 0;
                for (int j = 0; j < block; ++j) {
                    for (int i = 0; i < block; ++i) sum += image.pixel(x + i, y + j)[channel];
                }
                means.push_back(sum / (block * block));
            }
        }
    }
    return means;
}

double psnr(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
    return 10 * std::log10(255 * 255 / (sum / static_cast<double>(a.size())));
}

TEST_F(Frames, ShowTheSamePictureAtEverySize) {
    const auto lights = makeLights(200);
    const auto painter = makePainter(makeWorld(), lights);
    const auto frame = richFrame(*lights);
    const auto small = shrunk(paint(*painter, frame, 1280, 720), 4);
    const auto middle = shrunk(paint(*painter, frame, 1920, 1080), 6);
    const auto large = shrunk(paint(*painter, frame, 3840, 2160), 12);
    ASSERT_EQ(small.size(), large.size());
    EXPECT_GT(psnr(small, large), 40);
    EXPECT_GT(psnr(middle, large), 42);
}

TEST_F(Frames, OfOddSizesAndTallOnesPaintToo) {
    const auto lights = makeLights(50);
    const auto painter = makePainter(makeWorld(), lights);
    for (const auto& [width, height] : {std::pair{101, 57}, {108, 192}, {1, 1}, {65, 64}}) {
        const core::Image image = paint(*painter, richFrame(*lights), width, height);
        EXPECT_EQ(image.width, width);
        EXPECT_EQ(image.height, height);
    }
}

TEST_F(Frames, FadeToBlack) {
    const auto lights = makeLights(50);
    const auto painter = makePainter(makeWorld(), lights);
    auto frame = richFrame(*lights);
    frame.black = 1;
    const core::Image image = paint(*painter, frame);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x)
            ASSERT_EQ(brightness(image, x, y), 0) << x << ' ' << y;
    }
}

}  // namespace
}  // namespace ebbflow::paint::testing
