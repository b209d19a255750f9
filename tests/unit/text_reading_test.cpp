// Reading times, by the rule of the art direction.
#include "text/reading.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ebbflow::text {
namespace {

TEST(TextReading, FifteenLettersASecond) {
    EXPECT_DOUBLE_EQ(readingSeconds("", "en"), 0);
    EXPECT_DOUBLE_EQ(readingSeconds("Fifteen letters", "en"), 1);
    EXPECT_DOUBLE_EQ(readingSeconds("Пятнадцать букв", "ru"), 1);
    EXPECT_DOUBLE_EQ(readingSeconds("Fifteen\nletters", "en"), 1);
}

TEST(TextReading, FiveHanASecondFiguresAndMarksIncluded) {
    EXPECT_DOUBLE_EQ(readingSeconds("专家撤离。", "zh-Hans"), 1);
    // The longest caption of the design: 40 characters and figures, 8 s.
    EXPECT_DOUBLE_EQ(readingSeconds("到9月1日，专家几乎全部撤离。中方统计1390人，其他来源1300至1500"
                                    "人。",
                                    "zh-Hans"),
                     8);
}

TEST(TextReading, MixedTextIsTheSumOfItsParts) {
    const double latin = readingSeconds("Moscow ", "zh");
    EXPECT_DOUBLE_EQ(readingSeconds("Moscow 莫斯科", "zh"), latin + readingSeconds("莫斯科", "zh"));
    EXPECT_DOUBLE_EQ(readingSeconds("1390", "en") * 3, readingSeconds("1390", "zh"));
}

TEST(TextReading, InvisibleAndCombiningMarksTakeNoTime) {
    EXPECT_DOUBLE_EQ(readingSeconds("за\u0301мок\u200B", "ru"), readingSeconds("замок", "ru"));
}

TEST(TextReading, ACaptionStandsOneAndAHalfReadingsAndNeverUnderThreeSeconds) {
    EXPECT_DOUBLE_EQ(captionSeconds("Peking", "en"), 3);
    const std::string hundredAndFifty(150, 'a');
    EXPECT_DOUBLE_EQ(captionSeconds(hundredAndFifty, "en"), 15);
}

}  // namespace
}  // namespace ebbflow::text
