// The split into fonts and the no-break stretches, without any font.
#include "text/runs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "text/code_points.hpp"

namespace ebbflow::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

bool latinOnly(char32_t c) {
    return c < 0x2E80;
}

std::string split(std::string_view text, std::string_view language) {
    std::string shown;
    for (const Run& run : splitRuns(text, language, {latinOnly})) {
        shown += run.script == Script::han ? "[" : "(";
        shown += text.substr(run.begin, run.end - run.begin);
        shown += run.script == Script::han ? "]" : ")";
    }
    return shown;
}

TEST(TextRuns, CoverTheTextAndFollowTheScript) {
    EXPECT_EQ(split("", "en"), "");
    EXPECT_EQ(split("Moscow Москва", "ru"), "(Moscow Москва)");
    EXPECT_EQ(split("Moscow 莫斯科 Peking", "en"), "(Moscow )[莫斯科 ](Peking)");
    EXPECT_EQ(split("1956年，A", "zh-Hans"), "(1956)[年，](A)");
}

TEST(TextRuns, SharedMarksAreHanOnlyInHanLanguages) {
    EXPECT_EQ(split("“国”——A", "zh-Hans"), "[“国”——](A)");
    EXPECT_EQ(split("“A” — 国", "en"), "(“A” — )[国]");
}

TEST(TextRuns, MarksAndSpacesStayWithWhatGoesBefore) {
    EXPECT_EQ(split("国 \u0301 A", "en"), "[国 \u0301 ](A)");
}

TEST(TextRuns, WhatTheAlphabetLacksGoesToTheOtherFont) {
    const auto nothing = [](char32_t) { return false; };
    const auto runs = splitRuns("ab", "en", {nothing});
    EXPECT_THAT(runs, ElementsAre(text::Run{0, 2, Script::han}));
}

TEST(TextRuns, FiguresAreTiedToTheHanTheyCount) {
    EXPECT_THAT(unbreakable("1390人", "zh"), ElementsAre(Bytes{3, 7}));
    EXPECT_THAT(unbreakable("1390，", "zh"), IsEmpty());
}

TEST(TextRuns, DashesAndRussianOneLetterWordsAreTied) {
    EXPECT_THAT(unbreakable("a — b", "en"), ElementsAre(Bytes{0, 5}));
    EXPECT_THAT(unbreakable("к нам", "ru"), ElementsAre(Bytes{0, 5}));
    EXPECT_THAT(unbreakable("к нам", "en"), IsEmpty());
    EXPECT_THAT(unbreakable("сок нам", "ru"), IsEmpty());
}

TEST(TextCodePoints, BrokenBytesCountOneByOne) {
    EXPECT_EQ(codePoints("a\xE4\xB8").size(), 3U);
    EXPECT_EQ(validUtf8("a\xE4\xB8z"), "a\uFFFD\uFFFDz");
    EXPECT_EQ(validUtf8(std::string_view("\0", 1)), "\uFFFD");
    EXPECT_EQ(validUtf8("Хрущёв 赫鲁晓夫 \U0001F600"), "Хрущёв 赫鲁晓夫 \U0001F600");
}

}  // namespace
}  // namespace ebbflow::text
