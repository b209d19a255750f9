// Values by key: what each takes, and what it says to what it does not take.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// The faults of one more line in the only chapter, without `10:`.
std::vector<std::string> faultsOfLine(const std::string& line) {
    auto faults = faultsOf(kScript + "    " + line + "\n");
    for (std::string& fault : faults) {
        if (fault.starts_with("10:")) fault.erase(0, 3);
    }
    return faults;
}

Step stepOf(const std::string& lines) {
    const Scene scene = sceneOf(kScript + lines);
    if (scene.chapters.size() != 1) return {};
    return scene.chapters[0].steps.at(0);
}

TEST(Values, WrongTypesSayWhatWasExpected) {
    EXPECT_THAT(faultsOfLine("length: long"),
                ElementsAre(AllOf(StartsWith("13: error: `length` takes a time, such as 8,"),
                                  HasSubstr("`long` is none"))));
    EXPECT_THAT(faultsOfLine("length: [8]"), ElementsAre(HasSubstr("this is a list")));
    EXPECT_THAT(faultsOfLine("length: -3"), ElementsAre(HasSubstr("`-3` is none")));
    EXPECT_THAT(faultsOfLine("length: 0"), ElementsAre(HasSubstr("from 0.1")));
    EXPECT_THAT(faultsOfLine("length:"),
                ElementsAre(StartsWith("5: error: `length` has no value")));
    EXPECT_THAT(faultsOfLine("caption:"), ElementsAre(HasSubstr("`caption` has no value")));
    EXPECT_THAT(faultsOfLine("caption: \" \""), ElementsAre(HasSubstr("is empty")));
    EXPECT_THAT(faultsOfLine("camera: Peking"), ElementsAre(HasSubstr("takes keys of its own")));
    EXPECT_THAT(faultsOfLine("wait: key"), ElementsAre(HasSubstr("click")));
    EXPECT_THAT(faultsOfLine("screen: {date: middle}"), ElementsAre(HasSubstr("top left")));
    EXPECT_THAT(faultsOfLine("steps: x"),
                ElementsAre(HasSubstr("belongs into one of them"), HasSubstr("begin with `- `")));
    EXPECT_THAT(faultsOfLine("id: Two Words"), ElementsAre(HasSubstr("may hold only")));
}

TEST(Values, TrainsAreFewestAndMost) {
    const auto trains = [](const std::string& said) {
        return faultsOf(replaced(kScript, "{color: gold}", "{trains: " + said + "}"));
    };
    const Scene scene = sceneOf(replaced(kScript, "{color: gold}",
                                         "{trains: 8-20}\n  guests: {like: students, trains: 12}"));
    ASSERT_EQ(scene.flows.size(), 2U);
    EXPECT_EQ(scene.flows[0].trains, (Trains{8, 20}));
    EXPECT_EQ(scene.flows[1].trains, (Trains{12, 12}));
    for (const char* none : {"many", "8-", "[8, 20]", "8 - 20"})
        EXPECT_THAT(trains(none),
                    ElementsAre(HasSubstr("the fewest and the most lights of a train")))
            << none;
    for (const char* none : {"20-8", "0-3", "5-900"})
        EXPECT_THAT(trains(none), ElementsAre(AllOf(HasSubstr("the fewest first, such as 8-20"),
                                                    HasSubstr(none))));
}

TEST(Values, DatesSayWhatIsWrongWithThem) {
    const auto dated = [](const std::string& date) {
        return faultsOf(replaced(kScript, "date: 1951", "date: " + date));
    };
    EXPECT_THAT(dated("1956-13"),
                ElementsAre(AllOf(StartsWith("9:11: "), HasSubstr("no month 13"))));
    EXPECT_THAT(dated("1956-02-30"), ElementsAre(HasSubstr("has 29 days")));
    EXPECT_THAT(dated("1957/1956"), ElementsAre(HasSubstr("ends before it begins")));
    EXPECT_THAT(dated("1957/.."), ElementsAre(HasSubstr("both its start and its end")));
    EXPECT_THAT(dated("spring"), ElementsAre(HasSubstr("is no date")));
    EXPECT_THAT(dated("\"1956\""), IsEmpty());
    EXPECT_THAT(dated("1956~"), IsEmpty());
}

