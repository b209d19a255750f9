// The default film is the same picture at every size: 720 lines and 2160 lines, the larger scaled
// down, are alike by the structural similarity of Wang et al. (2004).

#include <gtest/gtest.h>

#include <array>

#include "golden/film_studio.hpp"

namespace ebbflow::test {
namespace {

constexpr int kWidth = 1280, kHeight = 720, kTimes = 3;

/// Luma, one value a pixel; each the mean of `times` × `times` pixels of the picture.
std::vector<double> lumaOf(const core::Image& picture, int times) {
    std::vector<double> luma;
    luma.reserve(std::size_t{kWidth} * kHeight);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            double sum = 0;
            for (int i = 0; i < times * times; ++i) {
                const std::uint8_t* p = picture.pixel(x * times + i % times, y * times + i / times);
                sum += 0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2];
            }
            luma.push_back(sum / (times * times));
        }
    }
    return luma;
}

/// Sums over one window of both pictures.
struct Window {
    double a = 0, b = 0, aa = 0, bb = 0, ab = 0, count = 0;

    void add(double x, double y) {
        a += x;
        b += y;
        aa += x * x;
        bb += y * y;
        ab += x * y;
        count += 1;
    }
    [[nodiscard]] double similarity() const {
        constexpr double kC1 = 0.01 * 255 * 0.01 * 255, kC2 = 0.03 * 255 * 0.03 * 255;
        const double ma = a / count, mb = b / count;
        const double va = aa / count - ma * ma, vb = bb / count - mb * mb;
        const double cov = ab / count - ma * mb;
        return (2 * ma * mb + kC1) * (2 * cov + kC2) /
               ((ma * ma + mb * mb + kC1) * (va + vb + kC2));
    }
};

/// The mean over windows of 8 × 8 pixels, four apart.
double similarity(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0, count = 0;
    for (int top = 0; top + 8 <= kHeight; top += 4) {
        for (int left = 0; left + 8 <= kWidth; left += 4) {
            Window window;
            for (int i = 0; i < 64; ++i) {
                const auto at = static_cast<std::size_t>(top + i / 8) * kWidth +
                                static_cast<std::size_t>(left + i % 8);
                window.add(a[at], b[at]);
            }
            sum += window.similarity();
            count += 1;
        }
    }
    return sum / count;
}

class FilmSizes : public testing::Test {
protected:
    double alikeAt(double seconds) {
        const std::int64_t frame =
            core::frameAt(core::FilmTime::fromSeconds(seconds), studio_.rate());
        studio_.startAnew();
        const auto small = lumaOf(studio_.picture(frame, kWidth, kHeight), 1);
        const auto large =
            lumaOf(studio_.picture(frame, kWidth * kTimes, kHeight * kTimes), kTimes);
        return similarity(small, large);
    }

    FilmStudio studio_{EBBFLOW_SOURCE_DIR "/scenes/china-soviet-union"};
};

TEST_F(FilmSizes, ShowTheSamePicture) {
    // Every chapter: lights, borders, thin threads, a chart, the closest shot, veils, the widest
    // currents, all threads at once, and the end card's small print.
    for (const double seconds : {21.0, 37.0, 52.0, 79.0, 86.0, 94.0, 135.0, 150.0, 166.0, 173.0}) {
        const double alike = alikeAt(seconds);
        EXPECT_GT(alike, 0.97) << seconds << " s";
        std::cout << seconds << " s: " << alike << '\n';
    }
}

TEST_F(FilmSizes, OfDifferentMomentsAreNotAlike) {
    studio_.startAnew();
    const auto one = lumaOf(studio_.picture(25LL * 21, kWidth, kHeight), 1);
    const auto two = lumaOf(studio_.picture(25LL * 84, kWidth, kHeight), 1);
    EXPECT_LT(similarity(one, two), 0.9);
}

}  // namespace
}  // namespace ebbflow::test
