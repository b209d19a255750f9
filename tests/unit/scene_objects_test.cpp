// Cards pinned to places, as a script has them: what is read, and what is said to what cannot be.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scene/check_scene.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string withObject(const std::string& object, const std::string& keys = "") {
    return kScript + keys + "    objects:\n      - " + object + "\n";
}

const Object& objectOf(const Scene& scene) {
    return scene.chapters.front().steps.front().objects.front();
}

std::vector<std::string> objectsChecked(const std::string& script) {
    core::Diagnostics diagnostics;
    const auto scene = readSceneText(script, "film.yaml", ".", diagnostics);
    if (scene) checkObjects(*scene, diagnostics);
    return said(diagnostics);
}

TEST(Objects, AreAPictureWithItsCreditOrPaper) {
    const Scene picture =
        sceneOf(withObject("{at: Peking, side: left, image: a.png, credit: B, in: 1, out: 4}"));
    EXPECT_EQ(objectOf(picture).at.name, "Peking");
    EXPECT_EQ(objectOf(picture).side, "left");
    EXPECT_EQ(objectOf(picture).image.file, "./a.png");
    EXPECT_EQ(objectOf(picture).in.seconds(), 1);
    EXPECT_EQ(objectOf(picture).out->seconds(), 4);
    EXPECT_FALSE(objectOf(picture).paper);
    EXPECT_THAT(faultsOf(withObject("{at: Peking, image: a.png}")),
                ElementsAre(HasSubstr("an `image` needs a `credit`")));
    EXPECT_THAT(faultsOf(withObject("{at: Peking, paper: {poem: [words]}, credit: B}")),
                ElementsAre(HasSubstr("paper has no `credit`; say in `source`")));
    for (const char* both :
         {"{at: Peking}", "{at: Peking, image: a, credit: B, paper: {poem: [c]}}"})
        EXPECT_THAT(faultsOf(withObject(both)),
                    ElementsAre(HasSubstr("either an `image` with its `credit`, or `paper`")));
    EXPECT_THAT(faultsOf(withObject("{paper: {poem: [words]}}")),
                ElementsAre(HasSubstr("needs `at`: the place")));
    EXPECT_THAT(faultsOf(withObject("{at: Peking, side: up, paper: {poem: [words]}}")),
                ElementsAre(HasSubstr("`side` takes one of a few words")));
}

TEST(Objects, HaveOnePaper) {
    const auto paper = [](const std::string& keys) {
        return faultsOf(withObject("{at: Peking, paper: " + keys + "}"));
    };
    EXPECT_THAT(paper("{masthead: A, date: B, issue: C, headline: D}"), IsEmpty());
    EXPECT_THAT(paper("{title: A, author: B, poem: [C]}"), IsEmpty());
    EXPECT_THAT(paper("{title: A}"), ElementsAre(HasSubstr("needs its `masthead`, the rows")));
    EXPECT_THAT(paper("{masthead: A, poem: [B]}"),
                ElementsAre(HasSubstr("a `masthead` or a `poem`, not both")));
    EXPECT_THAT(paper("{masthead: A, author: B}"),
                ElementsAre(HasSubstr("`author` does not belong to a masthead")));
    EXPECT_THAT(paper("{poem: [A], issue: B}"),
                ElementsAre(HasSubstr("`issue` does not belong to a poem")));
    EXPECT_THAT(paper("{poem: A}"), Contains(HasSubstr("a list of rows")));
}

TEST(PrintedWords, AreInLanguagesOfTheirOwn) {
    // The film's are en and ru.
    const Scene scene = sceneOf(withObject(
        "{at: Peking, paper: {title: Plain, poem: [{zh-Hant: 關雎, ru: Песня}, {ja: 関雎}]}}"));
    const Paper& paper = *objectOf(scene).paper;
    EXPECT_EQ(paper.title.words.front().first, "en");
    EXPECT_THAT(languagesOf(paper.poem), ElementsAre("zh-Hant", "ru", "ja"));
    EXPECT_THAT(faultsOf(withObject("{at: Peking, paper: {masthead: {Русский: Правда}}}")),
                Contains(HasSubstr("`Русский` is no language that words are printed in")));
}

