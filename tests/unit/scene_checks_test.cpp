// Checks of a script without its data, and the numbers that captions may hold without a source.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scene/check_scene.hpp"
#include "scene/numerals.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// One second for ten bytes: slow enough to count by hand.
double tenBytesASecond(std::string_view text, std::string_view) {
    return static_cast<double>(text.size()) / 10;
}

/// A film of one chapter without more than it needs; `head` goes before it.
Scene filmOf(const std::string& head, const std::string& chapter) {
    return sceneOf(head + "chapters:\n  - title: One\n" + chapter);
}

std::vector<std::string> checked(const std::string& chapter, const std::string& head = {}) {
    const Scene scene = filmOf(head, chapter);
    core::Diagnostics diagnostics;
    checkScene(scene, {{"students"}, {"advisers_in_china"}, {"qian_han", "ap_1989"}},
               tenBytesASecond, diagnostics);
    return said(diagnostics);
}

std::string steps(const std::string& first, const std::string& second) {
    return "    steps:\n      - " + first + "\n      - " + second + "\n";
}

TEST(CheckDates, RunOnWithoutGap) {
    EXPECT_THAT(checked(steps("date: 1956/1957", "date: 1958/1960-07-15")), IsEmpty());
    EXPECT_THAT(checked(steps("date: 1956-02", "date: 1956-03")), IsEmpty());
    EXPECT_THAT(checked(steps("date: 1956", "length: 4") + "      - date: 1957\n"), IsEmpty());
}

TEST(CheckDates, AGapNamesTheMissingPeriod) {
    EXPECT_THAT(checked(steps("date: 1951", "date: 1953")),
                ElementsAre(AllOf(StartsWith("5:15: error: "), HasSubstr("no step shows 1952:"))));
    EXPECT_THAT(checked(steps("date: 1951", "date: 1954-03")),
                ElementsAre(HasSubstr("no step shows 1952-01/1954-02:")));
    EXPECT_THAT(checked(steps("date: 1951-02-27", "date: 1951-03-02")),
                ElementsAre(HasSubstr("no step shows 1951-02-28/1951-03-01:")));
}

TEST(CheckDates, NeverGoBack) {
    EXPECT_THAT(checked(steps("date: 1951", "date: 1951-06")),
                ElementsAre(AllOf(StartsWith("5:15: error: "), HasSubstr("begins on 1951-06-01"),
                                  HasSubstr("(1951-12-31)"))));
    // Between chapters they may.
    EXPECT_THAT(checked("    date: 1951\n  - date: 1949\n"), IsEmpty());
}

TEST(CheckCaptions, ANumberNeedsASource) {
    const std::string caption =
        "    date: 1951-08\n    length: 9\n    caption: In August 1951 go 375.\n";
    EXPECT_THAT(checked(caption),
                ElementsAre(AllOf(StartsWith("5:14: error: "), HasSubstr("`375`"))));
    EXPECT_THAT(checked(caption + "    source: qian_han\n"), IsEmpty());
    EXPECT_THAT(checked(caption, "source: Qian Han\n"), IsEmpty());
    EXPECT_THAT(checked(caption, "source: Qian Han\nsources: sources.csv\n"), testing::SizeIs(1))
        << "with a table of sources each figure names its own";
    EXPECT_THAT(checked("    date: 1951-08\n    caption: August 1951\n"), IsEmpty());
}

TEST(CheckCaptions, AStepWithoutDateHoldsTheLastOne) {
    EXPECT_THAT(checked(steps("date: 1951", "caption: Still 1951")), IsEmpty());
    EXPECT_THAT(checked(steps("date: 1951", "caption: Now 1952")),
                ElementsAre(HasSubstr("`1952`")));
}

TEST(CheckCaptions, FitTheirStep) {
    const std::string sixSeconds = "caption: {at: 1, en: " + std::string(60, 'x') + "}";
    EXPECT_THAT(checked("    length: 6.9\n    " + sixSeconds + "\n"),
                ElementsAre(AllOf(HasSubstr(": error: "), HasSubstr("5.9 s but takes 6.0 s"))));
    EXPECT_THAT(
        checked("    length: 9\n    " + sixSeconds + "\n"),
        ElementsAre(AllOf(HasSubstr(": warning: "), HasSubstr("8.0 s; to be read in peace it "
                                                              "needs 9.0 s (en)"))));
    EXPECT_THAT(checked("    length: 10\n    " + sixSeconds + "\n"), IsEmpty());
    EXPECT_THAT(checked("    length: 1\n    " + sixSeconds + "\n"),
                ElementsAre(HasSubstr("is over")));
    EXPECT_THAT(checked("    length: 9\n    caption: {length: 12, en: x}\n"),
                ElementsAre(HasSubstr("longer than its step")));
}

TEST(CheckNames, KnowKindsCountersAndSources) {
    EXPECT_THAT(
        checked("    focus: [students, works]\n    screen: {counters: advisers_in_china}\n"),
        IsEmpty());
    EXPECT_THAT(
        checked("    focus: student\n"),
        ElementsAre(AllOf(StartsWith("3:12: error: "), HasSubstr("did you mean `students`?"))));
    EXPECT_THAT(checked("    screen: {counters: [advisors_in_china]}\n"),
                ElementsAre(HasSubstr("did you mean `advisers_in_china`?")));
    EXPECT_THAT(checked("    source: anything at all\n"), IsEmpty());
    EXPECT_THAT(checked("    source: [qian_hun]\n", "sources: sources.csv\n"),
                ElementsAre(HasSubstr("did you mean `qian_han`?")));
}

