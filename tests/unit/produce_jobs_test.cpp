#include <gtest/gtest.h>

#include "produce/studios.hpp"

namespace ebbflow::produce {
namespace {

constexpr encode::FrameSize kHd{1920, 1080}, kUhd{3840, 2160};
constexpr std::uint64_t kPlenty = 1ULL << 50U;

TEST(JobsFor, AreAsManyAsHelpWhereMemoryIsPlenty) {
    EXPECT_EQ(jobsFor(1, kPlenty, kHd), 1);
    EXPECT_EQ(jobsFor(2, kPlenty, kHd), 2);
    EXPECT_EQ(jobsFor(4, kPlenty, kHd), 2);
    EXPECT_EQ(jobsFor(64, kPlenty, kHd), 32);
}

TEST(JobsFor, NeverTakeMoreThanThreeQuartersOfTheFreeMemory) {
    for (const std::uint64_t gigabytes : {1ULL, 2ULL, 4ULL, 8ULL, 64ULL}) {
        const std::uint64_t bytes = gigabytes << 30U;
        const int hd = jobsFor(64, bytes, kHd), uhd = jobsFor(64, bytes, kUhd);
        EXPECT_GE(uhd, 1);
        EXPECT_LE(uhd, hd);
        // Measured: 630 MB for each picture of 1920 × 1080.
        if (hd == 1) continue;
        EXPECT_LE(static_cast<double>(hd) * 630e6, 0.76 * static_cast<double>(bytes));
    }
    EXPECT_EQ(jobsFor(64, 0, kUhd), 1);
}

}  // namespace
}  // namespace ebbflow::produce