TEST(Values, PointsAreNamesOrNamedNumbers) {
    EXPECT_THAT(faultsOfLine("camera: {center: [37.6, 55.8]}"), ElementsAre(HasSubstr("latitude")));
    EXPECT_THAT(faultsOfLine("show: [37.6, 55.8]"), ElementsAre(HasSubstr("latitude")));
    EXPECT_THAT(faultsOfLine("show: [{lat: nan, lon: 4}]"),
                ElementsAre(StartsWith("18: error: `lat` takes a number")));
    EXPECT_THAT(faultsOfLine("show: {lat: 91, lon: 4}"), ElementsAre(HasSubstr("from -90 to 90")));
    EXPECT_THAT(faultsOfLine("show: {lat: 9}"), ElementsAre(HasSubstr("needs both")));
    EXPECT_THAT(faultsOfLine("show: []"), ElementsAre(HasSubstr("at least one place")));
    const Step step = stepOf("    show: [{lat: 55.8, lon: -37.6}, Moscow]\n");
    ASSERT_TRUE(step.camera);
    EXPECT_EQ(step.camera->show.at(0).position, (core::LonLat{-37.6, 55.8}));
    EXPECT_EQ(step.camera->show.at(1).name, "Moscow");
}

TEST(Values, WidthBringsItsUnit) {
    EXPECT_EQ(stepOf("    camera: {center: Peking, width: 2600 km}\n").camera->widthKm, 2600);
    EXPECT_EQ(stepOf("    camera: {center: Peking, width: 2600km}\n").camera->widthKm, 2600);
    EXPECT_EQ(stepOf("    camera: {center: Peking, width: 260.5}\n").camera->widthKm, 260.5);
    for (const std::string bad : {"0", "-3 km", "50000", "20 mi", "km", "nan", "inf"}) {
        EXPECT_THAT(faultsOfLine("camera: {width: " + bad + "}"), testing::SizeIs(1)) << bad;
    }
    EXPECT_THAT(faultsOfLine("camera: {width: \"2,600 km\"}"),
                ElementsAre(HasSubstr("write 2600 km")));
}

TEST(Values, TheCameraLooksOneWay) {
    EXPECT_THAT(faultsOfLine("camera: {show: [Moscow], width: 300}"), testing::SizeIs(1));
    EXPECT_THAT(faultsOfLine("camera: {show: [Moscow]}\n    show: Peking"),
                ElementsAre(AllOf(StartsWith("11:5: "), HasSubstr("keep one of the two"))));
    const Step step = stepOf("    show: Peking\n    camera: {tilt: 60, bearing: 0}\n");
    EXPECT_EQ(step.camera->show.at(0).name, "Peking");
    EXPECT_EQ(step.camera->tilt, 60);
    EXPECT_THAT(faultsOfLine("camera: {tilt: 61}"), ElementsAre(HasSubstr("from 0 to 60")));
}

TEST(Values, TimesInSecondsMinutesOrFrames) {
    const auto length = [](const std::string& text) {
        return stepOf("    length: " + text + "\n").length.value_or(core::FilmTime{}).seconds();
    };
    EXPECT_EQ(length("8"), 8);
    EXPECT_EQ(length("8.5"), 8.5);
    EXPECT_EQ(length("1:20"), 80);
    EXPECT_EQ(length("f200"), 8);
    // The rate counts wherever it is written.
    const Scene scene = sceneOf("chapters: [{length: f200}]\nframe: {rate: 50}\n");
    EXPECT_EQ(scene.chapters.at(0).steps.at(0).length, core::FilmTime::fromSeconds(4));
}

