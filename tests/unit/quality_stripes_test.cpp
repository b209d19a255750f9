// Stripes against ITU-R BT.1702's rule, on pictures made to be just inside and just outside it.

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "core/colour.hpp"
#include "quality/stripes.hpp"

namespace ebbflow::quality {
namespace {

constexpr int kWidth = 320, kHeight = 180;
const core::FrameRate kRate{25, 1};

using Light = std::function<double(int x, int y)>;

core::Image pictureOf(const Light& light) {
    core::Image picture(kWidth, kHeight);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const float grey = core::srgbFromLinear(static_cast<float>(light(x, y)));
            std::uint8_t* pixel = picture.pixel(x, y);
            pixel[0] = pixel[1] = pixel[2] = static_cast<std::uint8_t>(std::lround(grey * 255));
            pixel[3] = 255;
        }
    }
    return picture;
}

/// Stripes whose normal points to `degrees`, `period` pixels from one to the next.
Light stripes(double degrees, double period, double dark = 0.05, double bright = 0.6,
              double shift = 0) {
    const double turn = degrees * M_PI / 180;
    return [=](int x, int y) {
        const double along = x * std::cos(turn) + y * std::sin(turn) + shift + 1e5 * period;
        return std::fmod(along, period) * 2 < period ? bright : dark;
    };
}

Light within(double left, double right, const Light& inside, double outside = 0.05) {
    return [=](int x, int y) {
        return x >= left * kWidth && x < right * kWidth ? inside(x, y) : outside;
    };
}

TEST(Stripes, AreFoundInAnyDirection) {
    for (int degrees = 0; degrees < 180; degrees += 15) {
        for (const double period : {6.0, 9.5, 14.0, 20.0})
            EXPECT_GT(stripedShare(pictureOf(stripes(degrees, period))), kStripesAtRest)
                << degrees << ' ' << period;
    }
}

TEST(Stripes, FivePairsAreAllowedAndSixAreNot) {
    const auto pairs = [](int count) {
        const double period = kWidth / static_cast<double>(count);
        return stripedShare(pictureOf(stripes(0, period)));
    };
    EXPECT_EQ(pairs(5), 0);
    EXPECT_GT(pairs(8), 0.5);
}

TEST(Stripes, ThatAreFaintOrDarkAreNone) {
    EXPECT_EQ(stripedShare(pictureOf(stripes(0, 10, 0.30, 0.38))), 0);
    EXPECT_GT(stripedShare(pictureOf(stripes(0, 10, 0.30, 0.45))), 0.5);
    EXPECT_EQ(stripedShare(pictureOf(stripes(0, 10, 0.05, 0.20))), 0);
}

TEST(Stripes, CountByWhatTheyCover) {
    EXPECT_NEAR(stripedShare(pictureOf(within(0, 0.5, stripes(90, 10)))), 0.5, 0.06);
    EXPECT_NEAR(stripedShare(pictureOf(within(0.2, 0.5, stripes(90, 10)))), 0.3, 0.06);
}

TEST(Stripes, NoiseAndUnevenLinesAreNone) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> light(0, 1);
    EXPECT_LT(stripedShare(pictureOf([&](int, int) { return light(random); })), kStripesMoving / 2);
    // Like letters: each mark of another width, each row another.
    std::vector<char> marks(std::size_t{kWidth} * kHeight);
    std::ranges::generate(marks, [&] { return light(random) > 0.5; });
    EXPECT_LT(stripedShare(pictureOf([&](int x, int y) {
                  const int mark = y / 6 * kWidth + x / 3;
                  return marks[static_cast<std::size_t>(mark)] != 0 ? 0.7 : 0.05;
              })),
              kStripesMoving / 2);
}

StripeReport measured(const std::function<Light(int frame)>& film, int frames) {
    StripeMeter meter(kRate);
    for (int frame = 0; frame < frames; ++frame) meter.add(pictureOf(film(frame)));
    return meter.report();
}

TEST(StripeMeters, AllowMoreAtRestThanInMotionAndAnythingForAMoment) {
    const auto third = [](double shift) {
        return within(0, 0.33, stripes(90, 10, 0.05, 0.6, shift));
    };
    const auto rests = measured([&](int) { return third(0); }, 25);
    ASSERT_EQ(rests.runs.size(), 1U);
    EXPECT_FALSE(rests.runs[0].harmful);
    const auto moves = measured([&](int frame) { return third(frame); }, 25);
    ASSERT_EQ(moves.runs.size(), 1U);
    EXPECT_TRUE(moves.runs[0].harmful);
    const auto whole = measured([&](int) { return stripes(45, 12); }, 25);
    ASSERT_EQ(whole.runs.size(), 1U);
    EXPECT_TRUE(whole.runs[0].harmful);
    EXPECT_TRUE(measured([&](int) { return stripes(45, 12); }, 12).runs.empty()) << "0.48 s";
    EXPECT_EQ(measured([&](int) { return stripes(45, 12); }, 13).runs.size(), 1U);
    const auto fifth = [](double shift) {
        return within(0, 0.2, stripes(90, 10, 0.05, 0.6, shift));
    };
    EXPECT_TRUE(measured([&](int frame) { return fifth(frame); }, 25).runs.empty());
}

}  // namespace
}  // namespace ebbflow::quality
