// The program's own words, plurals, dates and numbers.
#include "text/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "text/capitals.hpp"
#include "text/format.hpp"
#include "text/languages.hpp"
#include "text/punctuation.hpp"

namespace ebbflow::text {
namespace {

using core::Precision;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

core::Day day(int year, int month, int dayOfMonth) {
    return core::toDay({year, month, dayOfMonth});
}

core::Period period(std::string_view text) {
    const core::PeriodOrFault read = core::parsePeriod(text);
    EXPECT_TRUE(read.period.has_value()) << text;
    return read.period.value_or(core::Period{});
}

TEST(TextWords, LanguagesOfTheProgramLackNothing) {
    const WordTable words;
    for (const LanguageWords& language : builtInLanguages())
        EXPECT_THAT(words.missing(language.language), IsEmpty()) << language.language;
    for (const char* language : {"en-GB", "zh", "ru-RU"})
        EXPECT_THAT(words.missing(language), IsEmpty()) << language;
}

TEST(TextWords, AnotherLanguageListsWhatItLacksUntilTheSceneGivesIt) {
    const WordTable none;
    const auto lacking = none.missing("qaa");
    EXPECT_THAT(lacking, Contains("source"));
    EXPECT_THAT(lacking, Not(Contains("people_few")));
    WordTable::Overrides given;
    for (const std::string& key : lacking) given.push_back({key, {{{"qaa", "x" + key}}}});
    const WordTable words(given);
    EXPECT_THAT(words.missing("qaa"), IsEmpty());
    EXPECT_EQ(words.word("source", "qaa"), "xsource");
}

TEST(TextWords, TheScenesWordsGoFirstAndOnlyInTheirLanguage) {
    const WordTable words({{"advisers", {{{"en", "Soviet experts"}}}}});
    EXPECT_EQ(words.kind("advisers", "en"), "Soviet experts");
    EXPECT_EQ(words.kind("advisers", "ru"), "специалисты");
    EXPECT_EQ(words.kind("advisers", "qaa"), "Soviet experts");  // English where there is nothing
    EXPECT_EQ(words.kind("letters", "ru"), "letters");
}

TEST(TextWords, ConfidenceIsSaidInPlainWords) {
    const WordTable words;
    EXPECT_EQ(words.confidence(core::Confidence::unverified, "en"), "recalled, not verified");
    EXPECT_EQ(words.confidence(core::Confidence::estimate, "en"), "estimated");
    EXPECT_EQ(words.confidence(core::Confidence::documented, "zh-Hans"), "有文献记载");
}

TEST(TextWords, OneLightAgreesWithItsNumber) {
    const WordTable words;
    EXPECT_EQ(words.oneLight(1, "people", "en"), "one light = 1 person");
    EXPECT_EQ(words.oneLight(5, "persons", "en"), "one light = 5 people");
    EXPECT_EQ(words.oneLight(1, "people", "ru"), "один огонёк = 1 человек");
    EXPECT_EQ(words.oneLight(2, "people", "ru"), "один огонёк = 2 человека");
    EXPECT_EQ(words.oneLight(5, "people", "ru"), "один огонёк = 5 человек");
    EXPECT_EQ(words.oneLight(5, "people", "zh-Hans"), "一个光点 = 5人");
    EXPECT_EQ(words.oneLight(10, "letters", "en"), "one light = 10 letters");
}

TEST(TextWords, RussianNounsFollowTheNumber) {
    const WordTable words;
    EXPECT_EQ(words.counted("projects", 21, "ru"), "21 объект");
    EXPECT_EQ(words.counted("projects", 103, "ru"), "103 объекта");
    EXPECT_EQ(words.counted("projects", 304, "ru"), "304 объекта");
    EXPECT_EQ(words.counted("projects", 112, "ru"), "112 объектов");
    EXPECT_EQ(words.counted("books", 12751, "ru"), "12\u00A0751 книга");
}

TEST(TextWords, UnknownWordsAreEnglishInTheFormOfEnglish) {
    const WordTable words;
    EXPECT_EQ(words.counted("people", 1, "ja"), "1 person");
    EXPECT_EQ(words.counted("people", 21, "uk"), "21 people");
}

TEST(TextWords, AScenesOwnFormsFollowItsLanguage) {
    const WordTable words({{"people_two", {{{"qaa", "x"}, {"sl", "{n} two"}}}},
                           {"people", {{{"qaa", "{n} all"}, {"sl", "{n} all"}}}}});
    EXPECT_EQ(words.counted("people", 2, "sl"), "2 two");
    EXPECT_EQ(words.counted("people", 3, "sl"), "3 all");
    EXPECT_EQ(words.counted("people", 2, "qaa"), "2 all");
}

TEST(TextWords, GoingHomeIsSaidOfTheKind) {
    const WordTable words;
    EXPECT_EQ(words.ofKind("going_home", words.kind("students", "en"), "en"),
              "students going home");
    EXPECT_EQ(words.ofKind("going_home", words.kind("students", "zh"), "zh"), "留学生回国");
}

TEST(TextWords, FillsOnlyWhatItKnows) {
    const std::array<Fill, 1> fills{{{"n", "7"}}};
    EXPECT_EQ(filled("{n} of {total} {n", fills), "7 of {total} {n");
}

TEST(TextDates, AreWrittenAsReadersWriteThem) {
    const core::Day d = day(1960, 7, 16);
    EXPECT_EQ(formatDate(d, Precision::day, "en"), "16 July 1960");
    EXPECT_EQ(formatDate(d, Precision::month, "en"), "July 1960");
    EXPECT_EQ(formatDate(d, Precision::year, "en"), "1960");
    EXPECT_EQ(formatDate(d, Precision::day, "zh-Hans"), "1960年7月16日");
    EXPECT_EQ(formatDate(d, Precision::month, "zh-Hans"), "1960年7月");
    EXPECT_EQ(formatDate(d, Precision::year, "zh-Hans"), "1960年");
    EXPECT_EQ(formatDate(d, Precision::day, "ru"), "16 июля 1960");
    EXPECT_EQ(formatDate(d, Precision::month, "ru"), "июль 1960");
    EXPECT_EQ(formatDate(d, Precision::year, "ru"), "1960");
}

TEST(TextDates, PeriodsAndDoubtsAreKept) {
    EXPECT_EQ(formatDate(period("1950/1953"), "en"), "1950–1953");
    EXPECT_EQ(formatDate(period("1950/1953"), "zh-Hans"), "1950—1953年");
    EXPECT_EQ(formatDate(period("1960-07-17/1960-09-01"), "en"), "17 July 1960 – 1 September 1960");
    EXPECT_EQ(formatDate(period("1956/.."), "en"), "1956 –");
    EXPECT_EQ(formatDate(period("1956~"), "en"), "about 1956");
    EXPECT_EQ(formatDate(period("1956~"), "ru"), "ок. 1956");
    EXPECT_EQ(formatDate(period("1956-08?"), "en"), "August 1956?");
    EXPECT_EQ(formatDate(period("1956%"), "en"), "about 1956?");
}

TEST(TextDates, YearsBeforeChristAndCenturies) {
    EXPECT_EQ(formatDate(period("-0732"), "en"), "733 BC");
    EXPECT_EQ(formatDate(period("-0043-03-15"), "en"), "15 March 44 BC");
    EXPECT_EQ(formatDate(period("-0799/-0699"), "en"), "800–700 BC");
    EXPECT_EQ(formatDate(period("-0026/0014"), "en"), "27 BC–AD 14");
    EXPECT_EQ(formatDate(period("-0732"), "zh-Hans"), "公元前733年");
    EXPECT_EQ(formatDate(period("0843"), "en"), "843");
    EXPECT_EQ(formatDate(period("195X"), "en"), "1950s");
    EXPECT_EQ(formatDate(period("195X"), "ru"), "1950-е");
    EXPECT_EQ(formatDate(period("19XX"), "en"), "1900–1999");
    EXPECT_EQ(formatDate(period("1951-21~"), "en"), "about spring 1951");
    EXPECT_EQ(formatDate(period("1951-24"), "zh-Hans"), "1951年冬");
    EXPECT_EQ(formatDate(period("1951-33"), "en"), "January 1951 – March 1951");
}

TEST(TextDates, ClocksStandBehindTheirDay) {
    EXPECT_EQ(formatDate(period("2019-05-01T07:05"), "en"), "1 May 2019, 07:05");
    EXPECT_EQ(formatDate(period("2019-05-01T07:05"), "zh-Hans"), "2019年5月1日 07:05");
    EXPECT_EQ(formatClock(core::startOf(day(2019, 5, 1))), "00:00");
}

TEST(TextDates, AnotherLanguageGivesItsOwnPattern) {
    const WordTable words(
        {{"july", {{{"qaa", "Juli"}}}}, {"date_day", {{{"qaa", "{day}. {month} {year}"}}}}});
    EXPECT_EQ(formatDate(day(1960, 7, 16), Precision::day, "qaa", words), "16. Juli 1960");
}

TEST(TextDates, TheFirstOfAMonthMayHaveAPatternOfItsOwn) {
    const WordTable words({{"date_day_first", {{{"qaa", "{day}st of {month} {year}"}}}}});
    EXPECT_EQ(formatDate(day(1960, 7, 1), Precision::day, "qaa", words), "1st of July 1960");
    EXPECT_EQ(formatDate(day(1960, 7, 2), Precision::day, "qaa", words), "2 July 1960");
    EXPECT_EQ(formatDate(day(1960, 7, 1), Precision::month, "qaa", words), "July 1960");
}

TEST(TextNumbers, AreGroupedByLanguage) {
    EXPECT_EQ(formatNumber(1390, "en"), "1,390");
    EXPECT_EQ(formatNumber(1390, "ru"), "1\u00A0390");
    EXPECT_EQ(formatNumber(1390, "zh-Hans"), "1390");
    EXPECT_EQ(formatNumber(999, "en"), "999");
    EXPECT_EQ(formatNumber(0, "ru"), "0");
    EXPECT_EQ(formatNumber(1234567, "en"), "1,234,567");
    EXPECT_EQ(formatNumber(-98, "en"), "\u221298");
    EXPECT_EQ(formatNumber(std::numeric_limits<std::int64_t>::min(), "zh"),
              "\u22129223372036854775808");
}

TEST(TextWords, CapitalsInEveryScript) {
    EXPECT_EQ(capitals("Soviet Union, Köln"), "SOVIET UNION, KÖLN");
    EXPECT_EQ(capitals("Орёл"), "ОРЁЛ");
    EXPECT_EQ(capitals("中国 (prc)"), "中国 (PRC)");
    EXPECT_EQ(capitals(""), "");
    EXPECT_EQ(withCapital("ноябрь 1960"), "Ноябрь 1960");
    EXPECT_EQ(withCapital("16 июля"), "16 июля");
    EXPECT_EQ(withCapital(""), "");
    EXPECT_EQ(capitals("a\xff"
                       "b"),
              "A\xEF\xBF\xBD"
              "B");
}

TEST(TextWords, SignsBetweenWordsAreTheLanguages) {
    EXPECT_EQ(bracketed("42", "recalled", "en"), "42 (recalled)");
    EXPECT_EQ(bracketed("42", "凭记忆", "zh-Hans"), "42（凭记忆）");
    EXPECT_EQ(bracketed("42 (1922)", "recalled", "en"), "42 (1922; recalled)");
    EXPECT_EQ(bracketed("42（1922年）", "凭记忆", "zh"), "42（1922年；凭记忆）");
    EXPECT_EQ(punctuationOf("ru").colon, ": ");
    EXPECT_EQ(punctuationOf("zh").listComma, "、");
}

}  // namespace
}  // namespace ebbflow::text