TEST(CheckNames, LikeLeadsSomewhere) {
    EXPECT_THAT(checked("", "flows: {home: {like: students}}\n"), IsEmpty());
    EXPECT_THAT(checked("", "flows: {home: {like: studens}}\n"),
                ElementsAre(HasSubstr("did you mean `students`?")));
    EXPECT_THAT(checked("", "flows: {a: {like: b}, b: {like: a}}\n"),
                ElementsAre(HasSubstr("comes back to itself"), HasSubstr("comes back to itself")));
}

TEST(CheckNames, ChapterIdsAreUnique) {
    EXPECT_THAT(
        checked("    id: a\n  - id: b\n  - id: a\n"),
        ElementsAre(AllOf(StartsWith("5:5: error: "), HasSubstr("line 2"), HasSubstr("`a`"))));
}

TEST(CheckCameras, AreSlowAndEndInTime) {
    EXPECT_THAT(checked("    camera: {tilt: 3, move: 1}\n"),
                ElementsAre(HasSubstr("warning: a camera")));
    EXPECT_THAT(checked("    camera: {tilt: 3, move: 0}\n"), IsEmpty());
    EXPECT_THAT(checked("    length: 4\n    camera: {tilt: 3, move: 5}\n"),
                ElementsAre(HasSubstr("longer than its step")));
}

TEST(CheckTransitions, FitBetweenTheirSteps) {
    const auto second = [](const std::string& keys) {
        return checked(steps("{date: 1950, length: 2}", "{date: 1951, " + keys + "}"));
    };
    EXPECT_THAT(second("transition: cross-fade"), IsEmpty());
    EXPECT_THAT(second("transition: {kind: dip, length: 3}"),
                ElementsAre(HasSubstr("longer than the step before it")));
    EXPECT_THAT(second("length: 1, transition: {kind: cross-fade, length: 2}"),
                ElementsAre(HasSubstr("longer than its step")));
    EXPECT_THAT(second("transition: cut, camera: {tilt: 3, move: 2}"),
                ElementsAre(HasSubstr("the camera is there at once")));
    EXPECT_THAT(second("transition: cut, camera: {path: [Peking, Moscow], move: 4}"), IsEmpty());
    EXPECT_THAT(checked("    transition: dip\n"), ElementsAre(HasSubstr("no step comes before")));
}

TEST(CheckLanguages, WarnWhileWritingAndRefuseWhenAsked) {
    const std::string head = "languages: [en, zh-Hans]\ntitle: {en: A}\n";
    EXPECT_THAT(
        checked("    caption: {en: x, zh: y}\n", head),
        ElementsAre(AllOf(StartsWith("2:8: warning: "), HasSubstr("title has no words in zh-Hans")),
                    AllOf(StartsWith("4:5: warning: "), HasSubstr("no words in zh-Hans"))));
    const Scene scene = filmOf(head, "    caption: x\n");
    core::Diagnostics english, chinese;
    checkLanguage(scene, "en", {}, english);
    EXPECT_THAT(said(english), IsEmpty());
    const std::vector<std::string> lacking{"estimate"};
    checkLanguage(scene, "zh-Hans", lacking, chinese);
    EXPECT_THAT(said(chinese),
                ElementsAre(HasSubstr("this title"), HasSubstr("this chapter's title"),
                            HasSubstr("this caption"), HasSubstr("estimate")));
}

std::vector<std::string> numerals(std::string_view text) {
    std::vector<std::string> result;
    for (const Numeral& n : numeralsIn(text)) result.push_back(n.text);
    return result;
}

TEST(Numerals, AreFoundWholeInAnyScript) {
    EXPECT_THAT(numerals("Peking counts 1,390, others 1,300 to 1,500."),
                ElementsAre("1,390", "1,300", "1,500"));
    EXPECT_THAT(numerals("около 11\xC2\xA0"
                         "000 и 1390"),
                ElementsAre("11\xC2\xA0"
                            "000",
                            "1390"));
    EXPECT_THAT(numerals("1956年，逾1.1万人"), ElementsAre("1956", "1.1"));
    EXPECT_THAT(numerals("１９５６年"), ElementsAre("1956"));
    EXPECT_THAT(numerals("In 1956 103 of them"), ElementsAre("1956", "103"));
    EXPECT_THAT(numerals("T-34, MiG15, Ту-104"), IsEmpty());
    EXPECT_THAT(numeralsIn(std::string(400, '9')), testing::SizeIs(1));
}

TEST(Numerals, AreDatesOfThePeriodTheyStandIn) {
    const auto part = [](std::string_view number, std::string_view period) {
        return isPartOf(numeralsIn(number).at(0), *core::parsePeriod(period).period);
    };
    EXPECT_TRUE(part("1956", "1955/1957"));
    EXPECT_FALSE(part("1958", "1955/1957"));
    EXPECT_TRUE(part("7", "1960-07-16"));
    EXPECT_TRUE(part("16", "1960-07-16"));
    EXPECT_FALSE(part("8", "1960-07-16"));
    EXPECT_TRUE(part("20", "1960-07"));
    EXPECT_FALSE(part("20", "1960"));
    EXPECT_TRUE(part("2", "1959-12/1960-02"));
    EXPECT_FALSE(part("1956.5", "1956"));
}

}  // namespace
}  // namespace ebbflow::scene::test
