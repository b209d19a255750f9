// The functions of numbers in lanes are as close to the true ones as they say.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tests/unit/raster_lanes_test.cpp"
#include <hwy/foreach_target.h>

#include "raster/lanes_impl.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {

void applied(int which, const float* from, float* to, std::size_t count) {
    for (std::size_t i = 0; i < count; i += static_cast<std::size_t>(lanes())) {
        const Real x = load(from + i);
        switch (which) {
            case 0:
                store(exp2(x), to + i);
                break;
            case 1:
                store(log2(x), to + i);
                break;
            case 2:
                store(exp(x), to + i);
                break;
            case 3:
                store(sin(x), to + i);
                break;
            default:
                store(pow(x, 1.7F), to + i);
                break;
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ebbflow::raster {
namespace {

HWY_EXPORT(applied);

constexpr std::size_t kCount = 160'000;

/// The greatest of what `wrong` says of x, the true value and the one in lanes.
double worst(int which, float least, float most, const std::function<double(double)>& truth,
             const std::function<double(double, double, double)>& wrong) {
    std::vector<float> from(kCount), to(kCount);
    for (std::size_t i = 0; i < kCount; ++i)
        from[i] = least + (most - least) * static_cast<float>(i) / kCount;
    HWY_DYNAMIC_DISPATCH(applied)(which, from.data(), to.data(), kCount);
    double found = 0;
    for (std::size_t i = 0; i < kCount; ++i) {
        const double x = from[i];
        found = std::max(found, wrong(x, truth(x), static_cast<double>(to[i])));
    }
    return found;
}

double relative(double, double truth, double found) {
    return std::abs(found - truth) / std::abs(truth);
}

TEST(Lanes, PowersOfTwo) {
    EXPECT_LT(worst(
                  0, -125, 125, [](double x) { return std::exp2(x); }, relative),
              2e-7);
}

TEST(Lanes, Logarithms) {
    const auto log2 = [](double x) { return std::log2(x); };
    const auto absolute = [](double, double truth, double found) {
        return std::abs(found - truth);
    };
    EXPECT_LT(worst(1, 0.25F, 4, log2, absolute), 2e-7);
    EXPECT_LT(worst(1, 1e-6F, 30, log2,
                    [](double, double truth, double found) {
                        return std::abs(found - truth) / std::max(std::abs(truth), 1.0);
                    }),
              2e-7);
}

TEST(Lanes, Exponentials) {
    const auto wrong = [](double x, double truth, double found) {
        return std::abs(found - truth) / truth / (2e-7 + std::abs(x) * 1.2e-7);
    };
    EXPECT_LT(worst(
                  2, -60, 10, [](double x) { return std::exp(x); }, wrong),
              1);
}

TEST(Lanes, Sines) {
    const auto wrong = [](double x, double truth, double found) {
        return std::abs(found - truth) / (1e-6 + std::abs(x) * 1e-7);
    };
    EXPECT_LT(worst(
                  3, -300, 300, [](double x) { return std::sin(x); }, wrong),
              1);
}

TEST(Lanes, Powers) {
    EXPECT_LT(worst(
                  4, 1e-4F, 1, [](double x) { return std::pow(x, 1.7F); }, relative),
              3e-6);
}

}  // namespace
}  // namespace ebbflow::raster
#endif