TEST(Values, CaptionsOneOrSeveral) {
    const Step step =
        stepOf("    caption:\n      - first\n      - {at: 4, length: 3, en: second, ru: x}\n");
    ASSERT_EQ(step.captions.size(), 2U);
    EXPECT_EQ(step.captions[1].at, core::FilmTime::fromSeconds(4));
    EXPECT_EQ(step.captions[1].length, core::FilmTime::fromSeconds(3));
    EXPECT_THAT(faultsOfLine("caption: [first, second]"),
                ElementsAre(HasSubstr("its own, later `at:`")));
    EXPECT_EQ(
        stepOf("    caption: |\n      Two\n      lines\n\n").captions.at(0).text.inOrAny("en"),
        "Two\nlines");
}

TEST(Values, LanguagesByPrefix) {
    const std::string film = "languages: [zh-Hans, zh-Hant, en]\nchapters: [{title: $}]\n";
    const auto faults = [&](const std::string& title) {
        return faultsOf(replaced(film, "$", title));
    };
    EXPECT_THAT(faults("{zh-Hant: x, en: y}"), IsEmpty());
    EXPECT_THAT(faults("{zh: x}"), ElementsAre(HasSubstr("could be several")));
    EXPECT_THAT(faults("{zh-Hanz: x}"), ElementsAre(HasSubstr("did you mean `zh-Hans`?")));
    EXPECT_THAT(faults("{de: x}"), ElementsAre(HasSubstr("none of the film's languages")));
    EXPECT_THAT(faults("{en: x, en-GB: y}"), ElementsAre(HasSubstr("written twice")));
    EXPECT_THAT(faultsOf("languages: [en, english]\nchapters: [{date: 1951}]\n"),
                ElementsAre(AllOf(StartsWith("1:17: "), HasSubstr("a language tag"))));
    EXPECT_THAT(faultsOf("languages: [en, en]\nchapters: [{date: 1951}]\n"),
                ElementsAre(HasSubstr("listed twice")));
    EXPECT_THAT(sceneOf("language: ru\nlanguages: [en, ru]\nchapters: [{date: 1951}]\n").languages,
                ElementsAre("ru", "en"));
}

TEST(Values, Frames) {
    const auto faults = [](const std::string& frame) {
        return faultsOf("frame: {" + frame + "}\nchapters: [{date: 1951}]\n");
    };
    EXPECT_THAT(faults("size: 3840x2160, rate: 30000/1001, start: 01:00:00;00"), IsEmpty());
    EXPECT_THAT(faults("start: 01:00:00:29, rate: 30"), IsEmpty()) << "the rate may come after";
    EXPECT_THAT(faults("start: 01:00:00;00"), ElementsAre(HasSubstr("29.97")));
    EXPECT_THAT(faults("start: 01:00:00:25"), ElementsAre(HasSubstr("from 00 to 24")));
    EXPECT_THAT(faults("size: 1919x1080"), ElementsAre(HasSubstr("even numbers")));
    EXPECT_THAT(faults("size: 99999999999x2"), testing::SizeIs(1));
    EXPECT_THAT(faults("size: 4K"), ElementsAre(HasSubstr("1920x1080")));
    EXPECT_THAT(faults("rate: 0"), ElementsAre(HasSubstr("frames a second")));
    EXPECT_THAT(faults("start: 10:00"), ElementsAre(HasSubstr("no timecode")));
    EXPECT_THAT(faults("start: 25:00:00:00"), ElementsAre(HasSubstr("no timecode")));
}

TEST(Values, ScreenPieces) {
    const Scene scene = sceneOf(
        "screen: {date: large, years: no, legend: bottom left, sources: yes,\n"
        "         title: {at: top, size: large}, labels: off, scrim: no, counters: no}\n"
        "chapters: [{date: 1951}]\n");
    EXPECT_EQ(scene.screen.pieces.at("date"), (Screen::Piece{true, "", "large"}));
    EXPECT_EQ(scene.screen.pieces.at("years"), (Screen::Piece{false, "", ""}));
    EXPECT_EQ(scene.screen.pieces.at("legend"), (Screen::Piece{true, "bottom left", ""}));
    EXPECT_EQ(scene.screen.pieces.at("title"), (Screen::Piece{true, "top", "large"}));
    EXPECT_EQ(scene.screen.pieces.at("labels"), (Screen::Piece{false, "", ""}));
    EXPECT_EQ(scene.screen.pieces.at("scrim"), (Screen::Piece{false, "", ""}));
    EXPECT_FALSE(scene.screen.pieces.contains("graticule"));
    EXPECT_THAT(scene.screen.counters.value(), IsEmpty());
}

