// What the program writes for people beside films: cue sheets, translators' sheets, storyboards on
// paper, and sheets of what differs between two versions.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/csv.hpp"
#include "encode/png.hpp"
#include "support/program.hpp"

namespace ebbflow::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::vector<std::string>> rowsOf(const std::string& csv) {
    core::Diagnostics diagnostics;
    std::vector<std::vector<std::string>> rows;
    for (const core::CsvRow& row : core::readCsv(csv, "csv", diagnostics)) {
        auto& cells = rows.emplace_back();
        for (const core::CsvCell& cell : row) cells.push_back(cell.text);
    }
    EXPECT_FALSE(diagnostics.hasErrors());
    return rows;
}

std::size_t columnOf(const std::vector<std::string>& head, const std::string& name) {
    const auto found = std::ranges::find(head, name);
    EXPECT_NE(found, head.end()) << name;
    return static_cast<std::size_t>(found - head.begin());
}

const std::string kScene = R"(title: {en: Film, ru: Фильм}
languages: [en, ru]
frame: {start: "10:00:00:00"}
source: A register
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
chapters:
  - id: one
    title: {en: One, ru: Один}
    date: 1951
    length: 6
    show: [Peking, Moscow]
    caption: {en: They leave., ru: Они уезжают.}
)";

using Cuesheets = ProgramTest;

TEST_F(Cuesheets, CountFromTheScriptsTimecodeInEveryLanguage) {
    writeText(at("film.yaml"), kScene);
    const Said said = run({"cuesheet", at("film.yaml"), "-o", at("sheet.csv")});
    ASSERT_EQ(said.status, 0) << said.err;
    const std::string csv = readText(at("sheet.csv"));
    EXPECT_THAT(csv, HasSubstr("\r\n"));
    const auto rows = rowsOf(csv);
    const auto what = columnOf(rows[0], "what"), russian = columnOf(rows[0], "ru");
    bool found = false;
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), rows[0].size());
        if (row[what] != "caption") continue;
        found = true;
        EXPECT_EQ(row[0], "10:00:00:00");
        EXPECT_EQ(row[1], "10:00:06:00");
        EXPECT_EQ(row[russian], "Они уезжают.");
        EXPECT_EQ(row[columnOf(rows[0], "citation")], "A register");
    }
    EXPECT_TRUE(found);
    EXPECT_EQ(run({"cuesheet", at("film.yaml"), "-o", at("sheet.csv")}).status, 1);
    EXPECT_EQ(run({"cuesheet", at("film.yaml"), "-o", at("sheet.txt")}).status, 2);
    EXPECT_THAT(run({"cuesheet", at("film.yaml"), "--language", "ru"}).out,
                Not(HasSubstr("They leave")));
}

TEST_F(Cuesheets, OfTheDefaultFilmListWhatIsOpen) {
    const auto all = nlohmann::json::parse(run({"cuesheet", defaultFilm(), "--json"}).out);
    const auto open =
        nlohmann::json::parse(run({"cuesheet", defaultFilm(), "--json", "--open"}).out);
    EXPECT_GT(open.size(), 0U);
    EXPECT_LT(open.size(), all.size());
    std::size_t expected = 0;
    for (const auto& cue : all) {
        const std::string confidence = cue.at("confidence");
        const bool unsure = confidence == "unverified" || confidence == "disputed";
        if (unsure) {
            EXPECT_EQ(cue.at("open"), confidence);
        }
        if (!cue.at("open").get_ref<const std::string&>().empty()) ++expected;
    }
    EXPECT_EQ(open.size(), expected);
}

TEST_F(Cuesheets, AsAPageNeedNothingElse) {
    writeText(at("film.yaml"), std::string(kScene).replace(kScene.find("They leave."), 11,
                                                           "\"<b>They</b> & leave.\""));
    ASSERT_EQ(run({"cuesheet", at("film.yaml"), "-o", at("sheet.html")}).status, 0);
    const std::string page = readText(at("sheet.html"));
    EXPECT_THAT(page, HasSubstr("&lt;b&gt;They&lt;/b&gt; &amp; leave."));
    EXPECT_THAT(page, HasSubstr("Они уезжают."));
    for (const char* outside : {"<script", "<link", "<img", "@import", "src="})
        EXPECT_THAT(page, Not(HasSubstr(outside)));
}

