// The commands that make no film: audit, check, init, schema, storyboard, doctor, help.

#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "encode/png.hpp"
#include "support/program.hpp"

namespace ebbflow::test {
namespace {

using testing::HasSubstr;

using Commands = ProgramTest;

std::vector<std::vector<std::string>> csvRows(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        auto& row = rows.emplace_back();
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    }
    return rows;
}

/// People per kind in the default film's own tables.
std::map<std::string, std::int64_t> countsOfTables() {
    std::map<std::string, std::int64_t> counts;
    for (const char* name :
         {"party_students", "students", "students_home", "trainees", "advisers", "advisers_home"}) {
        const auto rows = csvRows(readText(defaultFilm() + "/data/" + name + ".csv"));
        const auto column = [&](const std::string& title) {
            return static_cast<std::size_t>(std::ranges::find(rows[0], title) - rows[0].begin());
        };
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i].empty()) continue;
            counts[rows[i].at(column("kind"))] += std::stoll(rows[i].at(column("count")));
        }
    }
    return counts;
}

TEST_F(Commands, TheAuditOfTheDefaultFilmBalancesAgainstItsTables) {
    const Said text = run({"audit", defaultFilm()});
    EXPECT_EQ(text.status, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("\nbalances to the unit\n"));

    const Said json = run({"audit", defaultFilm(), "--json"});
    const auto audit = nlohmann::json::parse(json.out);
    EXPECT_EQ(audit.at("balances"), true);
    const auto counts = countsOfTables();
    ASSERT_EQ(audit.at("totals").size(), counts.size());
    for (const auto& total : audit.at("totals")) {
        EXPECT_EQ(total.at("total"), counts.at(total.at("kind"))) << total;
        EXPECT_EQ(total.at("shown").get<int>() + total.at("not_shown").get<int>(),
                  total.at("total"));
    }
}

TEST_F(Commands, TheAuditAsCsvAddsUpToTheAuditAsJson) {
    const auto audit = nlohmann::json::parse(run({"audit", defaultFilm(), "--json"}).out);
    const auto rows = csvRows(run({"audit", defaultFilm(), "--csv"}).out);
    ASSERT_GT(rows.size(), 10U);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"chapter", "kind", "year", "count", "one_light",
                                                 "lights", "remainder", "what"}));
    std::int64_t lights = 0, cells = 0;
    std::size_t crowds = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        ASSERT_EQ(rows[i].size(), 8U);
        if (rows[i][7] == "never seen") continue;
        if (rows[i][7].starts_with("dots at step ")) {
            EXPECT_EQ(std::stoll(rows[i][5]), audit.at("crowds").at(crowds++).at("dots"));
            continue;
        }
        EXPECT_EQ(rows[i][7], rows[i][0].empty() ? "not shown" : "shown");
        if (rows[i][7] == "not shown") continue;
        EXPECT_EQ(std::stoll(rows[i][5]) * std::stoll(rows[i][4]) + std::stoll(rows[i][6]),
                  std::stoll(rows[i][3]));
        lights += std::stoll(rows[i][5]);
        ++cells;
    }
    EXPECT_EQ(cells, static_cast<std::int64_t>(audit.at("cells").size()));
    EXPECT_EQ(crowds, audit.at("crowds").size());
    EXPECT_GT(crowds, 0U);
    for (const auto& total : audit.at("totals")) lights -= total.at("lights").get<std::int64_t>();
    EXPECT_EQ(lights, 0);
}

