// One plan read by many threads, each of which describes other frames: what each sees is what one
// thread alone would see. Run under the thread sanitizer by tools/test-sanitized.

#include <gtest/gtest.h>

#include <thread>
#include <type_traits>

#include "frame/describe.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::frame::test {
namespace {

using namespace ebbflow::test;

constexpr std::size_t kThreads = 4;

std::vector<core::FilmTime> momentsOf(const Plan& plan, std::int64_t count) {
    std::vector<core::FilmTime> moments;
    for (std::int64_t i = 0; i < count; ++i)
        moments.push_back(core::FilmTime::fromTicks(plan.timeline.length.ticks() / count * i));
    return moments;
}

/// Every thread begins elsewhere and comes by all moments.
std::vector<std::vector<picture::FrameDescription>> describedByThreads(
    const Plan& plan, const std::vector<core::FilmTime>& moments) {
    std::vector<std::vector<picture::FrameDescription>> seen(
        kThreads, std::vector<picture::FrameDescription>(moments.size()));
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < moments.size(); ++i) {
                const std::size_t at = (i + t * moments.size() / kThreads) % moments.size();
                seen[t][at] = describe(plan, moments[at]);
            }
        });
    }
    threads.clear();
    return seen;
}

TEST(SharedPlan, IsDescribedByManyThreadsAsByOne) {
    const auto film = filmOf(kFilm);
    // The threads come first, so that nothing has been measured for them beforehand.
    const auto shared = planOf(film), alone = planOf(film);
    const auto moments = momentsOf(*shared, 48);
    const auto seen = describedByThreads(*shared, moments);
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const picture::FrameDescription expected = describe(*alone, moments[i]);
        for (const auto& mine : seen)
            ASSERT_TRUE(mine[i] == expected) << core::toString(moments[i]);
    }
}

// What makePlan() gives can be read and nothing else.
static_assert(std::is_same_v<decltype(makePlan({}, {}, {}, std::declval<core::Diagnostics&>())),
                             std::shared_ptr<const Plan>>);

}  // namespace
}  // namespace ebbflow::frame::test
