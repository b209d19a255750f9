// The guard of tables: it counts the values of any enum of ours, and finds a row that is missing or
// in another's place.

#include <gtest/gtest.h>

#include "core/confidence.hpp"
#include "core/diagnostic.hpp"
#include "core/enum_size.hpp"

namespace ebbflow::core {

enum class Digits { one1, two2, three3, four4 };
struct DigitRow {
    Digits digits;
};

namespace {

TEST(EnumSize, IsTheNumberOfValues) {
    EXPECT_EQ(enumSize<Digits>(), 4U);
    EXPECT_EQ(enumSize<Confidence>(), 5U);
    EXPECT_EQ(enumSize<Severity>(), 3U);
}

TEST(EnumSize, TablesHaveEveryValueInItsPlace) {
    using enum Digits;
    const auto has = [](auto... values) {
        return hasEveryValue(std::array{DigitRow{values}...}, &DigitRow::digits);
    };
    EXPECT_TRUE(has(one1, two2, three3, four4));
    EXPECT_FALSE(has(one1, two2, three3));
    EXPECT_FALSE(has(one1, three3, two2, four4));
    EXPECT_FALSE(has(one1, two2, three3, four4, four4));
}

}  // namespace
}  // namespace ebbflow::core
