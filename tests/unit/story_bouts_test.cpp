// Threads follow the lights: no further than somebody has gone, and gone when all are there.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "frame/describe.hpp"
#include "picture/easing.hpp"
#include "story/bouts.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

constexpr float kNever = 1e9F;

double foremost(const std::vector<Flight>& flights, double t) {
    double most = 0;
    for (const Flight& flight : flights) {
        if (t < flight.departure) continue;
        most = std::max(most, picture::travelled((t - flight.departure) / flight.duration));
    }
    return most;
}

TEST(Bouts, GoAsFarAsTheForemostWhoeverLeftFirst) {
    std::mt19937 engine{1950};
    const auto unit = [&] { return static_cast<float>(engine()) / 4294967296.0F; };
    for (int round = 0; round < 40; ++round) {
        std::vector<Flight> flights;
        for (int i = 0; i < 60; ++i) flights.push_back({4 * unit(), 2 + 2 * unit(), kNever});
        const auto bouts = boutsOf(flights);
        ASSERT_EQ(bouts.size(), 1U);
        EXPECT_LT(bouts[0].front.size(), 30U) << "few ever lead";
        for (double t = 0; t < 8; t += 0.05)
            EXPECT_NEAR(threadAt(bouts, t, -1).to, foremost(flights, t), 1e-6) << t;
    }
}

TEST(Bouts, FadeAfterTheLastAndBeginAnew) {
    const auto bouts = boutsOf({{10, 2, kNever}, {0, 3, kNever}, {1, 4, kNever}});
    ASSERT_EQ(bouts.size(), 2U);
    EXPECT_EQ(threadAt(bouts, -0.1, -1).strength, 0);
    EXPECT_EQ(threadAt(bouts, 4.9, -1).strength, 1);
    const double fading = threadAt(bouts, 5 + kThreadFade / 2, -1).strength;
    EXPECT_GT(fading, 0.2);
    EXPECT_LT(fading, 0.8);
    EXPECT_EQ(threadAt(bouts, 5 + kThreadFade, -1).strength, 0);
    EXPECT_EQ(threadAt(bouts, 10, -1).to, 0) << "from where they leave, not from where it was";
    EXPECT_EQ(threadAt(bouts, 11, -1).strength, 1);
}

TEST(Bouts, EndWhereTheFilmBreaksOff) {
    const auto bouts = boutsOf({{0, 5, 3}, {3.2F, 2, kNever}});
    ASSERT_EQ(bouts.size(), 2U);
    EXPECT_EQ(bouts[0].end, 3);
    EXPECT_EQ(threadAt(bouts, 2, -1).strength, 1);
    EXPECT_EQ(threadAt(bouts, 3.1, 3).strength, 0) << "what left before is not seen";
    EXPECT_GT(threadAt(bouts, 4, 3).to, 0);
}

TEST(ThreadsUnderLights, AreDrawnNoFurtherThanALightHasCome) {
    const auto plan = planOf(filmOf(kFilm));
    std::size_t drawn = 0;
    for (double t = 0; t < plan->timeline.length.seconds(); t += 0.4) {
        const auto frame = frame::describe(*plan, core::FilmTime::fromSeconds(t));
        for (const picture::Ribbon& ribbon : frame.ribbons) {
            if (ribbon.drifts) continue;
            double most = 0;
            for (const picture::LightVertex& light : plan->lights->vertices) {
                if (light.path != ribbon.path || (light.look & 0xFFU) != ribbon.kind) continue;
                most =
                    std::max(most, picture::travelled((t - static_cast<double>(light.departure)) /
                                                      static_cast<double>(light.duration)));
            }
            EXPECT_LE(static_cast<double>(ribbon.to), most + 1e-4) << t;
            ++drawn;
        }
    }
    EXPECT_GT(drawn, 20U);
}

TEST(Streams, GrowWiderByTheRootOfTheirTraffic) {
    const auto widthOf = [](int count) {
        const auto plan =
            planOf(filmOf("title: Film\nsource: A register\n"
                          "flows: {students: {one_light: 1}}\n"
                          "movements: [{kind: students, from: Peking, to: Moscow, "
                          "when: 1951, count: " +
                          std::to_string(count) +
                          "}]\n"
                          "chapters: [{date: 1951, length: 30, show: [Moscow, Peking]}]\n"));
        double sum = 0;
        for (const picture::LightVertex& light : plan->lights->vertices)
            sum += static_cast<double>(light.look >> 24U);
        return sum / static_cast<double>(plan->lights->vertices.size());
    };
    const double few = widthOf(150);
    EXPECT_NEAR(widthOf(600) / few, 2, 0.15);
    EXPECT_NEAR(widthOf(20'000), 158, 8) << "never wider than the widest";
}

TEST(Streams, SpeedsDifferByUpToAFifth) {
    const auto plan = planOf(filmOf(R"(title: Film
source: A register
flows: {students: {travel: 4, one_light: 1}}
movements: [{kind: students, from: Peking, to: Moscow, when: 1951, count: 2000}]
chapters: [{date: 1951, length: 20, show: [Moscow, Peking]}]
)"));
    float least = 1e9F, most = 0;
    for (const picture::LightVertex& light : plan->lights->vertices) {
        least = std::min(least, light.duration);
        most = std::max(most, light.duration);
    }
    EXPECT_NEAR(static_cast<double>(most / least), 1.2 / 0.8, 0.02);
}

}  // namespace
}  // namespace ebbflow::story::test
