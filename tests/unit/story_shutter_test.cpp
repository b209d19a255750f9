// The moments of an open shutter: exact ticks, evenly, inside their frame, never past a cut.

#include <gtest/gtest.h>

#include <algorithm>

#include "story/shutter.hpp"

namespace ebbflow::story {
namespace {

constexpr auto kSecond = core::FilmTime::kTicksPerSecond;
const core::FrameRate kPal{25, 1}, kNtsc{30000, 1001};

/// Two steps of two seconds each.
Timeline twoSteps(scene::Transition::Kind transition) {
    Timeline timeline;
    timeline.steps.resize(2);
    for (std::size_t i = 0; i < 2; ++i) {
        timeline.steps[i].start =
            core::FilmTime::fromTicks(static_cast<std::int64_t>(i) * 2 * kSecond);
        timeline.steps[i].length = core::FilmTime::fromTicks(2 * kSecond);
    }
    timeline.steps[1].transition = transition;
    timeline.length = core::FilmTime::fromTicks(4 * kSecond);
    return timeline;
}

const Timeline kMoves = twoSteps(scene::Transition::Kind::move);

TEST(Shutter, ThatIsShutSeesTheFramesStart) {
    const core::FilmTime start = core::frameStart(17, kNtsc);
    EXPECT_EQ(openMoments(kMoves, start, kNtsc, {}), std::vector{start});
}

TEST(Shutter, LooksEvenlyFromTheFramesStart) {
    for (const core::FrameRate& rate : {kPal, kNtsc}) {
        const core::FilmTime start = core::frameStart(10, rate);
        const std::int64_t frame = core::frameStart(1, rate).ticks();
        const auto moments = openMoments(kMoves, start, rate, {180, 16});
        ASSERT_EQ(moments.size(), 16U);
        for (std::size_t i = 0; i < 16; ++i) {
            const auto part = static_cast<std::int64_t>(i);
            // The middle of the i-th sixteenth of half a frame.
            EXPECT_EQ((moments[i] - start).ticks(), frame * (2 * part + 1) / 64);
        }
    }
}

TEST(Shutter, OfAWholeTurnStaysInsideItsFrame) {
    for (const core::FrameRate& rate : {kPal, kNtsc}) {
        for (const std::int64_t frame : {0, 1, 49}) {
            const auto moments =
                openMoments(kMoves, core::frameStart(frame, rate), rate, {360, 256});
            EXPECT_GE(moments.front(), core::frameStart(frame, rate));
            EXPECT_LT(moments.back(), core::frameStart(frame + 1, rate));
            EXPECT_TRUE(std::ranges::is_sorted(moments));
        }
    }
}

TEST(Shutter, DoesNotLookPastACut) {
    // At 29.97 the second step begins inside a frame.
    const std::int64_t frame = core::frameAt(core::FilmTime::fromTicks(2 * kSecond), kNtsc);
    const core::FilmTime start = core::frameStart(frame, kNtsc);
    ASSERT_LT(start.ticks(), 2 * kSecond);
    const auto last = [&](scene::Transition::Kind kind) {
        return openMoments(twoSteps(kind), start, kNtsc, {360, 16}).back().ticks();
    };
    EXPECT_GT(last(scene::Transition::Kind::move), 2 * kSecond);
    EXPECT_LT(last(scene::Transition::Kind::cut), 2 * kSecond);
    EXPECT_GT(last(scene::Transition::Kind::crossFade), 2 * kSecond);
}

}  // namespace
}  // namespace ebbflow::story
