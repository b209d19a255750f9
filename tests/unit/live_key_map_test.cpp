// Which key does what: every key of a clicker has its command, and none of a clicker's or a kiosk's
// keys ends the film.

#include <gtest/gtest.h>

#include <vector>

#include "live/command_text.hpp"
#include "live/key_map.hpp"

namespace ebbflow::live {
namespace {

using gl::Key;

constexpr auto kNamedKeys = {Key::escape, Key::enter, Key::tab,  Key::backspace, Key::left,
                             Key::right,  Key::up,    Key::down, Key::pageUp,    Key::pageDown,
                             Key::home,   Key::end,   Key::f5,   Key::f11};

/// Every named key, and every character up to where Cyrillic ends.
std::vector<KeyPress> allPresses() {
    std::vector<KeyPress> all(kNamedKeys.begin(), kNamedKeys.end());
    for (char32_t c = 1; c < 0x530; ++c) all.emplace_back(c);
    return all;
}

/// What that text means.
std::optional<Command> commandOf(Mode mode, std::string_view text) {
    CommandOrFault read = parseCommand(text, mode);
    EXPECT_TRUE(read.command.has_value()) << read.fault;
    return read.command;
}

TEST(KeyMap, NoKeyDoesAnythingInAKiosk) {
    for (const KeyPress& press : allPresses()) {
        EXPECT_FALSE(commandFor(Mode::kiosk, press).has_value());
    }
}

TEST(KeyMap, NoKeyQuitsForAPresenter) {
    for (const KeyPress& press : allPresses()) {
        const auto command = commandFor(Mode::presenter, press);
        EXPECT_FALSE(command && command->row->name == "quit");
    }
}

TEST(KeyMap, WhatClickersSendHasItsCommand) {
    for (const KeyPress& press :
         {KeyPress(Key::right), KeyPress(Key::pageDown), KeyPress(Key::down), KeyPress(Key::enter),
          KeyPress(U' '), KeyPress(U'n'), KeyPress(U'N')}) {
        EXPECT_EQ(commandFor(Mode::presenter, press), commandOf(Mode::presenter, "next"));
    }
    for (const KeyPress& press : {KeyPress(Key::left), KeyPress(Key::pageUp), KeyPress(Key::up),
                                  KeyPress(Key::backspace), KeyPress(U'p')}) {
        EXPECT_EQ(commandFor(Mode::presenter, press), commandOf(Mode::presenter, "back"));
    }
    EXPECT_EQ(commandFor(Mode::presenter, U'b'), commandOf(Mode::presenter, "black"));
    EXPECT_EQ(commandFor(Mode::presenter, U'.'), commandOf(Mode::presenter, "black"));
    EXPECT_EQ(commandFor(Mode::presenter, Key::f5), commandOf(Mode::presenter, "fullscreen on"));
    EXPECT_EQ(commandFor(Mode::presenter, Key::escape), std::nullopt);
}

TEST(KeyMap, AClickerHeldTooLongGoesOnOnce) {
    EXPECT_EQ(commandFor(Mode::presenter, Key::pageDown, true), std::nullopt);
    EXPECT_EQ(commandFor(Mode::presenter, U'b', true), std::nullopt);
    EXPECT_EQ(commandFor(Mode::play, U's', true), std::nullopt);
    EXPECT_EQ(commandFor(Mode::play, Key::right, true), commandOf(Mode::play, "seek on 5"));
    EXPECT_EQ(commandFor(Mode::play, U'.', true), commandOf(Mode::play, "frame on 1"));
}

TEST(KeyMap, PlainPlayHasTheKeysOfTheManual) {
    const std::vector<std::pair<KeyPress, std::string_view>> expected{{U' ', "pause"},
                                                                      {Key::left, "seek back 5"},
                                                                      {Key::right, "seek on 5"},
                                                                      {U',', "frame back 1"},
                                                                      {U'.', "frame on 1"},
                                                                      {U'[', "chapter previous"},
                                                                      {U']', "chapter next"},
                                                                      {U'f', "fullscreen"},
                                                                      {Key::f11, "fullscreen"},
                                                                      {U's', "screenshot"},
                                                                      {U'?', "keys"},
                                                                      {U't', "clock"},
                                                                      {U'l', "language next"},
                                                                      {U'q', "quit"},
                                                                      {Key::escape, "quit"}};
    for (const auto& [press, text] : expected) {
        EXPECT_EQ(commandFor(Mode::play, press), commandOf(Mode::play, text));
    }
}

TEST(KeyMap, TheSameKeysWorkOnARussianLayout) {
    EXPECT_EQ(commandFor(Mode::presenter, U'ю'), commandOf(Mode::presenter, "black"));
    EXPECT_EQ(commandFor(Mode::presenter, U'И'), commandOf(Mode::presenter, "black"));
    EXPECT_EQ(commandFor(Mode::play, U'ы'), commandOf(Mode::play, "screenshot"));
    EXPECT_EQ(commandFor(Mode::play, U'Ъ'), commandOf(Mode::play, "chapter next"));
}

TEST(KeyMap, KeysAreNamedOnTheCommandLine) {
    EXPECT_EQ(keyNamed("x"), KeyPress(U'x'));
    EXPECT_EQ(keyNamed("я"), KeyPress(U'я'));
    EXPECT_EQ(keyNamed("Escape"), KeyPress(Key::escape));
    EXPECT_EQ(keyNamed("PageDown"), KeyPress(Key::pageDown));
    EXPECT_EQ(keyNamed(""), std::nullopt);
    EXPECT_EQ(keyNamed("escape!"), std::nullopt);
}

}  // namespace
}  // namespace ebbflow::live
