#include "core/summed_up.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace ebbflow::core {
namespace {

std::vector<std::string> told(const Diagnostics& diagnostics) {
    std::vector<std::string> lines;
    for (const Diagnostic& d : summedUp(diagnostics)) lines.push_back(toString(d));
    return lines;
}

TEST(SummedUp, ManyWarningsOfOneKindAreThreeAndACount) {
    Diagnostics all;
    for (int row = 2; row < 42; ++row)
        all.warning({"a.csv", row, 7}, fmt::format("`p{}` is {}.5 km off", row, row * 3));
    EXPECT_EQ(told(all), (std::vector<std::string>{
                             "a.csv:2:7: warning: `p2` is 6.5 km off",
                             "a.csv:3:7: warning: `p3` is 9.5 km off",
                             "a.csv:4:7: warning: `p4` is 12.5 km off",
                             "a.csv:5:7: warning: 37 more like the 3 above, down to line 41; "
                             "`check --json` lists them all"}));
}

TEST(SummedUp, WhatIsFewOfAnotherKindOrOfAnotherFileIsTold) {
    Diagnostics all;
    for (int row = 1; row <= 5; ++row)
        all.warning({"a.csv", row, 1}, fmt::format("{} is odd", row));
    for (int row = 1; row <= 5; ++row)
        all.warning({"b.csv", row, 1}, fmt::format("{} is odd", row));
    for (int row = 1; row <= 5; ++row)
        all.warning({"a.csv", row, 1}, fmt::format("{} is even", row));
    EXPECT_EQ(told(all).size(), 15U);
}

TEST(SummedUp, ErrorsAreAllTold) {
    Diagnostics all;
    for (int row = 1; row <= 400; ++row) all.error({"a.csv", row, 1}, "no number");
    EXPECT_EQ(told(all).size(), 400U);
}

TEST(SummedUp, OrderStays) {
    Diagnostics all;
    for (int row = 1; row <= 9; ++row) {
        all.warning({"a.csv", row, 1}, "odd");
        all.error({"a.csv", row, 1}, "wrong");
    }
    const auto lines = told(all);
    ASSERT_EQ(lines.size(), 13U);
    EXPECT_EQ(lines[5], "a.csv:3:1: error: wrong");
    EXPECT_EQ(lines[6],
              "a.csv:4:1: warning: 6 more like the 3 above, down to line 9; `check --json` lists "
              "them all");
    EXPECT_EQ(lines[7], "a.csv:4:1: error: wrong");
}

}  // namespace
}  // namespace ebbflow::core
