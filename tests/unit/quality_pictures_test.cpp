// The quality gate on pictures made to break one rule each: exactly that rule is told, and of a
// clean film nothing.

#include <gtest/gtest.h>

#include <functional>

#include "quality/picture_gate.hpp"

namespace ebbflow::quality {
namespace {

constexpr int kWidth = 32, kHeight = 18;
const core::FrameRate kPal{25, 1};

using Colour = std::array<int, 3>;
/// Of one pixel of one frame.
using Paint = std::function<Colour(int x, int frame)>;

core::Image pictureOf(const Paint& paint, int frame) {
    core::Image picture(kWidth, kHeight);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const Colour colour = paint(x, frame);
            std::ranges::copy(colour, picture.pixel(x, y));
            picture.pixel(x, y)[3] = 255;
        }
    }
    return picture;
}

Report told(const Paint& paint, int frames, std::optional<Intent> intent = std::nullopt) {
    PictureGate gate({kWidth, kHeight}, kPal);
    for (int frame = 0; frame < frames; ++frame) {
        const core::Image picture = pictureOf(paint, frame);
        gate.add({picture, levelsOf(picture), intent});
    }
    Report report;
    gate.tell(report);
    return report;
}

/// A dark map over which a light goes slowly.
Colour clean(int x, int frame) {
    return x == frame / 2 % kWidth ? Colour{220, 170, 80} : Colour{30 + x, 40, 60};
}

struct Expected {
    core::Severity severity{};
    Rule rule{};
    Span frames;
};

void expectOnly(const Report& report, const Expected& expected) {
    ASSERT_EQ(report.findings.size(), 1U);
    const Finding& finding = report.findings.front();
    EXPECT_EQ(finding.severity, expected.severity) << finding.message;
    EXPECT_EQ(finding.rule, expected.rule) << finding.message;
    EXPECT_EQ(finding.frames.first, expected.frames.first) << finding.message;
    EXPECT_EQ(finding.frames.last, expected.frames.last) << finding.message;
}

TEST(PictureGate, SaysNothingOfACleanFilm) {
    EXPECT_TRUE(told(clean, 200).findings.empty());
    EXPECT_TRUE(told(clean, 200, Intent{true, false}).findings.empty());
}

TEST(PictureGate, FindsFlashes) {
    const Report report = told(
        [](int x, int frame) {
            return frame >= 50 && frame % 4 < 2 ? Colour{200, 200, 200} : clean(x, frame);
        },
        100);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].rule, Rule::flash);
    EXPECT_EQ(report.findings[0].severity, core::Severity::error);
    // Three are allowed before it is one too many.
    EXPECT_GE(report.findings[0].frames.first, 50 + 3 * 4);
    EXPECT_LE(report.findings[0].frames.first, 50 + 4 * 4);
    EXPECT_EQ(report.findings[0].frames.last, 99);
}

TEST(PictureGate, FindsFlashesOfRedThatLuminanceDoesNotSee) {
    const Report report = told(
        [](int x, int frame) {
            if (x == frame / 4 % kWidth) return Colour{90, 90, 90};
            return frame % 4 < 2 ? Colour{130, 0, 0} : Colour{60, 0, 0};
        },
        60);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].rule, Rule::redFlash);
}

TEST(PictureGate, FindsAPictureThatStandsStill) {
    const Paint stops = [](int x, int frame) { return clean(x, std::clamp(frame, 0, 40)); };
    // 40 and 41 look alike, and so do all that follow.
    expectOnly(told(stops, 140), {core::Severity::note, Rule::frozen, {40, 139}});
    expectOnly(told(stops, 140, Intent{true, false}),
               {core::Severity::warning, Rule::frozen, {40, 139}});
}

TEST(PictureGate, LetsAFilmRestWhereItsScriptDoes) {
    const Paint stops = [](int x, int frame) { return clean(x, std::min(frame, 40)); };
    EXPECT_TRUE(told(stops, 140, Intent{false, false}).findings.empty());
    EXPECT_TRUE(told(stops, 40 + 75).findings.empty()) << "three seconds are no fault";
}

TEST(PictureGate, ARestThatAnEncoderDisturbsIsOneStill) {
    const Paint noisy = [](int x, int frame) {
        const int noise = (x * 7 + frame * 3) % 5;
        return Colour{40 + noise, 50 + noise, 60 + noise};
    };
    expectOnly(told(noisy, 100), {core::Severity::note, Rule::frozen, {0, 99}});
}