class Words : public ProgramTest {
protected:
    void SetUp() override {
        writeText(at("film.yaml"), kScene);
        const Said said = run({"words", at("film.yaml"), "-o", at("words.csv")});
        ASSERT_EQ(said.status, 0) << said.err;
        sheet_ = readText(at("words.csv"));
    }

    /// What is said to the sheet after one change.
    Said after(const std::string& from, const std::string& to, const Arguments& more = {}) {
        std::string changed = sheet_;
        const auto at0 = changed.find(from);
        EXPECT_NE(at0, std::string::npos) << from;
        writeText(at("back.csv"), changed.replace(at0, from.size(), to));
        Arguments all{"words", at("film.yaml"), "--from", at("back.csv")};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    }

    std::string sheet_;
};

TEST_F(Words, OfASheetThatCameBackUnchangedNothingIsSaid) {
    const auto rows = rowsOf(sheet_);
    EXPECT_EQ(rows.size(), 4U) << "the head, two titles and a caption";
    EXPECT_EQ(rows[3][columnOf(rows[0], "timecode")], "10:00:00:00");
    EXPECT_EQ(rows[3][columnOf(rows[0], "characters ru")], "60") << "6 s, 15 a second, 1.5 times";
    const Said said = run({"words", at("film.yaml"), "--from", at("words.csv")});
    EXPECT_EQ(said.status, 0);
    EXPECT_EQ(said.out + said.err, "");
}

TEST_F(Words, WhatIsNewIsSaidForPastingAndTheScriptIsLeftAlone) {
    const Said said = after("Они уезжают.", "\"Они «уезжают», \"\"все\"\".\"");
    EXPECT_EQ(said.status, 0) << said.err;
    EXPECT_EQ(said.out, at("film.yaml") +
                            ":13:14: one.1.caption\n"
                            "    en: \"They leave.\"\n"
                            "    ru: \"Они «уезжают», \\\"все\\\".\"  # new\n\n");
    EXPECT_EQ(readText(at("film.yaml")), kScene);
    // What is pasted is YAML that says the same.
    std::string pasted = kScene;
    pasted.replace(pasted.find("{en: They leave., ru: Они уезжают.}"), std::string::npos,
                   said.out.substr(said.out.find('\n')));
    std::string indented;
    for (const char c : pasted) indented += c;
    writeText(at("film.yaml"), indented.replace(indented.find("\n    en: \"They"), 1, "\n  "));
    writeText(
        at("film.yaml"),
        std::string(kScene).replace(
            kScene.find("{en: They leave., ru: Они уезжают.}"), std::string::npos,
            "\n      en: \"They leave.\"\n      ru: \"Они «уезжают», \\\"все\\\".\"  # new\n"));
    EXPECT_EQ(run({"words", at("film.yaml"), "--from", at("back.csv")}).out, "");
}

TEST_F(Words, FaultsHaveTheirPlaceInTheSheet) {
    const std::string back = at("back.csv");
    const Said changed = after("They leave.", "They all leave.");
    EXPECT_EQ(changed.status, 3);
    EXPECT_THAT(changed.err, HasSubstr(back + ":4:"));
    EXPECT_THAT(changed.err, HasSubstr("is not the script's"));
    EXPECT_EQ(changed.out, "");

    const Said unknown = after("one.1.caption", "one.1.capton");
    EXPECT_EQ(unknown.status, 3);
    EXPECT_THAT(unknown.err, HasSubstr("did you mean `one.1.caption`?"));
    EXPECT_THAT(unknown.err, HasSubstr("the sheet has no row `one.1.caption`"));

    EXPECT_THAT(after("one.title", "title").err, HasSubstr(back + ":3:6: error: line 2 has"));
    EXPECT_THAT(after("Они уезжают.", "\xCE\xED\xE8").err, HasSubstr("this is not UTF-8"));
    EXPECT_THAT(after("key", "name").err, HasSubstr("no column `key`"));
}

