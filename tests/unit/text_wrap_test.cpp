// Captions in lines for players: every line fits, nothing is lost, lines end where the sense lets
// them.

#include <gmock/gmock.h>

#include "text/cldr.hpp"
#include "text/code_points.hpp"
#include "text/wrap.hpp"

namespace ebbflow::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

double widthIn(const std::string& line, bool han) {
    double width = 0;
    for (const auto& point : codePoints(line)) width += !han || isHan(point.value) ? 1 : 0.5;
    return width;
}

std::string withoutBlanks(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

struct Sample {
    std::string language, words;
};

class TextWrapOf : public testing::TestWithParam<Sample> {};

TEST_P(TextWrapOf, KeepsEveryWordInLinesThatFit) {
    const auto& [language, words] = GetParam();
    const bool han = isHanLanguage(language);
    std::string all;
    for (const std::string& line : wrapBySense(words, language)) {
        EXPECT_LE(widthIn(line, han), lineWidth(language)) << line;
        EXPECT_FALSE(line.starts_with(' ') || line.ends_with(' ')) << line;
        all += line;
    }
    EXPECT_EQ(withoutBlanks(all), withoutBlanks(words));
}

INSTANTIATE_TEST_SUITE_P(
    Languages, TextWrapOf,
    testing::Values(
        Sample{"en",
               "More than two thousand advisers had left for home by the end of the month, "
               "with their blueprints, and the works stood half built."},
        Sample{"ru",
               "Более двух тысяч советников уехали домой к концу месяца, и недостроенные "
               "заводы остались без чертежей."},
        Sample{"zh-Hans",
               "到月底，两千多名专家带着图纸回国，许多工厂只建了一半，1390人在一个月里离开。"},
        Sample{"zh-Hans", "他们在 Magnitogorsk 学习了三年。"}));

TEST(TextWrap, ShortTextIsOneLine) {
    EXPECT_THAT(wrapBySense("They leave.", "en"), ElementsAre("They leave."));
    EXPECT_THAT(wrapBySense("", "en"), IsEmpty());
}

TEST(TextWrap, LinesAreEvenAndEndAfterMarks) {
    EXPECT_THAT(
        wrapBySense("They came by the night train, all of them together with families.", "en"),
        ElementsAre("They came by the night train,", "all of them together with families."));
}

// The figure is slid along the text, so that every place of it comes to where a line would end.
TEST(TextWrap, HanLinesBeginWithNoMarkAndKeepFigureAndCounterTogether) {
    constexpr std::string_view kWords = "在这一年的夏天里全部专家离开了工厂和他们住过的城市回国";
    constexpr std::size_t kBytes = 3;  // of a character of these
    int atAnEnd = 0;
    for (std::size_t before = 0; before * kBytes <= kWords.size(); ++before) {
        const std::string text = std::string(kWords.substr(0, before * kBytes)) + "1390人，" +
                                 std::string(kWords.substr(before * kBytes)) + "。";
        const auto lines = wrapBySense(text, "zh");
        ASSERT_GE(lines.size(), 2U) << text;
        for (const std::string& line : lines) {
            EXPECT_FALSE(line.starts_with("，") || line.starts_with("。")) << line;
            EXPECT_FALSE(line.starts_with("人") || line.starts_with("390")) << line;
            if (line.ends_with("1390人，") || line.starts_with("1390人")) ++atAnEnd;
        }
    }
    EXPECT_GT(atAnEnd, 2);
}

TEST(TextWrap, LineFeedsStayAndLongWordsHaveTheirOwnLine) {
    EXPECT_THAT(wrapBySense("One.\nTwo.", "en"), ElementsAre("One.", "Two."));
    const std::string word(60, 'x');
    EXPECT_THAT(wrapBySense("a " + word + " b", "en"), ElementsAre("a", word, "b"));
}

}  // namespace
}  // namespace ebbflow::text
