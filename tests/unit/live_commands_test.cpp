// The table of commands, row by row, whatever rows it has: every key gives one command, every
// command can be written, says what it does, and does something; and the manual quotes the table.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "live/command_queue.hpp"
#include "live/command_text.hpp"
#include "live/commands.hpp"
#include "live/hud_words.hpp"
#include "live/key_list.hpp"
#include "live/key_map.hpp"
#include "support/live_film.hpp"

namespace ebbflow::live {

/// For messages of the tests.
static void PrintTo(const CommandRow& row, std::ostream* to) {
    *to << row.name;
}

namespace {

using test::FilmInHand;
using ::testing::HasSubstr;

constexpr std::array kModes{Mode::play, Mode::presenter, Mode::kiosk};

/// `seek 1:23.5`: a row's text, with arguments that are right.
std::string textOf(const CommandRow& row) {
    std::string text(row.name);
    for (const ArgumentKind& kind : row.takes) text += " " + std::string(kind.example);
    return text;
}

class CommandTable : public ::testing::TestWithParam<CommandRow> {};

TEST_P(CommandTable, HasOneRowOfThatName) {
    EXPECT_EQ(std::ranges::count(commandTable(), GetParam().name, &CommandRow::name), 1);
}

TEST_P(CommandTable, RowSaysWhatItDoes) {
    const CommandRow& row = GetParam();
    EXPECT_FALSE(row.says.empty());
    EXPECT_FALSE(row.says.ends_with('.') || row.manual.ends_with('.')) << "no sentence, a row";
    for (const char* language : {"en", "qaa"}) EXPECT_EQ(hudWord(row, language), row.says);
}

TEST_P(CommandTable, RowIsReadFromItsText) {
    const CommandRow& row = GetParam();
    std::size_t modes = 0;
    for (const Mode mode : kModes) {
        const CommandOrFault read = parseCommand(textOf(row), mode);
        EXPECT_EQ(read.command.has_value(), isOf(row, mode)) << read.fault;
        if (!read.command) continue;
        ++modes;
        EXPECT_EQ(read.command->row->name, row.name);
        EXPECT_EQ(read.command->arguments.size(), row.takes.size());
    }
    EXPECT_GT(modes, 0U) << "a command of no mode";
}

TEST_P(CommandTable, RowChangesWhatIsShown) {
    const CommandRow& row = GetParam();
    for (const Mode mode : kModes) {
        const CommandOrFault read = parseCommand(textOf(row), mode);
        if (!read.command) continue;
        FilmInHand film(mode);
        const std::string before = film.seen();
        row.does(film, read.command->arguments);
        EXPECT_NE(film.seen(), before);
    }
}

INSTANTIATE_TEST_SUITE_P(Rows, CommandTable,
                         ::testing::ValuesIn(commandTable().begin(), commandTable().end()),
                         [](const auto& row) {
                             std::string name(row.param.name);
                             std::erase(name, ' ');
                             return name;
                         });

TEST(CommandKeys, EachGivesItsRowAndNoOther) {
    std::size_t keys = 0;
    for (const Mode mode : kModes) {
        for (const CommandRow& row : commandTable()) {
            for (const Binding& key : keysOf(row, mode)) {
                ++keys;
                EXPECT_TRUE(isOf(row, mode)) << row.name << " is no command of that mode";
                const auto command = commandFor(mode, key.press);
                ASSERT_TRUE(command.has_value()) << row.name << " is told `" << key.told << '`';
                EXPECT_EQ(command->row->name, row.name) << "the key has two meanings";
                EXPECT_EQ(commandFor(mode, key.press, true).has_value(), row.whileHeld);
            }
        }
    }
    EXPECT_GT(keys, 30U);
}

/// The film after one command.
FilmInHand after(std::string_view text, Mode mode = Mode::play) {
    FilmInHand film(mode);
    const CommandOrFault read = parseCommand(text, mode);
    EXPECT_TRUE(read.command.has_value()) << read.fault;
    if (read.command) read.command->row->does(film, read.command->arguments);
    return film;
}

double timeAfter(std::string_view text) {
    return after(text).playback().time().seconds();
}

TEST(Commands, MoveTheFilmAsTheySay) {
    const double start = FilmInHand(Mode::play).playback().time().seconds();
    EXPECT_DOUBLE_EQ(timeAfter("seek 83.5"), 83.5);
    EXPECT_DOUBLE_EQ(timeAfter("seek 1:23.5"), 83.5);
    EXPECT_DOUBLE_EQ(timeAfter("seek back 2.5"), start - 2.5);
    EXPECT_DOUBLE_EQ(timeAfter("seek on 2.5"), start + 2.5);
    EXPECT_DOUBLE_EQ(timeAfter("frame on 3"), start + 3.0 / 25);
    EXPECT_DOUBLE_EQ(timeAfter("frame back 3"), start - 3.0 / 25);
    EXPECT_DOUBLE_EQ(timeAfter("chapter next"), 65);
    EXPECT_DOUBLE_EQ(timeAfter("chapter previous"), 0);
    EXPECT_TRUE(after("pause").playback().isPaused());
    EXPECT_TRUE(after("black").playback().isBlack());
    EXPECT_TRUE(after("next", Mode::presenter).playback().isWaiting());
}

TEST(Commands, GoToAChapterByItsNameInAnyLanguage) {
    FilmInHand film(Mode::play);
    const double start = film.playback().time().seconds();
    const auto& chapters = film.plan().film->scene.chapters;
    const auto& planned = film.plan().timeline.chapters;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        EXPECT_EQ(timeAfter("goto " + chapters[i].id), planned[i].start.seconds());
        for (const auto& [language, title] : chapters[i].title.words)
            EXPECT_EQ(timeAfter("goto   " + title), planned[i].start.seconds()) << title;
    }
    EXPECT_EQ(timeAfter("goto no such chapter"), start) << "the film goes on";
    EXPECT_NE(after("goto no such chapter").notices().message(0).find("no such chapter"),
              std::string::npos);
}

TEST(Commands, SpeedIsOfTheFilmAndNotOfItsWaiting) {
    FilmInHand film = after("speed 0.5");
    const double start = film.playback().time().seconds();
    film.playback().advance(0.2);
    EXPECT_NEAR(film.playback().time().seconds(), start + 0.1, 1e-6);
    EXPECT_FALSE(parseCommand("speed 0", Mode::play).command);
    EXPECT_FALSE(parseCommand("speed 2", Mode::kiosk).command);
}

TEST(Commands, TheNextLanguageAfterTheLastIsTheFirst) {
    FilmInHand film(Mode::play);
    const Command next = parseCommand("language next", Mode::play).command.value();
    std::vector<std::string> shown;
    for (int i = 0; i < 3; ++i) {
        next.row->does(film, next.arguments);
        shown.push_back(film.language());
    }
    EXPECT_THAT(shown, ::testing::ElementsAre("zh-Hans", "en", "zh-Hans"));
}

TEST(Commands, NoneThatEndsTheShowOrWritesAFileIsAKiosks) {
    for (const char* text : {"quit", "screenshot"}) {
        EXPECT_FALSE(parseCommand(text, Mode::kiosk).command.has_value());
    }
    EXPECT_FALSE(parseCommand("quit", Mode::presenter).command.has_value());
}

TEST(CommandText, BlanksDoNotCount) {
    EXPECT_EQ(parseCommand("\t seek   on  5\r\n", Mode::play).command,
              commandFor(Mode::play, gl::Key::right));
}

TEST(CommandText, WhatIsNoCommandIsToldWhatWouldBe) {
    const auto faultOf = [](std::string_view text) {
        const CommandOrFault read = parseCommand(text, Mode::play);
        EXPECT_FALSE(read.command.has_value()) << text;
        return read.fault;
    };
    EXPECT_EQ(faultOf(" "), "a command is missing");
    EXPECT_EQ(faultOf("puase"), "there is no command `puase`; did you mean `pause`?");
    EXPECT_THAT(faultOf("chapter nxt"), HasSubstr("; did you mean `chapter next`?"));
    EXPECT_EQ(faultOf("xyzzy"), "there is no command `xyzzy`");
    EXPECT_EQ(faultOf("seek"),
              "`seek` takes TIME (seconds, or minutes and seconds, such as 1:23.5), not nothing");
    EXPECT_THAT(faultOf("seek tomorrow"), HasSubstr("such as 1:23.5), not `tomorrow`"));
    EXPECT_THAT(faultOf("seek 1 2"), HasSubstr("not `1 2`"));
    EXPECT_EQ(faultOf("pause now"), "`pause` takes nothing, not `now`");
    EXPECT_EQ(faultOf("next"), "`next` is no command of this mode");
}

TEST(CommandText, NumbersThatNoFilmHasAreRefused) {
    for (const char* text :
         {"seek -1", "seek f12", "seek inf", "seek 1e30", "seek on -5", "seek on nan",
          "seek on 1e10", "seek on 5s", "frame on 0", "frame on 1.5", "frame on 99999999999999"}) {
        EXPECT_FALSE(parseCommand(text, Mode::play).command.has_value()) << text;
    }
}

TEST(CommandQueue, HandsOnWhatEverySenderSentInItsOrder) {
    constexpr std::int64_t kEach = 500;
    const CommandRow& row = *std::ranges::find(commandTable(), "frame on", &CommandRow::name);
    CommandQueue queue;
    std::vector<std::thread> senders;
    for (std::int64_t sender = 0; sender < 4; ++sender) {
        senders.emplace_back([&, sender] {
            for (std::int64_t i = 0; i < kEach; ++i) queue.send({&row, {sender * kEach + i}});
        });
    }
    std::array<std::int64_t, 4> next{};
    for (std::int64_t taken = 0; taken < 4 * kEach;) {
        for (const Command& command : queue.take()) {
            const auto number = std::get<std::int64_t>(command.arguments.at(0));
            EXPECT_EQ(number % kEach, next.at(static_cast<std::size_t>(number / kEach))++);
            ++taken;
        }
    }
    for (std::thread& sender : senders) sender.join();
    EXPECT_TRUE(queue.take().empty());
}

TEST(KeyManual, NamesEveryKeyAndSaysAllThatIsKnownOfIt) {
    const std::string manual = manualOfKeys();
    for (const Mode mode : kModes) {
        for (const KeyLine& line : keyLines(mode, "en")) {
            EXPECT_THAT(manual, HasSubstr("  " + line.keys + " "));
        }
    }
    for (const CommandRow& row : commandTable()) {
        if (row.keys.empty() && row.clicker.empty()) continue;
        std::istringstream words{std::string(row.manual.empty() ? row.says : row.manual)};
        for (std::string word; words >> word;) EXPECT_THAT(manual, HasSubstr(word));
    }
    std::istringstream lines(manual);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 100U) << line;
}

std::string withSingleBlanks(const std::string& text) {
    std::string words;
    std::istringstream all(text);
    for (std::string word; all >> word;) words += " " + word;
    return words + " ";
}

/// The rows that a page quotes: each begins two blanks from the left and may go on below.
std::vector<std::string> rowsQuotedIn(const std::string& path) {
    std::vector<std::string> rows;
    std::ifstream page(path);
    bool inside = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("```")) {
            inside = line == "```text keys";
        } else if (inside && line.find_first_not_of(' ') == 2) {
            rows.push_back(line);
        } else if (inside && !rows.empty()) {
            rows.back() += line;
        }
    }
    return rows;
}

// A new command need not wait for its line there: the page says where the whole list is.
TEST(KeyManual, IsQuotedTrulyInTheDocs) {
    const auto quoted = rowsQuotedIn(EBBFLOW_SOURCE_DIR "/docs/live.md");
    EXPECT_GE(quoted.size(), 20U);
    const std::string manual = withSingleBlanks(manualOfKeys());
    for (const std::string& row : quoted) EXPECT_THAT(manual, HasSubstr(withSingleBlanks(row)));
}

}  // namespace
}  // namespace ebbflow::live
