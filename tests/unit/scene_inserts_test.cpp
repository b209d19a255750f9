// Title cards, pictures, marks, charts, fonts and the places of the screen, as a script has them:
// what is read, and what is said to what cannot be.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scene/check_scene.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string stepWith(const std::string& keys) {
    return kScript + keys;
}

const Step& stepOf(const Scene& scene) {
    return scene.chapters.front().steps.front();
}

std::vector<std::string> checked(const std::string& script) {
    core::Diagnostics diagnostics;
    const auto scene = readSceneText(script, "film.yaml", ".", diagnostics);
    const auto slow = [](std::string_view text, std::string_view) {
        return static_cast<double>(text.size()) / 10;
    };
    if (scene) checkInserts(*scene, slow, diagnostics);
    return said(diagnostics);
}

TEST(Cards, AreATextOrThree) {
    const Scene plain = sceneOf(stepWith("    card: The beacon\n"));
    ASSERT_TRUE(stepOf(plain).card);
    EXPECT_EQ(stepOf(plain).card->title.inOrAny("en"), "The beacon");
    const Scene both = sceneOf(stepWith("    card: {en: The beacon, ru: Маяк, start: 2}\n"));
    EXPECT_EQ(stepOf(both).card->title.inOrAny("ru"), "Маяк");
    EXPECT_EQ(stepOf(both).card->start.seconds(), 2);
    const Scene full = sceneOf(
        stepWith("    card: {kicker: One, title: {en: The beacon, ru: Маяк}, subtitle: Ideas}\n"));
    EXPECT_EQ(stepOf(full).card->kicker.inOrAny("en"), "One");
    EXPECT_EQ(stepOf(full).card->subtitle.inOrAny("en"), "Ideas");
}

TEST(Cards, NeedATitleAndTimeToBeRead) {
    EXPECT_THAT(faultsOf(stepWith("    card: {kicker: One}\n")),
                Contains(HasSubstr("a card needs a `title`")));
    EXPECT_THAT(checked(stepWith("    length: 1\n    card: A title that takes long to read\n")),
                Contains(HasSubstr("takes")));
    EXPECT_THAT(checked(stepWith("    length: 3\n    card: {title: Late, start: 4}\n")),
                Contains(HasSubstr("when its step of 3 s is over")));
    EXPECT_THAT(checked(stepWith("    length: 9\n    card: {title: Short, length: 5}\n")),
                IsEmpty());
}

TEST(Cards, NameYearsOfTheFilmButNoOtherNumberWithoutASource) {
    EXPECT_THAT(checked(stepWith("    card: The year 1951\n")), IsEmpty());
    EXPECT_THAT(checked(stepWith("    card: The 375 students\n")),
                Contains(HasSubstr("`375` on this card")));
    EXPECT_THAT(checked(stepWith("    card: The 375 students\n    source: A register\n")),
                IsEmpty());
}

TEST(Images, NeedAFileAndACredit) {
    EXPECT_THAT(faultsOf(stepWith("    images:\n      - {file: a.png}\n")),
                Contains(HasSubstr("needs a `credit`")));
    EXPECT_THAT(faultsOf(stepWith("    images:\n      - {credit: Somebody}\n")),
                Contains(HasSubstr("needs its `file`")));
    EXPECT_THAT(faultsOf(stepWith("    images: a.png\n")), Contains(HasSubstr("a list of items")));
    EXPECT_THAT(faultsOf(stepWith("    images:\n      - {file: a.png, credit: B, at: centre}\n")),
                Contains(HasSubstr("`at` takes one of a few words")));
    const Scene scene = sceneOf(stepWith(
        "    images:\n      - {file: a.png, credit: B, at: full, move: zoom in, length: 4}\n"));
    ASSERT_EQ(stepOf(scene).images.size(), 1U);
    EXPECT_EQ(stepOf(scene).images.front().file, "./a.png");
    EXPECT_EQ(stepOf(scene).images.front().move, "zoom in");
}

