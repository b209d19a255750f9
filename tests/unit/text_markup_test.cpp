// The little markup of captions: what is set apart, what stays an asterisk, and that it changes
// letters but never lines' words, nor the time they take to read.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/markup.hpp"
#include "text/reading.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TextMarkup, SetsApartWhatStandsBetweenItsSigns) {
    const MarkedText marked = readMarkup("one *two* and **three**");
    EXPECT_EQ(marked.plain, "one two and three");
    EXPECT_THAT(marked.spans, ElementsAre(MarkedSpan{4, 7, false}, MarkedSpan{12, 17, true}));
}

TEST(TextMarkup, MayLieInEachOther) {
    const MarkedText marked = readMarkup("**a *b* c**");
    EXPECT_EQ(marked.plain, "a b c");
    EXPECT_THAT(marked.spans, ElementsAre(MarkedSpan{2, 3, false}, MarkedSpan{0, 5, true}));
}

TEST(TextMarkup, KeepsAsterisksThatAreNoPair) {
    for (const std::string text :
         {"2 * 3 * 4", "*note", "a* b", "**", "*", "* a *", "**not closed", "a **b* c", ""}) {
        const MarkedText marked = readMarkup(text);
        EXPECT_EQ(marked.plain, text);
        EXPECT_THAT(marked.spans, IsEmpty()) << text;
    }
}

TEST(TextMarkup, IsEscapedByABackslash) {
    EXPECT_EQ(readMarkup(R"(\*not\* *so*)").plain, "*not* so");
    EXPECT_EQ(readMarkup(R"(a \\ b \ c)").plain, R"(a \ b \ c)");
}

TEST(TextMarkup, WorksWithoutBlanksAsHanIsWritten) {
    const MarkedText marked = readMarkup("首批**375人**启程，*九天*到达");
    EXPECT_EQ(marked.plain, "首批375人启程，九天到达");
    ASSERT_EQ(marked.spans.size(), 2U);
    EXPECT_EQ(marked.plain.substr(marked.spans[0].begin, 6), "375人");
    EXPECT_EQ(marked.plain.substr(marked.spans[1].begin, 6), "九天");
}

TEST(TextMarkup, IsNotCountedAsRead) {
    EXPECT_EQ(readingSeconds("nine **days** by *train*", "en"),
              readingSeconds("nine days by train", "en"));
    EXPECT_EQ(readingSeconds("九**天**", "zh-Hans"), readingSeconds("九天", "zh-Hans"));
}

class MarkedParagraphs : public testing::TestWithParam<std::pair<std::string, std::string>> {
protected:
    static Paragraph paragraph(const std::string& text, bool marked) {
        Paragraph p;
        p.text = text;
        p.language = GetParam().first;
        p.maxWidth = 600;
        p.marked = marked;
        return p;
    }
    Typesetter typesetter{defaultFonts()};
};

TEST_P(MarkedParagraphs, HaveTheSameWordsWithOtherLetters) {
    const std::string& text = GetParam().second;
    const Measure marked = typesetter.measure(paragraph(text, true));
    const Measure plain = typesetter.measure(paragraph(withoutMarkup(text), false));
    std::string markedWords, plainWords;
    for (const auto& line : marked.lineTexts) markedWords += line;
    for (const auto& line : plain.lineTexts) plainWords += line;
    std::erase(markedWords, ' ');
    std::erase(plainWords, ' ');
    EXPECT_EQ(markedWords, plainWords);
    EXPECT_NE(typesetter.rasterise(paragraph(text, true), 1),
              typesetter.rasterise(paragraph(withoutMarkup(text), false), 1));
    EXPECT_EQ(
        typesetter.measure(paragraph(text, false)).lineTexts.front().find('*') != std::string::npos,
        true)
        << "where markup is off, an asterisk is one";
}

TEST_P(MarkedParagraphs, StartNoLineWithAStopAndLeaveNoWordAlone) {
    for (const double width : {420.0, 520.0, 640.0, 760.0}) {
        Paragraph p = paragraph(GetParam().second, true);
        p.maxWidth = width;
        const Measure measure = typesetter.measure(p);
        EXPECT_GE(measure.lines, 2);
        EXPECT_LE(measure.width, width);
        for (const std::string& line : measure.lineTexts) {
            for (const std::string stop : {"，", "。", "；", "、", "”", ",", ".", ";"})
                EXPECT_FALSE(line.starts_with(stop)) << line;
        }
        // Even lines: the last is no single word under a full one.
        Paragraph last = p;
        last.marked = false;
        last.text = measure.lineTexts.back();
        EXPECT_GT(typesetter.measure(last).width, 0.3 * measure.width) << measure.lineTexts.back();
    }
}

INSTANTIATE_TEST_SUITE_P(
    Languages, MarkedParagraphs,
    testing::Values(
        std::pair<std::string, std::string>{
            "en",
            "*In August 1951* the **first 375 students** leave Peking; nine days later they "
            "are in Moscow."},
        std::pair<std::string, std::string>{
            "zh-Hans",
            "*1951年8月*，**首批375名留学生**从北京出发；九天之后，他们到达莫斯科，开始学习。"},
        std::pair<std::string, std::string>{
            "ru",
            "*В августе 1951 года* **первые 375 студентов** уезжают из Пекина; через девять "
            "дней они в Москве."}),
    [](const auto& language) { return language.param.first.substr(0, 2); });

}  // namespace
}  // namespace ebbflow::text
