#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "text/scripts.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::text {
namespace {

const Typesetter& typesetter() {
    static const Typesetter kTypesetter(defaultFonts());
    return kTypesetter;
}

Paragraph paragraphOf(std::string text, std::string language, double maxWidth = 0) {
    Paragraph paragraph;
    paragraph.text = std::move(text);
    paragraph.language = std::move(language);
    paragraph.maxWidth = maxWidth;
    return paragraph;
}

/// Words of several scripts and signs, in any order.
std::string randomText(std::mt19937& random) {
    constexpr std::array kParts{"מסע",  "כולם", "القاهرة", "سافروا", "Report", "all",
                                "1951", "(2)",  "12.5 %",  "–",      "„",      "?"};
    std::string text;
    const std::size_t count = 1 + random() % 24;
    for (std::size_t i = 0; i < count; ++i)
        text += std::string(i > 0 ? " " : "") + kParts.at(random() % kParts.size());
    return text;
}

/// All ink lies within the box, but for what letters reach over their own edges.
void expectInside(const Measure& measure, const Paragraph& paragraph) {
    const double over = 0.3 * paragraph.style.size;
    EXPECT_GT(measure.inkLeft, -over) << paragraph.text;
    EXPECT_LT(measure.inkRight, measure.width + over) << paragraph.text;
    if (paragraph.maxWidth > 0) {
        EXPECT_LE(measure.width, paragraph.maxWidth + over) << paragraph.text;
    }
}

TEST(TextDirection, IsThatOfTheLanguageWhereTheTextHasAnyOfItsLetters) {
    EXPECT_EQ(directionOf("Report: כולם יצאו", "he"), Direction::rightToLeft);
    EXPECT_EQ(directionOf("Yang Xu (shexun.cn)", "he"), Direction::leftToRight);
    EXPECT_EQ(directionOf("1951 (2)", "ar"), Direction::rightToLeft);
    EXPECT_EQ(directionOf("חיפה (Haifa), in Palestine", "en"), Direction::leftToRight);
    EXPECT_EQ(directionOf("חיפה", "en"), Direction::rightToLeft);
    EXPECT_EQ(directionOf("1951", "en"), Direction::leftToRight);
}

TEST(TextDirection, OfLanguagesIsThatOfTheirScript) {
    for (const char* language : {"he", "ar", "fa", "ur", "ug", "yi", "az-Arab", "ar-EG"})
        EXPECT_TRUE(isRightToLeft(language)) << language;
    for (const char* language : {"en", "ru", "zh-Hans", "az", "hi", "", "x"})
        EXPECT_FALSE(isRightToLeft(language)) << language;
}

TEST(TextDirection, ALineIsTheSameWithRoomToBreakAndWithout) {
    for (const char* language : {"he", "ar", "en"}) {
        for (const char* text : {"מסע", "الرحلة", "Report: כולם יצאו, all of them.", "1951 (2)"}) {
            const Measure tight = typesetter().measure(paragraphOf(text, language));
            const Measure wide = typesetter().measure(paragraphOf(text, language, 1400));
            EXPECT_EQ(tight, wide) << text;
            EXPECT_EQ(typesetter().rasterise(paragraphOf(text, language), 1),
                      typesetter().rasterise(paragraphOf(text, language, 1400), 1))
                << text;
        }
    }
}

TEST(TextDirection, NoInkLeavesItsBox) {
    std::mt19937 random(1951);
    for (int i = 0; i < 400; ++i) {
        const double width = i % 3 == 0 ? 0 : 200 + static_cast<double>(random() % 900);
        for (const char* language : {"he", "ar", "en"}) {
            Paragraph paragraph = paragraphOf(randomText(random), language, width);
            paragraph.align = static_cast<Align>(random() % 3);
            expectInside(typesetter().measure(paragraph), paragraph);
        }
    }
}

TEST(TextDirection, BrokenLinesHoldTheWholeTextInItsOrder) {
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        const std::string text = randomText(random);
        std::string lines;
        for (const std::string& line : typesetter().measure(paragraphOf(text, "he", 300)).lineTexts)
            lines += (lines.empty() ? "" : " ") + line;
        EXPECT_EQ(lines, text);
    }
}

TEST(TextDirection, JoinedLettersAreNotSpaced) {
    Paragraph words = paragraphOf("القاهرة", "ar");
    const double plain = typesetter().measure(words).width;
    words.style.letterSpacing = 0.2;
    EXPECT_EQ(typesetter().measure(words).width, plain);
    words.text = "CAIRO";
    EXPECT_GT(typesetter().measure(words).width, plain);
}

}  // namespace
}  // namespace ebbflow::text
