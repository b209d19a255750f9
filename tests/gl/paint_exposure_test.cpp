// Finer and longer looks: the picture gets nearer to the true one with more samples, what moves
// smears as far as it goes, light is averaged as light, and words stay as they were.

#include <algorithm>
#include <cmath>

#include "core/colour.hpp"
#include "paint_fixture.hpp"

namespace ebbflow::paint::testing {
namespace {

constexpr int kWidth = 480, kHeight = 270;

class ExposureTest : public PainterTest {
protected:
    static std::unique_ptr<Painter> painterOf(std::shared_ptr<const geo::World> world,
                                              int across = 1) {
        PainterOptions options;
        options.across = across;
        return makePainter(std::move(world), makeLights(40), options);
    }

    static core::Image exposed(Painter& painter,
                               const std::vector<picture::FrameDescription>& moments) {
        painter.paint(moments, kWidth, kHeight);
        return painter.readImage();
    }
};

/// Root of the mean square of the differences, levels.
double distance(const core::Image& a, const core::Image& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) sum += std::pow(a.rgba[i] - b.rgba[i], 2);
    return std::sqrt(sum / static_cast<double>(a.rgba.size()));
}

TEST_F(ExposureTest, MoreSamplesComeNearerToTheTruth) {
    const auto lights = makeLights(40);
    picture::FrameDescription frame = richFrame(*lights);
    frame.overlay.clear();
    std::vector<core::Image> pictures;
    for (const int across : {1, 2, 4})
        pictures.push_back(paint(*painterOf(makeWorld(), across), frame, kWidth, kHeight));
    const double plain = distance(pictures[0], pictures[2]);
    const double finer = distance(pictures[1], pictures[2]);
    EXPECT_LT(finer, 0.7 * plain);
    EXPECT_GT(finer, 0);
    EXPECT_LT(plain, 12) << "it is the same picture after all";
}

TEST_F(ExposureTest, OneMomentAtOneSampleIsThePictureAsEver) {
    const auto frame = richFrame(*makeLights(40));
    const auto painter = painterOf(makeWorld());
    const core::Image plain = paint(*painter, frame, kWidth, kHeight);
    EXPECT_EQ(exposed(*painterOf(makeWorld()), {frame}), plain);
}

TEST_F(ExposureTest, WordsAreNotAveraged) {
    picture::FrameDescription frame = plainFrame();
    const auto rich = richFrame(*makeLights(40));
    frame.overlay = rich.overlay;
    std::get<picture::BoxItem>(frame.overlay[0]).colour = {0.1F, 0.1F, 0.1F, 1};
    const core::Image plain = paint(*painterOf(emptyWorld()), frame, kWidth, kHeight);
    const core::Image fine = paint(*painterOf(emptyWorld(), 4), frame, kWidth, kHeight);
    // Inside the box, reference pixels 100 to 800 by 70 to 150, a quarter as large here.
    for (int y = 20; y < 36; ++y) {
        for (int x = 28; x < 196; ++x) {
            for (int c = 0; c < 3; ++c) ASSERT_EQ(plain.pixel(x, y)[c], fine.pixel(x, y)[c]);
        }
    }
}

TEST_F(ExposureTest, LightIsAveragedAsLight) {
    picture::FrameDescription without = plainFrame(), with = plainFrame();
    // Large enough to fill the middle of the picture.
    with.dots = {{{0, 0}, {1, 1, 1, 1}, 120, 1}};
    const auto painter = painterOf(emptyWorld());
    const auto at = [](const core::Image& image) {
        return image.pixel(kWidth / 2, kHeight / 2)[1];
    };
    const core::Image dark = exposed(*painter, {without}), bright = exposed(*painter, {with});
    ASSERT_GT(at(bright), at(dark) + 60);
    const auto light = [&](const core::Image& image) {
        return core::linearFromSrgb(static_cast<float>(at(image)) / 255);
    };
    const core::Image both = exposed(*painter, {without, with, with, without});
    const float mean = core::srgbFromLinear((light(dark) + light(bright)) / 2) * 255;
    EXPECT_NEAR(at(both), mean, 1.6);
}

/// Columns of the middle row that are brighter than the empty picture.
std::vector<int> litColumns(const core::Image& image, const core::Image& empty) {
    std::vector<int> columns;
    for (int x = 0; x < image.width; ++x) {
        if (brightness(image, x, image.height / 2) > brightness(empty, x, image.height / 2) + 5)
            columns.push_back(x);
    }
    return columns;
}

TEST_F(ExposureTest, WhatMovesSmearsAsFarAsItGoes) {
    const auto painter = painterOf(emptyWorld());
    const core::Image empty = exposed(*painter, {plainFrame()});
    const double kmAPixel = 4000.0 / kWidth;
    const auto dotAt = [&](double pixels) {
        picture::FrameDescription frame = plainFrame();
        frame.dots = {{{pixels * kmAPixel, 0}, {1, 1, 1, 1}, 16, 1}};
        return frame;
    };
    const auto still = litColumns(exposed(*painter, {dotAt(-20)}), empty);
    ASSERT_FALSE(still.empty());
    std::vector<picture::FrameDescription> moments;
    constexpr int kMoments = 32;
    for (int i = 0; i < kMoments; ++i) moments.push_back(dotAt(-20 + 40 * (i + 0.5) / kMoments));
    const auto smeared = litColumns(exposed(*painter, moments), empty);
    // From the first of the moments to the last it goes 31/32 of the way.
    const auto longer = static_cast<double>(smeared.size()) - static_cast<double>(still.size());
    EXPECT_NEAR(longer, 40, 2.5);
    EXPECT_EQ(smeared.back() - smeared.front() + 1, static_cast<int>(smeared.size()))
        << "one smear and not many dots";
}

TEST_F(ExposureTest, AFrameAloneIsTheFrameInSequence) {
    const auto lights = makeLights(40);
    const auto momentsFrom = [&](double seconds) {
        std::vector<picture::FrameDescription> moments;
        for (int i = 0; i < 4; ++i) {
            picture::FrameDescription frame = richFrame(*lights);
            frame.filmSeconds = seconds + 0.01 * i;
            frame.base.camera.widthKm += 40 * seconds + i;
            moments.push_back(frame);
        }
        return moments;
    };
    for (const int across : {1, 2}) {
        const auto painter = painterOf(makeWorld(), across);
        for (const double seconds : {0.5, 0.6, 0.7}) (void)exposed(*painter, momentsFrom(seconds));
        EXPECT_EQ(exposed(*painter, momentsFrom(0.8)),
                  exposed(*painterOf(makeWorld(), across), momentsFrom(0.8)));
    }
}

TEST_F(ExposureTest, ACrossFadeIsGatheredToo) {
    const auto lights = makeLights(40);
    picture::FrameDescription frame = richFrame(*lights);
    frame.overlay.clear();
    frame.before = plainFrame();
    frame.mixed = 0.5F;
    const core::Image plain = paint(*painterOf(makeWorld()), frame, kWidth, kHeight);
    const core::Image fine = paint(*painterOf(makeWorld(), 2), frame, kWidth, kHeight);
    EXPECT_LT(distance(plain, fine), 6);
    EXPECT_EQ(exposed(*painterOf(makeWorld(), 2), {frame}), fine);
}

}  // namespace
}  // namespace ebbflow::paint::testing
