#include "encode/planes.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "core/byte_hash.hpp"

namespace ebbflow::encode {
namespace {

void fill(Planes& planes, int value) {
    std::memset(planes.row(0, 0), value, planes.bytes());
}

TEST(Planes, HalvedChromaOfAnOddSizeIsRoundedUp) {
    const Planes planes(PixelFormat::yuv420p8, 33, 19);
    EXPECT_EQ(planes.planeCount(), 3);
    EXPECT_EQ(planes.planeWidth(0), 33);
    EXPECT_EQ(planes.planeWidth(2), 17);
    EXPECT_EQ(planes.planeHeight(1), 10);
}

TEST(Planes, RowsLieApartByTheStrideAndInsideTheBuffer) {
    for (const auto format : {PixelFormat::yuv420p8, PixelFormat::yuv444p8, PixelFormat::rgba8}) {
        const Planes planes(format, 70, 11);
        const std::uint8_t* end = planes.row(0, 0) + planes.bytes();
        for (int p = 0; p < planes.planeCount(); ++p) {
            EXPECT_GE(planes.stride(p), planes.rowBytes(p));
            EXPECT_EQ(planes.stride(p) % 64, 0U);
            const int last = planes.planeHeight(p) - 1;
            const std::uint8_t* next = p + 1 < planes.planeCount() ? planes.row(p + 1, 0) : end;
            EXPECT_LE(planes.row(p, last) + planes.rowBytes(p), next);
        }
    }
}

TEST(Planes, HashAndEqualitySeeEverySampleAndNoPadding) {
    Planes a(PixelFormat::yuv420p8, 34, 6), b(PixelFormat::yuv420p8, 34, 6);
    fill(a, 7);
    fill(b, 7);
    b.row(0, 2)[34] = 99;
    EXPECT_EQ(hashOf(a), hashOf(b));
    EXPECT_TRUE(a == b);
    for (int p = 0; p < 3; ++p) {
        for (int y = 0; y < b.planeHeight(p); ++y) {
            for (int x = 0; x < b.planeWidth(p); ++x) {
                ++b.row(p, y)[x];
                EXPECT_NE(hashOf(a), hashOf(b));
                EXPECT_FALSE(a == b);
                --b.row(p, y)[x];
            }
        }
    }
}

TEST(Planes, HashSeesOrder) {
    Planes a(PixelFormat::rgba8, 16, 2), b(PixelFormat::rgba8, 16, 2);
    fill(a, 0);
    fill(b, 0);
    a.row(0, 0)[0] = 1;
    b.row(0, 1)[0] = 1;
    EXPECT_NE(hashOf(a), hashOf(b));
}

// Pinned: manifests of older renders are compared with what this gives.
// As `xxhsum` has it of the bytes without what lies between the rows.
TEST(Planes, HashIsThatOfTheSamplesInOrder) {
    Planes planes(PixelFormat::yuv444p8, 21, 3);
    core::ByteHash samples;
    for (int p = 0; p < 3; ++p) {
        for (int y = 0; y < 3; ++y) {
            for (int x = 0; x < 21; ++x) {
                planes.row(p, y)[x] = static_cast<std::uint8_t>(p * 80 + y * 21 + x);
                samples.add(&planes.row(p, y)[x], 1);
            }
        }
    }
    EXPECT_EQ(hashOf(planes), samples.value());
}

TEST(PlanesPool, GivesAFreedBufferAgain) {
    PlanesPool pool(PixelFormat::yuv420p8, 64, 36);
    const std::uint8_t* first = nullptr;
    {
        const Planes planes = pool.acquire();
        first = planes.row(0, 0);
    }
    EXPECT_EQ(pool.acquire().row(0, 0), first);
}

TEST(PlanesPool, NeverGivesOneBufferTwice) {
    PlanesPool pool(PixelFormat::yuv420p8, 64, 36);
    const Planes a = pool.acquire(), b = pool.acquire();
    EXPECT_NE(a.row(0, 0), b.row(0, 0));
}

TEST(PlanesPool, FramesOutliveIt) {
    Planes planes;
    {
        PlanesPool pool(PixelFormat::rgba8, 20, 10);
        planes = pool.acquire();
    }
    fill(planes, 3);
    EXPECT_EQ(planes.row(0, 9)[79], 3);
}

}  // namespace
}  // namespace ebbflow::encode