TEST_F(Commands, WhatIsKeptOfTheAtlasIsNotSeenInAPicture) {
    Launch kept;
    kept.environment = {{"EBBFLOW_CACHE", at("cache")}};
    const auto still = [&](const std::string& name, const Arguments& more) {
        Arguments arguments{"still", smallScene(), "--at",     "2",
                            "-o",    at(name),     "--device", "software"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Said said = run(arguments, kept);
        EXPECT_EQ(said.status, 0) << said.err;
        return readText(folder_ / name);
    };
    const std::string without = still("without.png", {"--no-cache"});
    EXPECT_FALSE(std::filesystem::exists(folder_ / "cache"));
    EXPECT_TRUE(still("keeping.png", {}) == without);
    EXPECT_FALSE(std::filesystem::is_empty(folder_ / "cache"));
    EXPECT_TRUE(still("found.png", {}) == without);
}

TEST_F(Commands, NewWritesAScenePerTemplateThatWorks) {
    for (const std::string name : {"first", "talk", "exhibit", "documentary", "day"}) {
        const Said made = run({"new", at(name), "--template", name});
        ASSERT_EQ(made.status, 0) << made.err;
        EXPECT_THAT(made.out, HasSubstr("film.yaml"));
        const Said checked = run({"check", at(name)});
        EXPECT_EQ(checked.status, 0) << checked.err;
        EXPECT_EQ(checked.err, "") << "not even a warning";
        const Said audited = run({"audit", at(name)});
        EXPECT_EQ(audited.status, 0) << audited.out << audited.err;
    }
    EXPECT_EQ(still(at("day"), "3", {"--size", "320x180"}).width, 320);
    EXPECT_EQ(run({"new", at("other"), "--template", "opera"}).status, 2);
}

TEST_F(Commands, NewNeverWritesOverAScene) {
    ASSERT_EQ(run({"init", at("new")}).status, 0) << "its other name";
    const std::string script = readText(at("new/film.yaml"));
    const Said again = run({"new", at("new")});
    EXPECT_EQ(again.status, 1);
    EXPECT_THAT(again.err, HasSubstr("README.md is there already"));
    EXPECT_EQ(readText(at("new/film.yaml")), script);
}

TEST_F(Commands, TheSchemaIsJson) {
    const Said said = run({"schema"});
    EXPECT_EQ(said.status, 0);
    EXPECT_TRUE(nlohmann::json::parse(said.out).at("properties").contains("chapters"));
}

TEST_F(Commands, AStoryboardIsASheetAndTheLengths) {
    const Said said = run({"storyboard", smallScene(), "-o", at("sheet.png"), "--software",
                           "--per-step", "1", "--columns", "3", "--json"});
    ASSERT_EQ(said.status, 0) << said.err;
    const core::Image sheet = encode::readPng(at("sheet.png"));
    EXPECT_GT(sheet.width, 3 * 640);
    EXPECT_GT(sheet.height, 360);
    const auto steps = nlohmann::json::parse(said.out);
    ASSERT_EQ(steps.size(), 3U);
    double end = 0;
    for (const auto& step : steps) {
        EXPECT_EQ(step.at("start"), end) << "a step starts where the last one ends";
        EXPECT_GE(step.at("length"), 4);
        EXPECT_EQ(step.at("written"), false);
        end += step.at("length").get<double>();
    }
    const Said text = run({"storyboard", smallScene(), "-o", at("sheet.png"), "--software",
                           "--per-step", "1", "--force"});
    EXPECT_THAT(text.out, HasSubstr("(chosen)"));
    EXPECT_THAT(text.out, HasSubstr("in all"));
}

TEST_F(Commands, DoctorFindsWhatTheTestsNeed) {
    const Said said = run({"doctor", "--json"});
    EXPECT_EQ(said.status, 0) << said.out;
    std::map<std::string, bool> good;
    for (const auto& finding : nlohmann::json::parse(said.out)) {
        good[finding.at("subject")] = finding.at("good");
    }
    for (const char* subject :
         {"OpenGL", "map data", "fonts", "encoder for h264", "encoder for hevc", "encoder for ffv1",
          "encoder for av1", "encoder for vp9", "encoder for prores-4444", "encoder for dnxhr-hqx",
          "encoder for exr", "encoder for webp", "encoder for gif"}) {
        EXPECT_TRUE(good[subject]) << subject;
    }
    for (const char* subject : {"displays", "h264 on a card", "hevc on a card"})
        EXPECT_TRUE(good.contains(subject)) << subject;
}

TEST_F(Commands, HelpAndVersionAreNoErrors) {
    const Said help = run({"--help"});
    EXPECT_EQ(help.status, 0);
    for (const char* command :
         {"render", "still", "storyboard", "play", "check", "audit", "cuesheet", "words", "diff",
          "import", "new", "init", "schema", "doctor"}) {
        EXPECT_THAT(help.out, HasSubstr(command));
        EXPECT_EQ(run({command, "--help"}).status, 0);
    }
    EXPECT_THAT(run({"--version"}).out, HasSubstr("ebbflow "));
}

TEST_F(Commands, CheckNamesAKiosksChaptersThatFingersMiss) {
    std::string script =
        "source: A register\nmovements:\n"
        "  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}\n"
        "kiosk: {width: 30}\nchapters:\n";
    for (int i = 0; i < 40; ++i) script += "  - {date: 1951, length: 2, show: [Peking, Moscow]}\n";
    writeText(at("film.yaml"), script);
    const Said small = run({"check", at("film.yaml")});
    EXPECT_EQ(small.status, 0) << small.err;
    EXPECT_THAT(small.err, testing::ContainsRegex(
                               "film.yaml:4:8: warning: the menu's 40 chapters are [0-9]+ mm on a "
                               "picture 30 cm wide, less than the 20"));
    writeText(at("film.yaml"), std::regex_replace(script, std::regex("width: 30"), "width: 200"));
    EXPECT_THAT(run({"check", at("film.yaml")}).err, testing::Not(HasSubstr("fingers")));
}

TEST_F(Commands, PlayPrintsItsKeysWithoutAFilm) {
    const Said keys = run({"play", "--keys"});
    EXPECT_EQ(keys.status, 0);
    EXPECT_THAT(keys.out, testing::ContainsRegex("Space +pause, and go on"));
    EXPECT_EQ(keys.err, "");
}

}  // namespace
}  // namespace ebbflow::test