TEST(Values, TablesAreFilesRowsOrBoth) {
    const Scene scene = sceneOf(
        "movements:\n  - a.csv\n  - {file: /b.gpkg, layer: trips, columns: {count: n}}\n"
        "  - {from: {lat: 1.5, lon: 2}, to: Moscow, source: [x, y]}\n"
        "places: [{id: a, name: {en: A, ru: Б}, name_ru: В}]\nlanguages: [en, ru]\n"
        "chapters: [{date: 1951}]\n");
    ASSERT_EQ(scene.movements.files.size(), 2U);
    EXPECT_EQ(scene.movements.files[0].path, "./a.csv");
    EXPECT_EQ(scene.movements.files[1].path, "/b.gpkg");
    EXPECT_EQ(scene.movements.files[1].layer, "trips");
    EXPECT_EQ(scene.movements.files[1].columns.at(0).second, "n");
    std::vector<std::string> cells;
    for (const auto& row : {scene.movements.rows.at(0), scene.places.rows.at(0)}) {
        for (const auto& cell : row.cells) cells.push_back(cell.column + "=" + cell.value);
    }
    EXPECT_THAT(cells, ElementsAre("from_lat=1.5", "from_lon=2", "to=Moscow", "source=x; y", "id=a",
                                   "name_en=A", "name_ru=Б", "name_ru=В"));
}

TEST(Values, FlowmapBlueComesInPairs) {
    const Scene scene =
        sceneOf("movements: {locations: l.csv, flows: f.csv}\nchapters: [{date: 1951}]\n");
    EXPECT_EQ(scene.locations.files.at(0).path, "./l.csv");
    EXPECT_EQ(scene.flowRows.files.at(0).path, "./f.csv");
    EXPECT_THAT(faultsOf("movements: {flows: f.csv}\nchapters: [{date: 1951}]\n"),
                ElementsAre(HasSubstr("come in pairs")));
    EXPECT_THAT(faultsOf("movements: {kind: a}\nchapters: [{date: 1951}]\n"),
                ElementsAre(HasSubstr("begin with `- `")));
}

TEST(Values, AStepIsAsLongAsItCanBeWatched) {
    for (const char* length : {"0.1", "3600", "1:00:00"}) {
        EXPECT_THAT(faultsOf("chapters: [{date: 1951, length: " + std::string(length) + "}]\n"),
                    IsEmpty());
    }
    for (const char* length : {"0", "0.00001", "3600.5", "1e9"}) {
        EXPECT_THAT(faultsOf("chapters: [{date: 1951, length: " + std::string(length) + "}]\n"),
                    ElementsAre(HasSubstr("from 0.1 to 3600 seconds")));
    }
}

TEST(Values, AFilmNeedsChapters) {
    EXPECT_THAT(faultsOf("title: x\n"), ElementsAre(HasSubstr("no `chapters:`")));
    EXPECT_THAT(faultsOf("chapters: []\n"), ElementsAre(HasSubstr("`chapters` is empty")));
    EXPECT_THAT(faultsOf("chapters: [{steps: []}]\n"), ElementsAre(HasSubstr("`steps` is empty")));
    EXPECT_THAT(faultsOf("chapters: 1951\n"), ElementsAre(HasSubstr("a list of chapters")));
    EXPECT_THAT(faultsOf("chapters: [1951]\n"), ElementsAre(HasSubstr("keys in each chapter")));
}

}  // namespace
}  // namespace ebbflow::scene::test