TEST(PictureGate, ASlowFadeIsNoRest) {
    EXPECT_TRUE(told(
                    [](int, int frame) {
                        return Colour{20 + frame / 2, 40, 60};
                    },
                    300)
                    .findings.empty());
}

TEST(PictureGate, FindsBlackInsideAFilmAndTooMuchOfItAtItsEnds) {
    const auto blackIn = [](int first, int last) {
        return [=](int x, int frame) {
            return frame >= first && frame <= last ? Colour{0, 0, 0} : clean(x, frame);
        };
    };
    expectOnly(told(blackIn(60, 61), 120), {core::Severity::warning, Rule::black, {60, 61}});
    expectOnly(told(blackIn(0, 59), 120), {core::Severity::warning, Rule::black, {0, 59}});
    EXPECT_TRUE(told(blackIn(0, 24), 120).findings.empty()) << "a fade from black";
    EXPECT_TRUE(told(blackIn(95, 119), 120).findings.empty()) << "a fade to black";
}

TEST(PictureGate, BlackIsAFaultUnlessTheScriptFades) {
    const Paint black = [](int x, int frame) {
        return frame < 5 ? Colour{0, 0, 0} : clean(x, frame);
    };
    expectOnly(told(black, 60, Intent{true, false}), {core::Severity::error, Rule::black, {0, 4}});
    EXPECT_TRUE(told(black, 60, Intent{true, true}).findings.empty());
}

/// A frame whose samples are all given, but for `odd` of its pixels.
LevelCount levels(int luma, int blue, int red, int odd, int oddLuma) {
    const std::size_t pixels = std::size_t{kWidth} * kHeight;
    std::vector<std::uint16_t> y(pixels, static_cast<std::uint16_t>(luma << 8));
    std::fill_n(y.begin(), odd, static_cast<std::uint16_t>(oddLuma << 8));
    const std::vector<std::uint16_t> cb(pixels, static_cast<std::uint16_t>(blue << 8));
    const std::vector<std::uint16_t> cr(pixels, static_cast<std::uint16_t>(red << 8));
    return countLevels({y.data(), cb.data(), cr.data(), kWidth, kWidth, kHeight});
}

TEST(Levels, KnowBlackAndWhiteAndTheirMargins) {
    EXPECT_EQ(levels(16, 128, 128, 0, 0).outside, 0);
    EXPECT_EQ(levels(235, 128, 128, 0, 0).lumaHigh, 1);
    // A hundredth below black is 2.19 levels, three hundredths above white 6.57.
    EXPECT_EQ(levels(14, 128, 128, 0, 0).outside, 0);
    EXPECT_EQ(levels(13, 128, 128, 0, 0).outside, kWidth * kHeight);
    EXPECT_EQ(levels(241, 128, 128, 0, 0).outside, 0);
    EXPECT_EQ(levels(242, 128, 128, 0, 0).outside, kWidth * kHeight);
}

TEST(Levels, SeeColoursThatNoScreenHas) {
    // Red of 1.5748 × 96/224 over a luma of 0.7: 137 %.
    const LevelCount count = levels(169, 128, 224, 0, 0);
    EXPECT_EQ(count.outside, kWidth * kHeight);
    EXPECT_NEAR(count.rgbHigh, (169.0 - 16) / 219 + 1.5748 * 96 / 224, 1e-5);
    EXPECT_LE(count.lumaHigh, kLumaHigh) << "luma alone would pass";
}

TEST(Levels, AHundredthOfThePictureMayOvershoot) {
    const auto gate = [](int odd) {
        PictureGate pictures({kWidth, kHeight}, kPal);
        for (int frame = 0; frame < 10; ++frame) {
            const core::Image picture = pictureOf(clean, frame);
            pictures.add({picture, levels(100, 128, 128, odd, 250), std::nullopt});
        }
        Report report;
        pictures.tell(report);
        return report;
    };
    EXPECT_TRUE(gate(kWidth * kHeight / 100).findings.empty());
    expectOnly(gate(kWidth * kHeight / 100 + 1), {core::Severity::error, Rule::levels, {0, 9}});
}

TEST(Levels, OfPicturesThatWillBeSignalsAreAllInside) {
    for (const Colour& colour : {Colour{0, 0, 0}, {255, 255, 255}, {255, 0, 0}, {0, 0, 255}}) {
        const auto count = levelsOf(pictureOf([&](int, int) { return colour; }, 0));
        EXPECT_EQ(count.outside, 0);
        EXPECT_EQ(count.pixels, kWidth * kHeight);
    }
}

}  // namespace
}  // namespace ebbflow::quality
