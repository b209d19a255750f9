// Lines and boxes: what the typesetter measures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/typesetter.hpp"

namespace ebbflow::text {
namespace {

using testing::ElementsAre;

struct Sample {
    std::string language;
    std::string text;
};

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all{
        {"en",
         "By 1 September nearly all are gone. Peking counts 1,390, other sources 1,300 to "
         "1,500."},
        {"ru",
         "К 1 сентября почти все уехали. Пекин называет 1390 человек, другие источники — от "
         "1300 до 1500."},
        {"zh-Hans",
         "到9月1日，专家几乎全部撤离。中方统计1390人，其他来源（1300至1500人）“未经证实”。"},
        {"zh-Hans",
         "1956年，赫鲁晓夫（Хрущёв）在闭门会议上谴责斯大林；Moscow与北京之间出现裂痕。"}};
    return all;
}

Paragraph captionOf(const Sample& sample, double maxWidth) {
    Paragraph paragraph;
    paragraph.text = sample.text;
    paragraph.language = sample.language;
    paragraph.maxWidth = maxWidth;
    return paragraph;
}

std::string withoutSpaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

class TextLayout : public testing::Test {
protected:
    Typesetter typesetter{defaultFonts()};

    double widthOf(const Paragraph& like, const std::string& text) const {
        Paragraph paragraph = like;
        paragraph.text = text;
        paragraph.maxWidth = 0;
        return typesetter.measure(paragraph).width;
    }
};

TEST_F(TextLayout, LinesHoldTheWholeTextInOrder) {
    for (const Sample& sample : samples()) {
        for (double width = 90; width < 1400; width += 70) {
            std::string joined;
            for (const std::string& line : typesetter.measure(captionOf(sample, width)).lineTexts) {
                joined += line;
            }
            EXPECT_EQ(withoutSpaces(joined), withoutSpaces(sample.text)) << width;
        }
    }
}

TEST_F(TextLayout, EveryLineFitsAndTheBoxIsItsWidestLine) {
    for (const Sample& sample : samples()) {
        for (double width = 260; width < 1400; width += 70) {
            const Paragraph paragraph = captionOf(sample, width);
            const Measure measure = typesetter.measure(paragraph);
            double widest = 0;
            for (const std::string& line : measure.lineTexts) {
                widest = std::max(widest, widthOf(paragraph, line));
            }
            EXPECT_LE(measure.width, width) << sample.text;
            // Before a break a comma keeps its kerning with the swallowed space: under 0.05 em.
            EXPECT_NEAR(measure.width, widest, 0.05 * 40) << sample.text;
        }
    }
}

TEST_F(TextLayout, AWiderColumnNeverNeedsMoreLines) {
    for (const Sample& sample : samples()) {
        int before = 1000;
        for (double width = 100; width < 2000; width += 30) {
            const int lines = typesetter.measure(captionOf(sample, width)).lines;
            EXPECT_LE(lines, before) << sample.text << width;
            before = lines;
        }
        EXPECT_EQ(before, 1);
    }
}

TEST_F(TextLayout, TwoLinesAreOfLikeLength) {
    for (const Sample& sample : samples()) {
        const double whole = widthOf(captionOf(sample, 0), sample.text);
        for (const double share : {0.6, 0.75, 0.9}) {
            const Paragraph paragraph = captionOf(sample, whole * share);
            const Measure measure = typesetter.measure(paragraph);
            ASSERT_EQ(measure.lines, 2) << sample.text;
            EXPECT_GT(widthOf(paragraph, measure.lineTexts[1]), 0.7 * measure.width)
                << sample.text << share;
        }
    }
}

bool beginsWithAny(const std::string& line, const std::vector<std::string>& marks) {
    return std::ranges::any_of(marks, [&](const auto& mark) { return line.starts_with(mark); });
}

bool endsWithAny(const std::string& line, const std::vector<std::string>& marks) {
    return std::ranges::any_of(marks, [&](const auto& mark) { return line.ends_with(mark); });
}

TEST_F(TextLayout, ChinesePunctuationKeepsToItsSide) {
    const std::vector<std::string> closing{"，", "。", "；", "”", "）"};
    const std::vector<std::string> opening{"“", "（"};
    for (const Sample& sample : samples()) {
        for (double width = 300; width < 1400; width += 10) {
            for (const auto& line : typesetter.measure(captionOf(sample, width)).lineTexts) {
                EXPECT_FALSE(beginsWithAny(line, closing)) << line;
                EXPECT_FALSE(endsWithAny(line, opening)) << line;
            }
        }
    }
}

TEST_F(TextLayout, FiguresStayWithWhatTheyCountAndDashesWithTheWordBefore) {
    for (const Sample& sample : samples()) {
        for (double width = 200; width < 1400; width += 10) {
            for (const auto& line : typesetter.measure(captionOf(sample, width)).lineTexts) {
                EXPECT_FALSE(beginsWithAny(line, {"人", "月", "日", "年", "—"})) << line;
                EXPECT_FALSE(line.ends_with(" К")) << line;
            }
        }
    }
}

TEST_F(TextLayout, WordsAreBrokenOnlyWhereTheyDoNotFit) {
    Paragraph paragraph;
    paragraph.text = "Internationalism ok";
    const double word = widthOf(paragraph, "Internationalism");
    paragraph.maxWidth = word + 2;
    EXPECT_THAT(typesetter.measure(paragraph).lineTexts, ElementsAre("Internationalism", "ok"));
    paragraph.maxWidth = word * 0.7;
    const Measure narrow = typesetter.measure(paragraph);
    EXPECT_LE(narrow.width, paragraph.maxWidth);
    EXPECT_EQ(narrow.lines, 2);
}

TEST_F(TextLayout, ALineEndsOnlyWhereAskedWithoutAWidth) {
    Paragraph paragraph;
    paragraph.text = "Moscow Москва\n\n莫斯科";
    paragraph.language = "zh-Hans";
    const Measure measure = typesetter.measure(paragraph);
    EXPECT_THAT(measure.lineTexts, ElementsAre("Moscow Москва", "", "莫斯科"));
    EXPECT_EQ(measure.lines, 3);
    EXPECT_DOUBLE_EQ(measure.height, 3 * 1.25 * 40);
}

TEST_F(TextLayout, LinesArePitchedByTheStyleWhateverTheScript) {
    Paragraph paragraph;
    paragraph.text = "Moscow";
    const Measure latin = typesetter.measure(paragraph);
    paragraph.text = "莫斯科";
    const Measure han = typesetter.measure(paragraph);
    EXPECT_DOUBLE_EQ(latin.height, han.height);
    EXPECT_DOUBLE_EQ(latin.firstBaseline, han.firstBaseline);
    EXPECT_LT(latin.inkTop, latin.firstBaseline);
    // Both stand in the middle of their line, to a tenth of an em.
    EXPECT_NEAR((han.inkTop + han.inkBottom) / 2, han.height / 2, 4);
    EXPECT_NEAR((latin.inkTop + latin.firstBaseline) / 2, latin.height / 2, 4);
}

TEST_F(TextLayout, EmptyTextIsOneEmptyLine) {
    const Measure measure = typesetter.measure({});
    EXPECT_EQ(measure.lines, 1);
    EXPECT_EQ(measure.width, 0);
    EXPECT_EQ(measure.inkRight, 0);
}

TEST_F(TextLayout, AlignmentMovesTheShorterLine) {
    Paragraph paragraph;
    paragraph.text = "Peking\nI";
    paragraph.align = Align::right;
    const Measure right = typesetter.measure(paragraph);
    paragraph.align = Align::left;
    const Measure left = typesetter.measure(paragraph);
    paragraph.align = Align::centre;
    const Measure centre = typesetter.measure(paragraph);
    EXPECT_EQ(left.width, right.width);
    EXPECT_EQ(left.width, centre.width);
    EXPECT_NEAR(left.inkRight, right.inkRight, 1e-9);  // the long line stays
    const Raster atLeft = typesetter.rasterise(paragraph, 1);
    paragraph.align = Align::right;
    EXPECT_NE(atLeft, typesetter.rasterise(paragraph, 1));
}

TEST_F(TextLayout, LetterSpacingIsAddedBetweenLetters) {
    Paragraph paragraph;
    paragraph.text = "SEA";
    const double tight = typesetter.measure(paragraph).width;
    paragraph.style.letterSpacing = 0.1;
    EXPECT_NEAR(typesetter.measure(paragraph).width, tight + 2 * 0.1 * 40, 0.01);
}

TEST_F(TextLayout, SizeScalesEverything) {
    Paragraph paragraph;
    paragraph.text = "Moscow Москва 莫斯科 1956年";
    paragraph.language = "zh-Hans";
    const Measure small = typesetter.measure(paragraph);
    paragraph.style.size *= 4;
    const Measure large = typesetter.measure(paragraph);
    EXPECT_NEAR(large.width, 4 * small.width, 0.05);
    EXPECT_DOUBLE_EQ(large.firstBaseline, 4 * small.firstBaseline);
}

TEST_F(TextLayout, BytesThatAreNotUtf8BecomeReplacementCharacters) {
    Paragraph paragraph;
    paragraph.text = "a\xFF\xD0z";
    EXPECT_THAT(typesetter.measure(paragraph).lineTexts, ElementsAre("a\uFFFD\uFFFDz"));
}

}  // namespace
}  // namespace ebbflow::text
