// From light to numbers: no bands in the dark, and planes that equal the formula.

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "paint_fixture.hpp"

namespace ebbflow::paint::testing {
namespace {

class Picture : public PainterTest {};

TEST_F(Picture, DarkGradientsDoNotBand) {
    const auto painter = makePainter(emptyWorld(), makeLights(1));
    auto frame = plainFrame();
    frame.glows = {{{0, 0}, {0.5F, 0.5F, 0.5F, 1}, 900, 0.06F}};
    const core::Image image = paint(*painter, frame, 1280, 720);
    // Along a row the glow falls by a few levels over hundreds of pixels: without noise each level
    // would be one long run.
    int longest = 0, run = 0;
    std::set<int> levels;
    for (int x = 660; x < 1100; ++x) {
        const int here = image.pixel(x, 360)[1];
        levels.insert(here);
        run = here == image.pixel(x - 1, 360)[1] ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    ASSERT_GE(levels.size(), 4U) << "there is a gradient";
    ASSERT_LE(levels.size(), 40U) << "and it is a slow one";
    EXPECT_LT(longest, 24);
}

/// The longest run of equal values.
int longestRun(const std::vector<int>& values) {
    int longest = 0, run = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
        longest = std::max(longest, run);
    }
    return longest;
}

TEST_F(Picture, LevelsOfADarkGradientMixWhereOneWouldEndAndTheNextBegin) {
    const auto painter = makePainter(emptyWorld(), makeLights(1));
    auto frame = plainFrame();
    frame.glows = {{{0, 0}, {0.5F, 0.5F, 0.5F, 1}, 900, 0.06F}};
    const core::Image image = paint(*painter, frame, 1280, 720);
    // Columns of 32 pixels through the middle, where the glow falls only along the row: their mean
    // is the gradient; rounded, it is what a picture without noise would show.
    std::vector<int> shown, rounded;
    int mixed = 0;
    for (int x = 660; x < 1100; ++x) {
        double sum = 0;
        std::set<int> levels;
        for (int y = 344; y < 376; ++y) {
            sum += image.pixel(x, y)[1];
            levels.insert(image.pixel(x, y)[1]);
        }
        EXPECT_LE(*levels.rbegin() - *levels.begin(), 2) << "noise of a level, no more";
        mixed += levels.size() > 1 ? 1 : 0;
        shown.push_back(image.pixel(x, 360)[1]);
        rounded.push_back(static_cast<int>(std::lround(sum / 32)));
    }
    EXPECT_GT(mixed, 400) << "of 440 columns";
    EXPECT_GE(longestRun(rounded), 3 * longestRun(shown)) << "plateaus are gone";
    EXPECT_EQ(std::set<int>(rounded.begin(), rounded.end()).size(),
              std::set<int>(shown.begin(), shown.end()).size());
}

TEST_F(Picture, NoiseKeepsTheMean) {
    const auto painter = makePainter(emptyWorld(), makeLights(1));
    auto frame = plainFrame();
    frame.glows = {{{0, 0}, {0.5F, 0.5F, 0.5F, 1}, 900, 0.06F}};
    const core::Image image = paint(*painter, frame, 1280, 720);
    const auto mean = [&](int x) {
        double sum = 0;
        for (int j = 0; j < 32; ++j) {
            for (int i = 0; i < 32; ++i) sum += image.pixel(x + i, 344 + j)[1];
        }
        return sum / 1024;
    };
    // Means of neighbouring blocks fall evenly, by much less than the whole levels of the pixels.
    for (int x = 700; x < 1000; x += 32)
        EXPECT_LT(std::abs(mean(x) - 2 * mean(x + 32) + mean(x + 64)), 0.25);
}

/// BT.709, limited range, as ITU-R BT.709-6 item 3 has it, from R'G'B' 0…255.
std::array<double, 3> yuv(double r, double g, double b) {
    const double y = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
    return {16 + 219 * y, 128 + 224 * (b / 255 - y) / 1.8556, 128 + 224 * (r / 255 - y) / 1.5748};
}

struct Planes {
    int width = 0, height = 0, block = 1;
    std::array<std::vector<std::uint8_t>, 3> data;
    std::array<raster::PlaneTarget, 3> targets;

