// What is added to a part gives the whole, sample for sample, in every format.

#include <gtest/gtest.h>

#include "encode/colour.hpp"
#include "encode/plane_difference.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::encode {
namespace {

constexpr int kWidth = 48, kHeight = 32;

core::FloatImage floats(std::int64_t frame, float strength) {
    const core::Image picture = test::movingPicture(kWidth, kHeight, frame);
    core::FloatImage image(kWidth, kHeight);
    for (std::size_t i = 0; i < image.rgba.size(); ++i) {
        image.rgba[i] = static_cast<float>(picture.rgba[i]) / 255;
        if (i % 4 != 3) image.rgba[i] *= strength;
    }
    return image;
}

template <class Sample>
double sampleAt(const Planes& planes, int plane, int x, int y) {
    return static_cast<double>(reinterpret_cast<const Sample*>(planes.row(plane, y))[x]);
}

double sampleOf(const Planes& planes, int plane, int x, int y) {
    const int bits = formatInfo(planes.format()).bits;
    if (bits == 32) return sampleAt<float>(planes, plane, x, y);
    return bits > 8 ? sampleAt<std::uint16_t>(planes, plane, x, y)
                    : sampleAt<std::uint8_t>(planes, plane, x, y);
}

class Differences : public testing::TestWithParam<PixelFormat> {};

TEST_P(Differences, AddUpToTheWhole) {
    const FormatInfo& format = formatInfo(GetParam());
    const Planes whole = planesFromFloats(floats(3, 0.9F), GetParam());
    const Planes part = planesFromFloats(floats(3, 0.4F), GetParam());
    Planes rest = planesFromFloats(floats(3, 0.9F), GetParam());
    subtract(rest, part);
    const int black = format.bits == 32 || format.rgb ? 0 : 16 << (format.bits - 8);
    const int grey = format.bits == 32 || format.rgb ? 0 : 128 << (format.bits - 8);
    const int colours = format.rgb && format.planes == 1 ? 1 : 3;
    for (int p = 0; p < colours; ++p) {
        for (int y = 0; y < whole.planeHeight(p); ++y) {
            for (int x = 0; x < whole.planeWidth(p) * (colours == 1 ? 4 : 1); ++x) {
                if (colours == 1 && x % 4 == 3) {
                    EXPECT_EQ(sampleOf(rest, p, x, y), (1 << format.bits) - 1) << "opaque";
                    continue;
                }
                EXPECT_NEAR(
                    sampleOf(part, p, x, y) + sampleOf(rest, p, x, y) - (p == 0 ? black : grey),
                    sampleOf(whole, p, x, y), 1e-6);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, Differences,
                         testing::Values(PixelFormat::yuv420p8, PixelFormat::yuv444p8,
                                         PixelFormat::yuv422p10, PixelFormat::yuv444p10,
                                         PixelFormat::rgba8, PixelFormat::rgba16,
                                         PixelFormat::gbrpf32),
                         [](const auto& format) {
                             return std::string(formatInfo(format.param).name);
                         });

TEST(Overlays, LaidOverTheRestAreTheWhole) {
    Planes own = planesFromFloats(floats(5, 0.2F), PixelFormat::gbrapf32);
    for (int y = 0; y < kHeight; ++y) {
        auto* alpha = reinterpret_cast<float*>(own.row(3, y));
        for (int x = 0; x < kWidth; ++x) alpha[x] = static_cast<float>(x) / kWidth;
    }
    const Planes under = planesFromFloats(floats(3, 0.5F), PixelFormat::gbrpf32);
    const Planes whole = planesFromFloats(floats(4, 0.8F), PixelFormat::gbrpf32);
    layOver(own, under, whole);
    for (int p = 0; p < 3; ++p) {
        for (int x = 0; x < kWidth; ++x) {
            const double alpha = sampleOf(own, 3, x, 7);
            EXPECT_NEAR(sampleOf(own, p, x, 7) + (1 - alpha) * sampleOf(under, p, x, 7),
                        sampleOf(whole, p, x, 7), 1e-6);
        }
    }
}

}  // namespace
}  // namespace ebbflow::encode