TEST_F(Words, LengthsAreHeldAgainstTheTimeThereIs) {
    std::string longer;
    for (int i = 0; i < 12; ++i) longer += "уезжают ";  // 96 letters: 6.4 s to read
    const Said said = after("Они уезжают.", longer);
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.err, HasSubstr("6.3 s to read"));
    EXPECT_THAT(said.err, HasSubstr("stands for 6.0 s (60 characters)"));
}

TEST_F(Words, AreMissingAsAWarningUnlessTheLanguageIsAskedFor) {
    const Said warned = after("Они уезжают.", "");
    EXPECT_EQ(warned.status, 0);
    EXPECT_THAT(warned.err, HasSubstr("warning: `one.1.caption` has no words in ru"));
    EXPECT_EQ(after("Они уезжают.", "", {"--language", "ru"}).status, 3);
    EXPECT_EQ(run({"words", at("film.yaml")}).status, 2);
}

using Storyboards = ProgramTest;

TEST_F(Storyboards, OnPaperAreLettersAndTheSameBytes) {
    writeText(at("film.yaml"), kScene);
    for (const char* name : {"one.pdf", "two.pdf"}) {
        const Said said = run({"storyboard", at("film.yaml"), "-o", at(name), "--software"});
        ASSERT_EQ(said.status, 0) << said.err;
    }
    const std::string pdf = readText(at("one.pdf"));
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_TRUE(pdf == readText(at("two.pdf")));
    EXPECT_THAT(pdf, HasSubstr("/MediaBox [ 0 0 841.89"));
    EXPECT_THAT(pdf, HasSubstr("/ToUnicode")) << "words are letters, not pictures";
    EXPECT_THAT(pdf, Not(HasSubstr("CreationDate")));
    EXPECT_EQ(run({"storyboard", at("film.yaml"), "-o", at("sheet.jpg")}).status, 2);
    EXPECT_EQ(run({"storyboard", at("film.yaml"), "-o", at("x.pdf"), "--paper", "a5"}).status, 2);
}

class Diff : public ProgramTest {
protected:
    Said diff(const std::string& changed, const Arguments& more = {}) {
        writeText(at("a.yaml"), kScene);
        writeText(at("b.yaml"), changed);
        Arguments all{"diff", at("a.yaml"), at("b.yaml"), "-o", at("sheet.png"), "--software"};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    }
};

TEST_F(Diff, OfEqualFilmsIsNothing) {
    const Said said = diff(kScene, {"--exit-code"});
    EXPECT_EQ(said.status, 0) << said.err;
    EXPECT_EQ(said.out, "0 of 6 frames differ\n");
    EXPECT_FALSE(std::filesystem::exists(at("sheet.png")));
}

TEST_F(Diff, ShowsAndListsTheFramesThatDiffer) {
    // The caption is not there yet in the first frame, which is black, and gone after the last.
    std::string changed = kScene;
    changed.replace(changed.find("They leave."), 11, "They left.");
    const Said said = diff(changed, {"--every", "f50", "--json"});
    ASSERT_EQ(said.status, 0) << said.err;
    const auto found = nlohmann::json::parse(said.out);
    EXPECT_EQ(found.at("looked_at"), 3);
    ASSERT_EQ(found.at("differing").size(), 2U);
    EXPECT_EQ(found.at("differing")[0].at("timecode"), "10:00:02:00");
    EXPECT_GT(found.at("differing")[0].at("largest"), 50);
    EXPECT_LT(found.at("differing")[0].at("share"), 0.05);
    const core::Image sheet = encode::readPng(at("sheet.png"));
    EXPECT_GT(sheet.width, 3 * 640);
    EXPECT_GT(sheet.height, 2 * 360);
    EXPECT_EQ(diff(changed, {"--every", "f50", "--exit-code", "--force"}).status, 1);
}

TEST_F(Diff, SaysThatLengthsDiffer) {
    std::string changed = kScene;
    changed.replace(changed.find("length: 6"), 9, "length: 7");
    const Said said = diff(changed);
    EXPECT_THAT(said.out, HasSubstr("lengths differ: A 0:06.00, B 0:07.00\n"));
}

}  // namespace
}  // namespace ebbflow::test