TEST(Marks, AreRingsOrArrows) {
    const Scene scene = sceneOf(stepWith(
        "    marks:\n      - {ring: Moscow}\n      - {arrow: [Moscow, Peking], text: by train}\n"));
    ASSERT_EQ(stepOf(scene).marks.size(), 2U);
    EXPECT_FALSE(stepOf(scene).marks[0].isArrow());
    EXPECT_TRUE(stepOf(scene).marks[1].isArrow());
    EXPECT_THAT(faultsOf(stepWith("    marks:\n      - {arrow: [Moscow]}\n")),
                Contains(HasSubstr("the two places it joins")));
    EXPECT_THAT(faultsOf(stepWith("    marks:\n      - {text: nowhere}\n")),
                Contains(HasSubstr("either a `ring` about a place or an `arrow`")));
    EXPECT_THAT(faultsOf(stepWith("    marks:\n      - {ring: Kiev, arrow: [Kiev, Minsk]}\n")),
                Contains(HasSubstr("either a `ring`")));
}

TEST(ScreenPieces, StandWhereTheyCan) {
    const auto screen = [](const std::string& piece) {
        return "screen: {" + piece + "}\n" + kScript;
    };
    EXPECT_THAT(faultsOf(screen("years: left")),
                ElementsAre(HasSubstr("`years` goes across the whole picture: top or bottom")));
    EXPECT_THAT(faultsOf(screen("sources: {at: bottom right}")),
                ElementsAre(HasSubstr("not bottom right")));
    EXPECT_THAT(faultsOf(screen("years: top, sources: {at: top, size: large}, scale: right")),
                IsEmpty());
    EXPECT_THAT(faultsOf(screen("counters: {at: left}")),
                ElementsAre(HasSubstr("`counters` needs `figures`")));
    const Scene scene = sceneOf(screen("counters: {figures: [a, b], at: left, size: large}"));
    EXPECT_EQ(scene.screen.counters->size(), 2U);
    EXPECT_EQ(scene.screen.countersPiece.position, "left");
    EXPECT_EQ(scene.screen.countersPiece.size, "large");
}

TEST(Charts, DrawFiguresOrKinds) {
    const auto chart = [](const std::string& keys) {
        return "screen: {chart: " + keys + "}\n" + kScript;
    };
    EXPECT_THAT(faultsOf(chart("{type: bar}")),
                ElementsAre(HasSubstr("either `figures` (ids) or a `kind`")));
    EXPECT_THAT(faultsOf(chart("{figures: a, kind: b}")), ElementsAre(HasSubstr("either")));
    EXPECT_THAT(faultsOf(chart("no")), IsEmpty());
    EXPECT_FALSE(sceneOf(chart("no")).screen.chart->piece.on);
    EXPECT_TRUE(sceneOf(chart("{kind: students, type: bar, at: left}")).screen.chart->bars);
    core::Diagnostics diagnostics;
    checkNames(sceneOf(chart("{kind: studens}")), {{"students"}, {"sent"}, {}}, diagnostics);
    EXPECT_THAT(said(diagnostics), ElementsAre(HasSubstr("did you mean `students`?")));
}

TEST(Fonts, AreFamiliesOrFiles) {
    const Scene scene = sceneOf("style: {fonts: {serif: PT Sans, sans: fonts/My.ttf}}\n" + kScript);
    EXPECT_THAT(scene.fonts.serif.wanted, ElementsAre("PT Sans"));
    EXPECT_THAT(scene.fonts.sans.wanted, ElementsAre("./fonts/My.ttf"));
    const Scene named = sceneOf(
        "style: {fonts: {scripts: {hebrew: [fonts/H.ttf, fonts/HBold.ttf]}, "
        "languages: {ur: fonts/N.ttf}}}\n" +
        kScript);
    ASSERT_EQ(named.fonts.scripts.size(), 1U);
    EXPECT_EQ(named.fonts.scripts[0].first, "hebrew");
    EXPECT_THAT(named.fonts.scripts[0].second.wanted,
                ElementsAre("./fonts/H.ttf", "./fonts/HBold.ttf"));
    ASSERT_EQ(named.fonts.languages.size(), 1U);
    EXPECT_EQ(named.fonts.languages[0].first, "ur");
    EXPECT_THAT(faultsOf("style: {fonts: {scripts: fonts/H.ttf}}\n" + kScript), SizeIs(1));
    EXPECT_THAT(faultsOf("style: night atlas\n" + kScript), IsEmpty());
    EXPECT_THAT(faultsOf("style: {font: PT Sans}\n" + kScript),
                ElementsAre(HasSubstr("did you mean `fonts`?")));
}

}  // namespace
}  // namespace ebbflow::scene::test
