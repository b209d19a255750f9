// Flashing against ITU-R BT.1702's rule, by luminance and by saturated red, on pictures made to be
// just inside and just outside it.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "core/colour.hpp"
#include "quality/flash.hpp"

namespace ebbflow::quality {
namespace {

constexpr int kWidth = 32, kHeight = 16;
const core::FrameRate kPal{25, 1};

/// Relative luminance at a place and frame.
using Light = std::function<double(int x, int y, int frame)>;

core::Image pictureOf(const Light& light, int frame) {
    core::Image picture(kWidth, kHeight);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const float grey = core::srgbFromLinear(static_cast<float>(light(x, y, frame)));
            const auto level = static_cast<std::uint8_t>(std::lround(grey * 255));
            std::uint8_t* pixel = picture.pixel(x, y);
            pixel[0] = pixel[1] = pixel[2] = level;
            pixel[3] = 255;
        }
    }
    return picture;
}

FlashReport measured(const Light& light, int frames = 75, core::FrameRate rate = kPal) {
    FlashMeter meter(kWidth, kHeight, rate);
    for (int frame = 0; frame < frames; ++frame) meter.add(pictureOf(light, frame));
    return meter.report();
}

/// Bright for half of every `period` frames.
Light blinking(int period, double dark, double bright) {
    return [=](int, int, int frame) { return frame % period * 2 < period ? bright : dark; };
}

/// `inside` where x is below `columns`, else `outside`.
Light onPart(int columns, const Light& inside, double outside) {
    return [=](int x, int y, int frame) { return x < columns ? inside(x, y, frame) : outside; };
}

TEST(Flash, FiveBlinksASecondAreTooMany) {
    const FlashReport report = measured(blinking(5, 0.1, 0.5));
    EXPECT_FALSE(report.passes());
    EXPECT_EQ(report.largestShare, 1);
    EXPECT_EQ(report.mostFlashes, 5);
    EXPECT_GE(report.bad.front(), 15) << "three flashes are allowed before it is one too many";
    EXPECT_LE(report.bad.front(), 20);
}

TEST(Flash, ThreeBlinksASecondAreAllowed) {
    // 24 frames a second, so that three fall on whole frames.
    const FlashReport report = measured(blinking(8, 0.1, 0.5), 96, {24, 1});
    EXPECT_TRUE(report.passes());
    EXPECT_EQ(report.mostFlashes, 3);
    EXPECT_FALSE(measured(blinking(6, 0.1, 0.5), 96, {24, 1}).passes()) << "four are not";
}

TEST(Flash, TwoASecondAreTooManyWhenTheyGoOnForLong) {
    const auto after = [](int period, int seconds, core::FrameRate rate = {24, 1}) {
        const int frames = seconds * static_cast<int>(rate.numerator / rate.denominator);
        return measured(blinking(period, 0.1, 0.5), frames, rate);
    };
    EXPECT_TRUE(after(12, 4).passes());
    const FlashReport long_ = after(12, 6);
    EXPECT_TRUE(long_.bad.empty()) << "no second of it is against the rule";
    ASSERT_FALSE(long_.extended.empty());
    EXPECT_NEAR(static_cast<double>(long_.extended.front()) / 24, 5, 0.5);
    EXPECT_FALSE(after(8, 6).passes()) << "three a second, which a second may have";
    EXPECT_FALSE(after(30, 6, {60, 1}).passes());
    EXPECT_TRUE(after(16, 20).passes()) << "three in two seconds are not two in each";
    EXPECT_TRUE(after(24, 20).passes());
}

TEST(Flash, LongOnesOnAQuarterOfThePictureMayBe) {
    EXPECT_TRUE(measured(onPart(kWidth / 4, blinking(12, 0.1, 0.6), 0.1), 240, {24, 1}).passes());
    EXPECT_FALSE(
        measured(onPart(kWidth / 4 + 1, blinking(12, 0.1, 0.6), 0.1), 240, {24, 1}).passes());
}

TEST(Flash, LongOnesWithPausesAreNone) {
    // Three seconds of every five.
    const Light paused = [](int, int, int frame) {
        return frame % 120 < 72 && frame % 12 < 6 ? 0.5 : 0.1;
    };
    EXPECT_TRUE(measured(paused, 480, {24, 1}).passes());
}

TEST(Flash, AStillPictureAndACutAreNone) {
    EXPECT_EQ(measured([](int, int, int) { return 0.5; }).mostFlashes, 0);
    EXPECT_EQ(measured([](int, int, int frame) { return frame < 30 ? 0.0 : 1.0; }).mostFlashes,
              0.5);
}

TEST(Flash, LessThanATenthIsNone) {
    EXPECT_EQ(measured(blinking(4, 0.30, 0.39)).largestShare, 0);
    EXPECT_EQ(measured(blinking(4, 0.30, 0.41)).largestShare, 1);
}

