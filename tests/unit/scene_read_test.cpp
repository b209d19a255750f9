// Reading whole scripts: the two examples that the language was designed on.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scene/read_scene.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene {
namespace {

using testing::ElementsAre;

std::string dataFile(const std::string& name) {
    return std::string(EBBFLOW_SOURCE_DIR) + "/tests/data/scenes/" + name;
}

std::string messages(const core::Diagnostics& diagnostics) {
    std::string all;
    for (const auto& d : diagnostics.all()) all += toString(d) + "\n";
    return all;
}

Scene readGood(const std::string& path) {
    core::Diagnostics diagnostics;
    auto scene = readScene(path, diagnostics);
    EXPECT_EQ(messages(diagnostics), "");
    EXPECT_TRUE(scene.has_value());
    return scene.value_or(Scene{});
}

core::Period period(std::string_view text) {
    return core::parsePeriod(text).period.value();
}

TEST(ReadScene, PresentersExample) {
    const Scene scene = readGood(dataFile("presenter.yaml"));
    EXPECT_EQ(scene.title.inOrAny("en"), "Students to Moscow");
    EXPECT_EQ(scene.source.inOrAny("ru"), "Yang Xu (shexun.cn); Qian Han (163.com)");
    EXPECT_THAT(scene.languages, ElementsAre("en"));
    EXPECT_EQ(scene.frame.width, 1920);
    ASSERT_EQ(scene.movements.rows.size(), 3U);
    const core::InlineRow& last = scene.movements.rows[2];
    EXPECT_EQ(last.place.line, 7);
    ASSERT_EQ(last.cells.size(), 6U);
    EXPECT_EQ(last.cells[4].column, "count");
    EXPECT_EQ(last.cells[4].value, "2085");
    EXPECT_EQ(last.cells[4].place, (core::SourcePlace{dataFile("presenter.yaml"), 7, 67}));
    ASSERT_EQ(scene.chapters.size(), 3U);
    const Chapter& first = scene.chapters[0];
    EXPECT_EQ(first.id, "chapter-1");
    EXPECT_EQ(first.notes.inOrAny("en"), "Nine days by train. Ask who has travelled longer.");
    ASSERT_EQ(first.steps.size(), 1U);
    EXPECT_EQ(first.steps[0].date, period("1951"));
    ASSERT_TRUE(first.steps[0].camera.has_value());
    ASSERT_EQ(first.steps[0].camera->show.size(), 2U);
    EXPECT_EQ(first.steps[0].camera->show[1].name, "Moscow");
    EXPECT_FALSE(scene.chapters[1].steps[0].camera.has_value());
    EXPECT_EQ(scene.chapters[2].steps[0].camera->show.size(), 1U);
}

TEST(ReadScene, ProducersExample) {
    const Scene scene = readGood(dataFile("producer.yaml"));
    EXPECT_THAT(scene.languages, ElementsAre("en", "zh-Hans", "ru"));
    EXPECT_EQ(scene.title.words[1].first, "zh-Hans");
    EXPECT_EQ(scene.frame.startTimecode, "10:00:00:00");
    ASSERT_EQ(scene.movements.files.size(), 2U);
    EXPECT_EQ(scene.movements.files[1].path,
              std::string(EBBFLOW_SOURCE_DIR) + "/tests/data/scenes/data/advisers.csv");
    ASSERT_EQ(scene.flows.size(), 3U);
    EXPECT_EQ(scene.flows[1].along, "moscow-peking");
    EXPECT_EQ(scene.flows[1].oneLight, 5);
    EXPECT_EQ(scene.flows[2].going, "home");
    EXPECT_EQ(scene.flows[2].like, "advisers");
    EXPECT_EQ(scene.screen.pieces.at("date").size, "large");
    EXPECT_TRUE(scene.screen.pieces.at("years").on);
    ASSERT_EQ(scene.chapters.size(), 1U);
    const Chapter& chapter = scene.chapters[0];
    EXPECT_EQ(chapter.id, "estrangement");
    EXPECT_THAT(chapter.screen.counters.value(),
                ElementsAre("advisers_in_china", "projects_complete", "projects_in_hand"));
    ASSERT_EQ(chapter.steps.size(), 5U);
    EXPECT_EQ(chapter.steps[1].length, core::FilmTime::fromSeconds(10));
    EXPECT_TRUE(chapter.steps[2].waitForClick);
    EXPECT_EQ(chapter.steps[2].camera->widthKm, 2600);
    const Step& crawl = chapter.steps[3];
    EXPECT_EQ(crawl.date, period("1960-07-17/1960-09-01"));
    EXPECT_EQ(crawl.camera->bearing, -20);
    EXPECT_THAT(crawl.focus, ElementsAre("advisers_home"));
    ASSERT_EQ(crawl.captions.size(), 1U);
    EXPECT_EQ(crawl.captions[0].at, core::FilmTime::fromSeconds(5));
    EXPECT_EQ(crawl.captions[0].text.words.size(), 3U);
    EXPECT_THAT(crawl.sources, ElementsAre("peoples_daily_1960", "khrushchev_sed_1960", "ap_1989"));
}

TEST(ReadScene, LayersOfSeveralFilesEachWithItsPeriod) {
    const std::string map =
        "map:\n  layers:\n    lakes: lakes.gpkg\n    states:\n"
        "      - {file: 1880.geojson, valid_from: 1880}\n"
        "      - {file: 1914.geojson, layer: a, valid_from: 1914-06, valid_to: 1938}\n"
        "      - south.gpkg\n";
    const Scene scene = test::sceneOf(test::kScript + map);
    ASSERT_EQ(scene.map.layers.size(), 4U);
    const core::FileSpec& second = scene.map.layers[2].file;
    EXPECT_EQ(scene.map.layers[2].role, "states");
    EXPECT_EQ(second.path, "./1914.geojson");
    EXPECT_EQ(core::toString(*second.valid.from), "1914-06-01");
    EXPECT_EQ(core::toString(*second.valid.to), "1938-12-31");
    EXPECT_FALSE(scene.map.layers[1].file.valid.to);
    EXPECT_EQ(scene.map.layers[3].file.valid, core::Validity{});
    EXPECT_THAT(
        test::faultsOf(test::kScript + "map: {layers: {states: {file: a.gpkg, valid_from: 1914, "
                                       "valid_to: 1913}}}\n"),
        testing::ElementsAre(testing::HasSubstr("`valid_to` is before `valid_from`")));
}

TEST(ReadScene, FlightsTransitionsAndIllustrations) {
    const Scene scene = test::sceneOf(R"(chapters:
  - transition: {kind: cross-fade, length: 2}
    camera: {path: [Moscow, {lat: 52, lon: 104}, {center: Peking, width: 900 km, tilt: 30}], move: 9}
    accumulate: step
    ambience:
      - {kind: ideas, between: [Moscow, Peking]}
      - {kind: aid, from: Moscow, to: Peking}
)");
    const Step& step = scene.chapters.at(0).steps.at(0);
    EXPECT_EQ(step.transition.kind, Transition::Kind::crossFade);
    EXPECT_EQ(step.transition.length->seconds(), 2);
    ASSERT_EQ(step.camera->path.size(), 3U);
    EXPECT_EQ(step.camera->path[1].center.position->lat, 52);
    EXPECT_EQ(step.camera->path[2].widthKm, 900);
    EXPECT_EQ(step.accumulate, Accumulate::step);
    ASSERT_EQ(step.ambience.size(), 2U);
    EXPECT_TRUE(step.ambience[0].bothWays);
    EXPECT_FALSE(step.ambience[1].bothWays);
}

TEST(ReadScene, OneWayOfLookingAtATime) {
    const auto faults = [](const std::string& keys) {
        return test::faultsOf("chapters: [{" + keys + "}]\n");
    };
    using testing::ElementsAre;
    using testing::HasSubstr;
    EXPECT_THAT(faults("camera: {path: [Moscow, Peking], tilt: 20}"),
                ElementsAre(HasSubstr("belong into its stops")));
    EXPECT_THAT(faults("camera: {path: [Moscow]}"), ElementsAre(HasSubstr("two places or more")));
    EXPECT_THAT(faults("camera: {path: [Moscow, {width: 900 km}]}"),
                ElementsAre(HasSubstr("needs its `center`")));
    EXPECT_THAT(faults("camera: {follow: students, center: Moscow}"),
                ElementsAre(HasSubstr("keep one of the two")));
    EXPECT_THAT(faults("camera: {follow: [A, B, C]}"),
                ElementsAre(HasSubstr("two places of a way")));
    EXPECT_THAT(faults("transition: crossfade"),
                ElementsAre(HasSubstr("did you mean `cross-fade`?")));
    EXPECT_THAT(faults("transition: {kind: dip, length: 0.1}"),
                ElementsAre(HasSubstr("from 0.4 to 5 seconds")));
    EXPECT_THAT(faults("transition: {kind: move, length: 2}"),
                ElementsAre(HasSubstr("only a cross-fade and a dip")));
    EXPECT_THAT(faults("ambience: {kind: ideas, between: [Moscow]}"),
                ElementsAre(HasSubstr("needs its two places")));
}

TEST(ReadScene, SkippedChaptersAreReadAndNotInTheFilm) {
    const std::string second = "  - {title: Two, date: 1952, skip: $}\n";
    const std::string script = "chapters:\n  - date: 1951\n" + second + "  - date: 1953\n";
    const auto ids = [](const Scene& scene) {
        std::vector<std::string> found;
        for (const Chapter& chapter : scene.chapters) found.push_back(chapter.id);
        return found;
    };
    EXPECT_THAT(ids(test::sceneOf(test::replaced(script, "$", "yes"))),
                ElementsAre("chapter-1", "chapter-3"));
    EXPECT_THAT(ids(test::sceneOf(test::replaced(script, "$", "no"))),
                ElementsAre("chapter-1", "chapter-2", "chapter-3"));
    EXPECT_THAT(test::faultsOf(test::replaced(script, "$", "yes, length: long")),
                ElementsAre(testing::HasSubstr("3:49: error: `length` takes a time")));
    EXPECT_THAT(test::faultsOf("chapters: [{skip: yes}, {skip: yes, steps: [{date: 1951}]}]\n"),
                ElementsAre(testing::HasSubstr("every chapter has `skip`")));
}

}  // namespace
}  // namespace ebbflow::scene
