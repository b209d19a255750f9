// A window on a weak machine: how finely it draws, and when it need not draw at all. Times are
// given; nothing is measured.

#include <gtest/gtest.h>

#include <functional>

#include "live/at_rest.hpp"
#include "live/governor.hpp"

namespace ebbflow::live {
namespace {

constexpr double kBudget = 0.04;

/// A machine on which a picture of all pixels takes that long, of which `fixed` whatever its size.
struct Machine {
    double whole = 0.02;
    double fixed = 0;
    [[nodiscard]] double takes(double scale) const {
        return fixed + (whole - fixed) * scale * scale;
    }
};

/// A window whose pictures move, driven by a clock of its own.
struct Driven {
    Governor governor{kBudget};
    double now = 0;
    double shown = 0;  ///< scale of the last picture
    int changes = 0;   ///< of scale

    /// So many seconds of moving pictures.
    void run(const Machine& machine, double seconds) {
        for (const double until = now + seconds; now < until;) {
            const double scale = governor.scaleAt(now, true);
            const bool usual = scale == shown;
            if (!usual) ++changes;
            shown = scale;
            const double took = machine.takes(scale);
            now += std::max(took, kBudget);
            governor.drew(took, now, usual);
        }
    }
};

TEST(Governor, ABudgetIsAFrameOfTheFilmButNeverLessThanAThirtieth) {
    EXPECT_DOUBLE_EQ(pictureBudget({25, 1}), 0.04);
    EXPECT_DOUBLE_EQ(pictureBudget({24000, 1001}), 1001.0 / 24000);
    EXPECT_DOUBLE_EQ(pictureBudget({60, 1}), 1.0 / 30);
}

TEST(Governor, AMachineThatKeepsUpDrawsAllPixels) {
    Driven window;
    window.run({0.039}, 60);
    EXPECT_EQ(window.governor.scale(), 1);
    EXPECT_EQ(window.changes, 1);
}

TEST(Governor, AWeakMachineSoonDrawsAsManyPixelsAsItCan) {
    for (const double whole : {0.045, 0.06, 0.08, 0.1, 0.13}) {
        Driven window;
        window.run({whole}, 1);
        const double scale = window.governor.scale();
        EXPECT_LT(scale, 1) << whole;
        EXPECT_LE(whole * scale * scale, kBudget) << whole;
        window.run({whole}, 30);
        EXPECT_LE(Machine{whole}.takes(window.governor.scale()), kBudget) << whole;
    }
}

TEST(Governor, BelowHalfItDoesNotGo) {
    Driven window;
    window.run({2}, 60);
    EXPECT_EQ(window.governor.scale(), 0.5);
}

TEST(Governor, WhatTakesTimeWhateverItsSizeIsLoweredStepByStep) {
    Driven window;
    window.run({0.08, 0.02}, 10);
    EXPECT_LE((Machine{0.08, 0.02}.takes(window.governor.scale())), kBudget);
}

TEST(Governor, OnePictureThatTakesLongIsNoWeakMachine) {
    Driven window;
    for (int i = 0; i < 20; ++i) {
        window.run({0.02}, 2);
        window.run({0.5}, 0.01);
    }
    EXPECT_EQ(window.governor.scale(), 1);
}

TEST(Governor, WhereThereIsRoomAgainThePixelsComeBack) {
    Driven window;
    window.run({0.1}, 5);
    ASSERT_LT(window.governor.scale(), 0.7);
    window.run({0.02}, 1);
    EXPECT_LT(window.governor.scale(), 0.7) << "not at the first lull";
    window.run({0.02}, 15);
    EXPECT_EQ(window.governor.scale(), 1);
}

TEST(Governor, BetweenTwoStepsItDoesNotSway) {
    // Every scale's price, close to the budget on both sides.
    for (double whole = 0.03; whole < 0.16; whole += 0.0005) {
        Driven window;
        window.run({whole, whole / 4}, 5);
        window.changes = 0;
        window.run({whole, whole / 4}, 60);
        EXPECT_LE(window.changes, 1) << whole;
    }
}

TEST(Governor, AStepThatWasAMistakeIsTriedLessAndLessOften) {
    // Pictures that are quick while they are small, and slow as soon as they are not.
    Driven window;
    const auto runFor = [&](double seconds) {
        const double until = window.now + seconds;
        while (window.now < until) {
            const bool fine = window.governor.scale() > 0.6;
            window.run({fine ? 0.2 : 0.02}, 0.05);
        }
    };
    runFor(20);
    window.changes = 0;
    runFor(120);
    EXPECT_GE(window.changes, 2) << "it still tries";
    EXPECT_LE(window.changes, 12);
}

TEST(Governor, APictureThatRestsHasAllItsPixels) {
    Driven window;
    window.run({0.1}, 5);
    const double low = window.governor.scale();
    ASSERT_LT(low, 1);
    EXPECT_EQ(window.governor.scaleAt(window.now + 0.1, false), low) << "not between two frames";
    EXPECT_EQ(window.governor.scaleAt(window.now + 0.5, false), 1);
    EXPECT_EQ(window.governor.scaleAt(window.now + 9, false), 1);
    EXPECT_EQ(window.governor.scaleAt(window.now + 9.1, true), low) << "and moves as before";
    EXPECT_EQ(window.governor.scaleAt(window.now + 9.2, false), low);
}

TEST(Governor, APinnedScaleStays) {
    Governor governor(kBudget, 0.3);
    for (int i = 0; i < 100; ++i) governor.drew(1, i, true);
    EXPECT_EQ(governor.scale(), 0.3);
    EXPECT_EQ(governor.scaleAt(200, true), 0.3);
    EXPECT_EQ(governor.scaleAt(300, false), 0.3);
}

/// Lights of one path that leave at 10 s and 20 s and are under way for 4 s each.
picture::Lights twoLights() {
    picture::Lights lights;
    for (const float departure : {10.F, 20.F}) {
        picture::LightVertex light;
        light.departure = departure;
        light.duration = 4;
        lights.vertices.push_back(light);
    }
    return lights;
}

picture::FrameDescription frameAt(double seconds) {
    picture::FrameDescription frame;
    frame.filmSeconds = seconds;
    frame.lights = {{0, 2}};
    return frame;
}

TEST(AtRest, TimeAloneMakesNoOtherPicture) {
    const picture::Lights lights = twoLights();
    EXPECT_TRUE(samePicture(frameAt(15), frameAt(15.04), lights));
    EXPECT_TRUE(samePicture(frameAt(15), frameAt(30), lights));
    picture::FrameDescription later = frameAt(15.04);
    later.lights.clear();
    EXPECT_TRUE(samePicture(frameAt(15), later, lights)) << "which might be under way";
}

TEST(AtRest, ALightUnderWayDoes) {
    const picture::Lights lights = twoLights();
    EXPECT_FALSE(samePicture(frameAt(12), frameAt(12.04), lights));
    EXPECT_FALSE(samePicture(frameAt(9), frameAt(12), lights)) << "it has left";
    EXPECT_FALSE(samePicture(frameAt(12), frameAt(15), lights)) << "it has come";
    EXPECT_FALSE(samePicture(frameAt(9.995), frameAt(10.001), lights));
    EXPECT_TRUE(samePicture(frameAt(12), frameAt(12), lights));
    picture::FrameDescription shimmers = frameAt(12);
    shimmers.waitingSeconds = 0.5;
    EXPECT_FALSE(samePicture(frameAt(12), shimmers, lights));
    shimmers.filmSeconds = 15;
    EXPECT_TRUE(samePicture(frameAt(15), shimmers, lights));
}

TEST(AtRest, SoDoAVeilAndWhatEverIsDrawnOtherwise) {
    const picture::Lights lights = twoLights();
    const auto differs = [&](const std::function<void(picture::FrameDescription&)>& change) {
        picture::FrameDescription later = frameAt(15.04);
        change(later);
        return !samePicture(frameAt(15), later, lights);
    };
    EXPECT_TRUE(differs([](auto& f) { f.black = 0.1F; }));
    EXPECT_TRUE(differs([](auto& f) { f.overlay.push_back(picture::BoxItem{}); }));
    EXPECT_TRUE(differs([](auto& f) { f.base.camera.center.x += 1e-9; }));
    EXPECT_TRUE(differs([](auto& f) { f.standing.push_back({0, 1}); }));
    picture::FrameDescription veil = frameAt(15), later = frameAt(15.04);
    veil.ribbons.resize(1);
    later.ribbons.resize(1);
    EXPECT_TRUE(samePicture(veil, later, lights));
    veil.ribbons[0].drifts = later.ribbons[0].drifts = true;
    EXPECT_FALSE(samePicture(veil, later, lights));
}

TEST(AtRest, APictureThatIsMixedInLivesByTheSameClock) {
    const picture::Lights lights = twoLights();
    picture::FrameDescription mixed = frameAt(12), later = frameAt(12.04);
    mixed.lights.clear();
    later.lights.clear();
    EXPECT_TRUE(samePicture(mixed, later, lights));
    mixed.before = frameAt(12);
    later.before = frameAt(12.04);
    EXPECT_FALSE(samePicture(mixed, later, lights));
}

}  // namespace
}  // namespace ebbflow::live