TEST(Flash, TwoBrightSidesAreNone) {
    EXPECT_TRUE(measured(blinking(4, 0.82, 1.0)).passes());
    EXPECT_FALSE(measured(blinking(4, 0.78, 0.9)).passes());
}

TEST(Flash, AQuarterOfThePictureMayFlash) {
    EXPECT_TRUE(measured(onPart(kWidth / 4, blinking(4, 0.1, 0.6), 0.1)).passes());
    const FlashReport more = measured(onPart(kWidth / 4 + 1, blinking(4, 0.1, 0.6), 0.1));
    EXPECT_FALSE(more.passes());
    EXPECT_NEAR(more.largestShare, 9.0 / 32, 1e-9);
}

TEST(Flash, PartsThatTakeTurnsAreOnePicture) {
    // Each half blinks twice and a half a second, the picture five times.
    const Light turns = [](int x, int, int frame) {
        const int turn = frame / 5 % 2;
        return frame % 5 < 2 && (x < kWidth / 2) == (turn == 0) ? 0.6 : 0.1;
    };
    const FlashReport report = measured(turns);
    EXPECT_EQ(report.largestShare, 0) << "no pixel flashes more than three times";
    EXPECT_FALSE(report.passes());
    EXPECT_EQ(report.mostFlashes, 5);
}

TEST(Flash, PartsOutOfStepAreAddedUp) {
    // Sixteen columns, of which never a quarter change at once.
    const Light wave = [](int x, int, int frame) {
        return (frame + x) % 6 < 3 && x < kWidth / 2 ? 0.6 : 0.1;
    };
    const FlashReport report = measured(wave);
    EXPECT_EQ(report.mostFlashes, 0);
    EXPECT_EQ(report.largestShare, 0.5);
    EXPECT_FALSE(report.passes());
}

TEST(Flash, ASlowSwellIsOneChangeHoweverManyFramesItTakes) {
    const FlashReport report =
        measured([](int, int, int frame) { return 0.5 - 0.5 * std::cos(frame * 0.05); }, 250);
    EXPECT_TRUE(report.passes());
    EXPECT_LE(report.mostFlashes, 1);
}

TEST(Flash, AFlickerOfOneFrameAtFiftyASecondIsSeen) {
    EXPECT_FALSE(measured(blinking(2, 0.1, 0.3), 100, {50, 1}).passes());
}

/// Of one colour all over, by frame.
using Paint = std::function<std::array<std::uint8_t, 3>(int frame)>;

FlashMeter metered(const Paint& paint, int frames = 75) {
    FlashMeter meter(kWidth, kHeight, kPal);
    for (int frame = 0; frame < frames; ++frame) {
        core::Image picture(kWidth, kHeight);
        const auto colour = paint(frame);
        for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
            std::ranges::copy(colour, picture.rgba.begin() + static_cast<std::ptrdiff_t>(i));
            picture.rgba[i + 3] = 255;
        }
        meter.add(picture);
    }
    return meter;
}

Paint alternating(int period, std::array<std::uint8_t, 3> a, std::array<std::uint8_t, 3> b) {
    return [=](int frame) { return frame % period * 2 < period ? a : b; };
}

TEST(RedFlash, SaturatedRedIsFoundWhereLuminanceSeesNothing) {
    // 92 of 255 is a tenth of the light, and red carries a fifth of the luminance.
    const FlashMeter meter = metered(alternating(5, {130, 0, 0}, {60, 0, 0}));
    EXPECT_TRUE(meter.report().passes());
    EXPECT_FALSE(meter.redReport().passes());
    EXPECT_EQ(meter.redReport().mostFlashes, 5);
    EXPECT_EQ(meter.redReport().largestShare, 1);
}

TEST(RedFlash, AChangeFromSaturatedRedToGreyIsOneToo) {
    // Of equal luminance, about 0.2126.
    EXPECT_FALSE(metered(alternating(5, {255, 0, 0}, {127, 127, 127})).redReport().passes());
    EXPECT_TRUE(metered(alternating(5, {255, 0, 0}, {127, 127, 127})).report().passes());
}

TEST(RedFlash, OtherColoursAndPaleRedAreNone) {
    EXPECT_EQ(metered(alternating(5, {0, 0, 255}, {0, 0, 0})).redReport().mostFlashes, 0);
    EXPECT_EQ(metered(alternating(5, {0, 200, 0}, {0, 0, 0})).redReport().mostFlashes, 0);
    // Linear light 0.216, 0.08, 0.08: red is 0.57 of it.
    EXPECT_EQ(metered(alternating(5, {128, 80, 80}, {0, 0, 0})).redReport().mostFlashes, 0);
}

TEST(RedFlash, WhatIsDarkOrSeldomIsNone) {
    // R − G − B of 0.052, below 20/320.
    EXPECT_EQ(metered(alternating(5, {64, 0, 0}, {0, 0, 0})).redReport().mostFlashes, 0);
    EXPECT_TRUE(metered(alternating(10, {255, 0, 0}, {0, 0, 0})).redReport().passes());
}

}  // namespace
}  // namespace ebbflow::quality
