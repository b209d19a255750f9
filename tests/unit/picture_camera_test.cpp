// The camera: where things are in the picture and back, fitting, and the way between two views.

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "story/camera_move.hpp"
#include "story/stage_area.hpp"

namespace ebbflow::picture::test {
namespace {

constexpr double kAspect = 16.0 / 9.0;

/// The engine's own bits, scaled by hand: the same numbers with every library.
class Numbers {
public:
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(engine_()) / 4294967295.0;
    }
    CameraView view() {
        return {{between(-4000, 4000), between(-3000, 3000)},
                std::exp(between(std::log(50), std::log(20000))),
                between(0, 60),
                between(-180, 180)};
    }

private:
    std::mt19937 engine_{1949};
};

double spread(const CameraView& a, const CameraView& b) {
    return std::hypot(a.center.x - b.center.x, a.center.y - b.center.y) / a.widthKm +
           std::abs(std::log(a.widthKm / b.widthKm)) + std::abs(a.tilt - b.tilt) / 60 +
           std::abs(std::remainder(a.bearing - b.bearing, 360)) / 180;
}

TEST(Camera, ProjectUndoesUnproject) {
    Numbers numbers;
    for (int i = 0; i < 2000; ++i) {
        const CameraView view = numbers.view();
        const core::PixelPoint pixel{numbers.between(0, 1920), numbers.between(0, 1080)};
        const auto ground = unproject(view, kAspect, pixel);
        ASSERT_TRUE(ground) << "no horizon is in the picture up to 60 degrees";
        const auto back = project(view, kAspect, *ground);
        ASSERT_TRUE(back);
        EXPECT_NEAR(back->x, pixel.x, 1e-6);
        EXPECT_NEAR(back->y, pixel.y, 1e-6);
    }
}

TEST(Camera, LooksAtItsCentreFromTheSouthWhenNorthIsUp) {
    const CameraView view{{300, -200}, 4000, 40, 0};
    const auto middle = project(view, kAspect, {300, -200});
    EXPECT_NEAR(middle->x, 960, 1e-9);
    EXPECT_NEAR(middle->y, 540, 1e-9);
    EXPECT_LT(project(view, kAspect, {300, 0})->y, 540) << "north is up";
    EXPECT_GT(project(view, kAspect, {500, -200})->x, 960) << "east is right";
    EXPECT_LT(project(view, kAspect, {300, -200}, 100)->y, 540) << "what is high, is higher up";
    CameraView turned = view;
    turned.bearing = 90;
    EXPECT_LT(project(turned, kAspect, {500, -200})->y, 540) << "east is up at bearing 90";
}

TEST(Camera, ItsWidthIsWhatItShowsAcross) {
    const CameraView view{{0, 0}, 4000, 0, 0};
    EXPECT_NEAR(project(view, kAspect, {-2000, 0})->x, 0, 1e-6);
    EXPECT_NEAR(project(view, kAspect, {2000, 0})->x, 1920, 1e-6);
    EXPECT_NEAR(pixelsPerKm(view, kAspect), 0.48, 1e-12);
}

TEST(Camera, FitHoldsAllPointsTightly) {
    Numbers numbers;
    const core::PixelBox safe = story::stageArea(kAspect);
    for (int i = 0; i < 300; ++i) {
        std::vector<core::MapPoint> points;
        const double far = numbers.between(300, 4000);
        for (int p = 0; p < 2 + i % 7; ++p)
            points.push_back({numbers.between(-far, far), numbers.between(-far, far)});
        const double least = 200;
        const CameraView view =
            fit(points, numbers.between(0, 45), numbers.between(-180, 180), kAspect, safe, least);
        core::PixelBox box{1e9, 1e9, 0, 0};
        double right = -1e9, bottom = -1e9;
        for (const auto& point : points) {
            const auto pixel = project(view, kAspect, point);
            ASSERT_TRUE(pixel);
            box.x = std::min(box.x, pixel->x);
            box.y = std::min(box.y, pixel->y);
            right = std::max(right, pixel->x);
            bottom = std::max(bottom, pixel->y);
        }
        EXPECT_GE(box.x, safe.x - 1);
        EXPECT_GE(box.y, safe.y - 1);
        EXPECT_LE(right, safe.x + safe.width + 1);
        EXPECT_LE(bottom, safe.y + safe.height + 1);
        const double fill = std::max((right - box.x) / safe.width, (bottom - box.y) / safe.height);
        EXPECT_TRUE(fill > 0.99 || view.widthKm <= least * 1.001) << fill;
    }
}

TEST(Camera, FitOfOnePlaceIsNoCloserThanAsked) {
    const std::vector<core::MapPoint> one{{120, 340}};
    const CameraView view = fit(one, 25, 40, kAspect, story::stageArea(kAspect), 1800);
    EXPECT_DOUBLE_EQ(view.widthKm, 1800);
    const core::PixelBox safe = story::stageArea(kAspect);
    EXPECT_NEAR(project(view, kAspect, one[0])->x, safe.x + safe.width / 2, 0.1);
    EXPECT_NEAR(project(view, kAspect, one[0])->y, safe.y + safe.height / 2, 0.1);
}

TEST(CameraMove, BeginsAndEndsExactly) {
    Numbers numbers;
    for (int i = 0; i < 200; ++i) {
        const CameraView a = numbers.view(), b = numbers.view();
        EXPECT_EQ(story::between(a, b, 0), a);
        EXPECT_EQ(story::between(a, b, 1), b);
        EXPECT_LT(spread(story::between(a, b, 1e-6), a), 1e-3) << "no jump at the start";
        EXPECT_LT(spread(story::between(a, b, 1 - 1e-6), b), 1e-3) << "nor at the end";
    }
}

TEST(CameraMove, NeverJumps) {
    Numbers numbers;
    for (int i = 0; i < 100; ++i) {
        const CameraView a = numbers.view(), b = numbers.view();
        CameraView last = a;
        double longest = 0, total = 0;
        for (int step = 1; step <= 1000; ++step) {
            const CameraView now = story::between(a, b, step / 1000.0);
            ASSERT_TRUE(std::isfinite(now.center.x) && std::isfinite(now.widthKm));
            ASSERT_GT(now.widthKm, 0);
            longest = std::max(longest, spread(last, now));
            total += spread(last, now);
            last = now;
        }
        // Perceived speed is even (van Wijk & Nuij), so that no step is much longer than the mean.
        EXPECT_LT(longest, 6 * total / 1000 + 1e-9);
    }
}

TEST(CameraMove, BackIsTheSameWay) {
    Numbers numbers;
    for (int i = 0; i < 200; ++i) {
        const CameraView a = numbers.view(), b = numbers.view();
        const double progress = numbers.between(0.01, 0.99);
        EXPECT_LT(spread(story::between(a, b, progress), story::between(b, a, 1 - progress)), 1e-6);
    }
}

TEST(CameraMove, TurnsTheShorterWay) {
    const CameraView a{{0, 0}, 1000, 0, 350}, b{{0, 0}, 1000, 0, 10};
    EXPECT_NEAR(std::remainder(story::between(a, b, 0.5).bearing, 360), 0, 1e-9);
    const CameraView pan{{700, 0}, 1000, 20, 350};
    EXPECT_GT(story::between(a, pan, 0.5).widthKm, 1000) << "a long pan draws back on its way";
}

}  // namespace
}  // namespace ebbflow::picture::test