    Planes(int w, int h, raster::PlaneLayout layout)
        : width(w), height(h), block(layout == raster::PlaneLayout::yuv420 ? 2 : 1) {
        for (std::size_t i = 0; i < 3; ++i) {
            const int b = i == 0 ? 1 : block;
            const auto stride = static_cast<std::size_t>((w + b - 1) / b) + 5;
            data[i].resize(stride * static_cast<std::size_t>((h + b - 1) / b), 7);
            targets[i] = {data[i].data(), stride};
        }
    }
    [[nodiscard]] int at(std::size_t plane, int x, int y) const {
        return data[plane][static_cast<std::size_t>(y) * targets[plane].stride +
                           static_cast<std::size_t>(x)];
    }
};

/// The mean colour of a block of the picture, whose last row and column stand for what is beyond.
std::array<double, 3> meanOf(const core::Image& image, int x, int y, int block) {
    std::array<double, 3> sum{};
    for (int j = 0; j < block; ++j) {
        for (int i = 0; i < block; ++i) {
            const auto* pixel = image.pixel(std::min(x * block + i, image.width - 1),
                                            std::min(y * block + j, image.height - 1));
            for (std::size_t c = 0; c < 3; ++c)
                sum[c] += pixel[c] / static_cast<double>(block * block);
        }
    }
    return sum;
}

TEST_F(Picture, PlanesEqualTheFormulaWithinOneLevel) {
    const auto lights = makeLights(300);
    const auto painter = makePainter(makeWorld(), lights);
    for (const auto& [width, height] : {std::pair{320, 180}, {101, 57}}) {
        for (const raster::PlaneLayout layout :
             {raster::PlaneLayout::yuv420, raster::PlaneLayout::yuv444}) {
            const core::Image image = paint(*painter, richFrame(*lights), width, height);
            Planes planes(width, height, layout);
            painter->startRead(layout);
            painter->finishRead(planes.targets);
            for (std::size_t plane = 0; plane < 3; ++plane) {
                const int block = plane == 0 ? 1 : planes.block;
                for (int y = 0; y < (height + block - 1) / block; ++y) {
                    for (int x = 0; x < (width + block - 1) / block; ++x) {
                        const auto [r, g, b] = meanOf(image, x, y, block);
                        // Rounded, after as much noise as rounding makes.
                        ASSERT_NEAR(planes.at(plane, x, y), yuv(r, g, b)[plane], 1.002)
                            << plane << ' ' << x << ' ' << y;
                    }
                }
                EXPECT_EQ(planes.data[plane][static_cast<std::size_t>((width + block - 1) / block)],
                          7)
                    << "beyond a row nothing is written";
            }
        }
    }
}

/// Of 64 × 64 pixels from there.
double meanLuma(const Planes& planes, int left, int top) {
    double sum = 0;
    for (int i = 0; i < 64 * 64; ++i) sum += planes.at(0, left + i % 64, top + i / 64);
    return sum / (64 * 64);
}

// 8-bit video of a dark map: every block has the mean it should. With noise in the picture alone,
// which has more levels than the signal has codes, it would not.
TEST_F(Picture, DarkGradientsDoNotBandInVideo) {
    const auto painter = makePainter(makeWorld(), makeLights(1));
    const auto frame = plainFrame();
    PainterOptions deep;
    deep.depth = raster::PictureDepth::sixteen;
    const auto exact = makePainter(makeWorld(), makeLights(1), deep);
    constexpr int kWide = 1920, kHigh = 1080, kBlock = 24;
    exact->paint(frame, kWide, kHigh);
    const core::FloatImage truth = exact->readFloats();
    painter->paint(frame, kWide, kHigh);
    Planes planes(kWide, kHigh, raster::PlaneLayout::yuv420);
    painter->startRead(raster::PlaneLayout::yuv420);
    painter->finishRead(planes.targets);
    double worst = 0, worstWithout = 0;
    for (int top = 0; top + kBlock <= kHigh; top += kBlock) {
        for (int left = 0; left + kBlock <= kWide; left += kBlock) {
            double sum = 0, wanted = 0, rounded = 0;
            for (int i = 0; i < kBlock * kBlock; ++i) {
                const int x = left + i % kBlock, y = top + i / kBlock;
                const float* p = truth.pixel(x, y);
                const double luma = 16 + 219 * (0.2126 * static_cast<double>(p[0]) +
                                                0.7152 * static_cast<double>(p[1]) +
                                                0.0722 * static_cast<double>(p[2]));
                sum += planes.at(0, x, y);
                wanted += luma;
                rounded += std::round(luma);
            }
            worst = std::max(worst, std::abs(sum - wanted) / (kBlock * kBlock));
            worstWithout = std::max(worstWithout, std::abs(rounded - wanted) / (kBlock * kBlock));
        }
    }
    EXPECT_LT(worst, 0.08);
    EXPECT_GT(worstWithout, 0.35) << "there is something to band here";
}

TEST_F(Picture, GreyRampKeepsItsCodes) {
    const auto painter = makePainter(emptyWorld(), makeLights(1));
    auto frame = plainFrame();
    constexpr std::array greys{0, 0x10, 0x20, 0x40, 0x80, 0xC0, 0xFF};
    for (std::size_t i = 0; i < greys.size(); ++i) {
        const float grey = static_cast<float>(greys[i]) / 255;
        frame.overlay.emplace_back(picture::BoxItem{
            {static_cast<double>(i) * 270, 0, 270, 1080}, {grey, grey, grey, 1}, 0});
    }
    const core::Image image = paint(*painter, frame, 640, 360);
    Planes planes(640, 360, raster::PlaneLayout::yuv420);
    painter->startRead(raster::PlaneLayout::yuv420);
    painter->finishRead(planes.targets);
    for (int i = 0; i < static_cast<int>(greys.size()); ++i) {
        const int grey = greys[static_cast<std::size_t>(i)];
        EXPECT_EQ(image.pixel(i * 90 + 45, 180)[0], grey);
        EXPECT_NEAR(meanLuma(planes, i * 90 + 13, 100), 16 + 219 * grey / 255.0, 0.03) << grey;
        EXPECT_EQ(planes.at(1, i * 45 + 22, 90), 128);
        EXPECT_EQ(planes.at(2, i * 45 + 22, 90), 128);
    }
    // What is a whole code stays it: black, and white.
    for (int y = 0; y < 360; ++y) {
        EXPECT_EQ(planes.at(0, 45, y), 16);
        EXPECT_EQ(planes.at(0, 6 * 90 + 45, y), 235);
    }
}

// Only what changed since the last read is turned into planes again.
TEST_F(Picture, PlanesDoNotDependOnWhatWasReadBefore) {
    const auto lights = makeLights(120);
    const auto world = makeWorld();
    const auto painter = makePainter(world, lights);
    auto frame = richFrame(*lights);
    for (int step = 0; step < 6; ++step) {
        frame.filmSeconds = 0.4 * step;
        if (step == 3) frame.overlay.clear();
        painter->paint(frame, 333, 201);
        if (step == 1) continue;  // painted, and never read
        const auto layout = step == 5 ? raster::PlaneLayout::yuv444 : raster::PlaneLayout::yuv420;
        const auto fresh = makePainter(world, lights);
        fresh->paint(frame, 333, 201);
        Planes kept(333, 201, layout), alone(333, 201, layout);
        painter->startRead(layout);
        painter->finishRead(kept.targets);
        fresh->startRead(layout);
        fresh->finishRead(alone.targets);
        EXPECT_EQ(kept.data, alone.data) << step;
    }
}

TEST_F(Picture, SeveralReadsMayBeUnderWayAndComeBackInOrder) {
    const auto painter = makePainter(emptyWorld(), makeLights(1));
    for (int round = 0; round < 3; ++round) {
        std::vector<int> expected;
        for (int i = 0; i < painter->readsAtOnce(); ++i) {
            auto frame = plainFrame();
            const float grey = static_cast<float>(40 + 30 * i + round) / 255;
            frame.overlay.emplace_back(
                picture::BoxItem{{0, 0, 4000, 1080}, {grey, grey, grey, 1}, 0});
            painter->paint(frame, 64, 36);
            painter->startRead(raster::PlaneLayout::yuv420);
            expected.push_back(static_cast<int>(std::lround(16 + 219 * static_cast<double>(grey))));
        }
        EXPECT_THROW(painter->startRead(raster::PlaneLayout::yuv420), std::logic_error);
        for (const int luma : expected) {
            Planes planes(64, 36, raster::PlaneLayout::yuv420);
            painter->finishRead(planes.targets);
            EXPECT_NEAR(planes.at(0, 32, 18), luma, 1);
        }
        Planes planes(64, 36, raster::PlaneLayout::yuv420);
        EXPECT_THROW(painter->finishRead(planes.targets), std::logic_error);
    }
}

TEST_F(Picture, OverlayKeepsItsOrder) {
    const auto painter = makePainter(emptyWorld(), makeLights(1));
    auto frame = plainFrame();
    const core::PixelBox box{200, 200, 600, 400};
    const picture::BoxItem red{box, {1, 0, 0, 1}, 0};
    const picture::StripItem green{
        {{200, 600}, {800, 600}}, {{200, 200}, {800, 200}}, {0, 1, 0, 1}};
    frame.overlay = {red, green};
    EXPECT_EQ(paint(*painter, frame, 960, 540).pixel(250, 200)[1], 255);
    frame.overlay = {green, red};
    EXPECT_EQ(paint(*painter, frame, 960, 540).pixel(250, 200)[0], 255);
    frame.overlay = {red, green, red};
    EXPECT_EQ(paint(*painter, frame, 960, 540).pixel(250, 200)[0], 255);
}

TEST_F(Picture, SquaresFillFromTheBottomAndStayHollowWhenEmpty) {
    const auto painter = makePainter(emptyWorld(), makeLights(1));
    const auto square = [&](float filled) {
        auto frame = plainFrame();
        frame.squares = {{{0, 0}, {0, 0}, 60, {1, 1, 1, 1}, 1, filled, 0}};
        return paint(*painter, frame, 1920, 1080);
    };
    const core::Image hollow = square(0), half = square(0.5F), full = square(1);
    EXPECT_LT(brightness(hollow, 960, 540), 100);
    EXPECT_GT(brightness(hollow, 960 - 30, 540), 600) << "its frame";
    EXPECT_LT(brightness(half, 960, 525), 100);
    EXPECT_GT(brightness(half, 960, 555), 600);
    EXPECT_GT(brightness(full, 960, 525), 600);
}

}  // namespace
}  // namespace ebbflow::paint::testing
