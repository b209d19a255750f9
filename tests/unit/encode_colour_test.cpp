#include "encode/colour.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "core/error.hpp"

namespace ebbflow::encode {
namespace {

core::Image flat(int width, int height, int r, int g, int b) {
    core::Image image(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            std::uint8_t* p = image.pixel(x, y);
            p[0] = static_cast<std::uint8_t>(r);
            p[1] = static_cast<std::uint8_t>(g);
            p[2] = static_cast<std::uint8_t>(b);
            p[3] = 255;
        }
    }
    return image;
}

core::Image noise(int width, int height) {
    std::mt19937 random(7);
    core::Image image(width, height);
    for (std::uint8_t& byte : image.rgba) byte = static_cast<std::uint8_t>(random() & 255U);
    return image;
}

/// BT.709-6 item 3 in floating point, written apart from the code it checks.
struct Ycc {
    double y, cb, cr;
};
Ycc exact(const std::uint8_t* p) {
    const double r = p[0] / 255.0, g = p[1] / 255.0, b = p[2] / 255.0;
    const double y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    return {16 + 219 * y, 128 + 224 * (b - y) / 1.8556, 128 + 224 * (r - y) / 1.5748};
}

// The picture's codes go to video as they are: 0x20 must stay as light as 0x20.
TEST(Colour, GreyRampIsLinearInTheCodes) {
    for (int code = 0; code < 256; ++code) {
        const Planes planes = planesFromImage(flat(2, 2, code, code, code), PixelFormat::yuv420p8);
        EXPECT_EQ(planes.row(0, 0)[0], std::lround(16 + 219 * code / 255.0)) << code;
        EXPECT_EQ(planes.row(1, 0)[0], 128) << code;
        EXPECT_EQ(planes.row(2, 0)[0], 128) << code;
    }
}

TEST(Colour, Code32Is43) {
    EXPECT_EQ(planesFromImage(flat(2, 2, 32, 32, 32), PixelFormat::yuv420p8).row(0, 1)[1], 43);
}

// The 100 % colour bars of limited-range BT.709, as test pattern generators have them.
TEST(Colour, FullBars) {
    const struct {
        int r, g, b, y, cb, cr;
    } bars[] = {{255, 255, 255, 235, 128, 128}, {255, 255, 0, 219, 16, 138},
                {0, 255, 255, 188, 154, 16},    {0, 255, 0, 173, 42, 26},
                {255, 0, 255, 78, 214, 230},    {255, 0, 0, 63, 102, 240},
                {0, 0, 255, 32, 240, 118},      {0, 0, 0, 16, 128, 128}};
    for (const auto& bar : bars) {
        const Planes p = planesFromImage(flat(2, 2, bar.r, bar.g, bar.b), PixelFormat::yuv444p8);
        EXPECT_EQ(p.row(0, 0)[0], bar.y);
        EXPECT_EQ(p.row(1, 0)[0], bar.cb);
        EXPECT_EQ(p.row(2, 0)[0], bar.cr);
    }
}

TEST(Colour, EverySampleIsTheFormulaRounded) {
    const core::Image image = noise(96, 64);
    const Planes planes = planesFromImage(image, PixelFormat::yuv444p8);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 96; ++x) {
            const Ycc e = exact(image.pixel(x, y));
            ASSERT_NEAR(planes.row(0, y)[x], e.y, 0.5 + 1e-9);
            ASSERT_NEAR(planes.row(1, y)[x], e.cb, 0.5 + 1e-9);
            ASSERT_NEAR(planes.row(2, y)[x], e.cr, 0.5 + 1e-9);
        }
    }
}

TEST(Colour, HalvedChromaIsTheMeanOfFourRoundedOnce) {
    const core::Image image = noise(64, 32);
    const Planes planes = planesFromImage(image, PixelFormat::yuv420p8);
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 32; ++x) {
            double cb = 0, cr = 0;
            for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
                const Ycc e = exact(image.pixel(2 * x + dx, 2 * y + dy));
                cb += e.cb / 4;
                cr += e.cr / 4;
            }
            ASSERT_NEAR(planes.row(1, y)[x], cb, 0.5 + 1e-9);
            ASSERT_NEAR(planes.row(2, y)[x], cr, 0.5 + 1e-9);
        }
    }
}

TEST(Colour, OddEdgesRepeatTheLastPixel) {
    const core::Image image = noise(5, 3);
    const Planes planes = planesFromImage(image, PixelFormat::yuv420p8);
    const Planes full = planesFromImage(image, PixelFormat::yuv444p8);
    EXPECT_EQ(planes.row(1, 1)[2], full.row(1, 2)[4]);
    EXPECT_EQ(planes.row(2, 1)[2], full.row(2, 2)[4]);
}

TEST(Colour, AndBackWithinTheRangesCoarserSteps) {
    const core::Image image = noise(64, 64);
    const core::Image back = imageFromPlanes(planesFromImage(image, PixelFormat::yuv444p8));
    for (std::size_t i = 0; i < image.rgba.size(); ++i) {
        if (i % 4 == 3) continue;  // alpha
        ASSERT_NEAR(back.rgba[i], image.rgba[i], 2);
    }
}

TEST(Colour, RgbaIsLeftAlone) {
    const core::Image image = noise(30, 7);
    EXPECT_EQ(imageFromPlanes(planesFromImage(image, PixelFormat::rgba8)), image);
}

TEST(Colour, RefusesAnotherSize) {
    Planes planes(PixelFormat::yuv420p8, 32, 32);
    EXPECT_THROW(convert(noise(32, 30), planes), core::Failure);
}

}  // namespace
}  // namespace ebbflow::encode
