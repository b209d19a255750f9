#include "delivery/bounded_queue.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace ebbflow::delivery {
namespace {

TEST(BoundedQueue, KeepsOrderAndNeverHoldsMore) {
    BoundedQueue<int> queue(3);
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    std::thread maker([&] {
        for (int i = 0; i < 2000; ++i) {
            ASSERT_TRUE(queue.push(i));
            most = std::max(most.load(), ++inside);
        }
        queue.close();
    });
    std::vector<int> taken;
    while (const auto item = queue.pop()) {
        --inside;
        taken.push_back(*item);
    }
    maker.join();
    ASSERT_EQ(taken.size(), 2000U);
    for (int i = 0; i < 2000; ++i) EXPECT_EQ(taken[static_cast<std::size_t>(i)], i);
    // The counter lags the queue by one item on either side.
    EXPECT_LE(most, 3 + 2);
}

TEST(BoundedQueue, CutFreesAWaitingMaker) {
    BoundedQueue<int> queue(1);
    ASSERT_TRUE(queue.push(1));
    std::thread maker([&] { EXPECT_FALSE(queue.push(2)); });
    queue.cut();
    maker.join();
    EXPECT_FALSE(queue.push(3));
    EXPECT_FALSE(queue.pop());
}

TEST(BoundedQueue, CutFreesAWaitingTaker) {
    BoundedQueue<int> queue(1);
    std::thread taker([&] { EXPECT_FALSE(queue.pop()); });
    queue.cut();
    taker.join();
}

TEST(BoundedQueue, ClosedStillGivesWhatIsInside) {
    BoundedQueue<int> queue(2);
    ASSERT_TRUE(queue.push(5));
    queue.close();
    EXPECT_EQ(queue.pop(), 5);
    EXPECT_FALSE(queue.pop());
}

}  // namespace
}  // namespace ebbflow::delivery