TEST(PrintedWords, HaveRoomForSoManyScripts) {
    EXPECT_THAT(
        faultsOf(withObject("{at: Peking, paper: {primer: [{ru: мир, zh: 和平}, {ru: дом}]}}")),
        ElementsAre(HasSubstr("row 2 of this primer has words in 1 languages")));
    EXPECT_THAT(faultsOf(withObject(
                    "{at: Peking, paper: {primer: [{ru: мир, zh: 和平}, {ru: дом, ja: 家}]}}")),
                ElementsAre(HasSubstr("(3 languages); it has room for 2")));
    EXPECT_THAT(
        faultsOf(withObject("{at: Peking, paper: {poem: [{ru: а, zh: 一, ja: 二, de: d}]}}")),
        ElementsAre(AllOf(HasSubstr("ru, zh, ja, de"), HasSubstr("it has room for 3"))));
}

TEST(Objects, OpenAndCloseWhileTheirStepLasts) {
    const auto timed = [](const std::string& times) {
        return objectsChecked(
            withObject("{at: Peking, image: a.png, credit: B" + times + "}", "    length: 6\n"));
    };
    EXPECT_THAT(timed(""), IsEmpty());
    EXPECT_THAT(timed(", in: 1, out: 6"), IsEmpty());
    EXPECT_THAT(timed(", in: 7"), ElementsAre(HasSubstr("when its step of 6 s is over")));
    EXPECT_THAT(timed(", out: 7"), ElementsAre(HasSubstr("gone at 7 s, after its step of 6 s")));
    EXPECT_THAT(timed(", in: 3, out: 2"),
                ElementsAre(HasSubstr("`out` counts from the start of the step")));
    EXPECT_THAT(timed(", in: 4.5"), ElementsAre(HasSubstr("stands for 1.5 s")));
}

TEST(Objects, OfPaperSayWhereTheirWordsStand) {
    const std::string paper = "{at: Peking, paper: {poem: [words]}";
    EXPECT_THAT(objectsChecked(withObject(paper + "}")),
                ElementsAre(HasSubstr("error: the words on this paper need a `source:`")));
    EXPECT_THAT(objectsChecked(withObject(paper + ", source: A book}")), IsEmpty());
    EXPECT_THAT(objectsChecked(withObject(paper + "}", "    source: A book\n")), IsEmpty());
    EXPECT_THAT(objectsChecked("source: A book\n" + withObject(paper + "}")), IsEmpty());
}

TEST(Objects, NameSourcesOfTheTable) {
    core::Diagnostics diagnostics;
    const auto scene =
        readSceneText(replaced(withObject("{at: Peking, paper: {poem: [words]}, source: regster}"),
                               "flows:", "sources: [{id: register, citation: A register}]\nflows:"),
                      "film.yaml", ".", diagnostics);
    ASSERT_TRUE(scene) << testing::PrintToString(said(diagnostics));
    checkNames(*scene, {{}, {}, {"register"}}, diagnostics);
    EXPECT_THAT(said(diagnostics),
                ElementsAre(HasSubstr("`regster` is no id of `sources`; did you mean `register`")));
}

TEST(Objects, AllFaultsAreToldInOneRun) {
    EXPECT_THAT(faultsOf(kScript + "    objects:\n"
                                   "      - {at: Peking, image: a.png}\n"
                                   "      - {paper: {poem: [words], issue: A}}\n"
                                   "      - {at: Peking, paper: {masthead: A, poem: [B]}}\n"),
                SizeIs(4));
}

TEST(PrintedWords, AreNotTranslated) {
    const Scene scene = sceneOf(
        withObject("{at: Peking, paper: {masthead: {zh: 人民日报}}, text: {en: A, ru: Б}}"));
    core::Diagnostics diagnostics;
    checkTranslations(scene, diagnostics);
    for (const std::string& line : said(diagnostics))
        EXPECT_THAT(line, testing::Not(HasSubstr("paper")));
    std::vector<std::string> printed;
    eachPrintedText(scene, [&](const core::LocalText& text, std::string_view, const auto&) {
        for (const auto& [language, words] : text.words) printed.push_back(language + words);
    });
    EXPECT_THAT(printed, ElementsAre("zh人民日报"));
}

}  // namespace
}  // namespace ebbflow::scene::test
