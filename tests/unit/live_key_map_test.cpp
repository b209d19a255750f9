// Which key does what: every key of a clicker has its command, and none of a clicker's or a kiosk's
// keys ends the film.

#include <gtest/gtest.h>

#include <set>

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

TEST(KeyMap, NoKeyDoesAnythingInAKiosk) {
    for (const KeyPress& press : allPresses()) {
        EXPECT_FALSE(commandFor(Mode::kiosk, press).has_value());
    }
    EXPECT_TRUE(bindingsOf(Mode::kiosk).empty());
}

TEST(KeyMap, NoKeyQuitsForAPresenter) {
    for (const KeyPress& press : allPresses()) {
        EXPECT_NE(commandFor(Mode::presenter, press), Command::quit);
    }
}

TEST(KeyMap, WhatClickersSendHasItsCommand) {
    for (const KeyPress& press :
         {KeyPress(Key::right), KeyPress(Key::pageDown), KeyPress(Key::down), KeyPress(Key::enter),
          KeyPress(U' '), KeyPress(U'n'), KeyPress(U'N')}) {
        EXPECT_EQ(commandFor(Mode::presenter, press), Command::next);
    }
    for (const KeyPress& press : {KeyPress(Key::left), KeyPress(Key::pageUp), KeyPress(Key::up),
                                  KeyPress(Key::backspace), KeyPress(U'p')}) {
        EXPECT_EQ(commandFor(Mode::presenter, press), Command::back);
    }
    EXPECT_EQ(commandFor(Mode::presenter, U'b'), Command::toggleBlack);
    EXPECT_EQ(commandFor(Mode::presenter, U'.'), Command::toggleBlack);
    EXPECT_EQ(commandFor(Mode::presenter, Key::f5), Command::enterFullScreen);
    EXPECT_EQ(commandFor(Mode::presenter, Key::escape), std::nullopt);
}

TEST(KeyMap, AClickerHeldTooLongGoesOnOnce) {
    EXPECT_EQ(commandFor(Mode::presenter, Key::pageDown, true), std::nullopt);
    EXPECT_EQ(commandFor(Mode::presenter, U'b', true), std::nullopt);
    EXPECT_EQ(commandFor(Mode::play, U's', true), std::nullopt);
    EXPECT_EQ(commandFor(Mode::play, Key::right, true), Command::seekForward);
    EXPECT_EQ(commandFor(Mode::play, U'.', true), Command::frameForward);
}

TEST(KeyMap, PlainPlayHasTheKeysOfTheManual) {
    const std::vector<std::pair<KeyPress, Command>> expected{
        {U' ', Command::togglePause},          {Key::left, Command::seekBack},
        {Key::right, Command::seekForward},    {U',', Command::frameBack},
        {U'.', Command::frameForward},         {U'[', Command::chapterBack},
        {U']', Command::chapterForward},       {U'f', Command::toggleFullScreen},
        {Key::f11, Command::toggleFullScreen}, {U's', Command::screenshot},
        {U'?', Command::toggleKeys},           {U't', Command::toggleClock},
        {U'l', Command::nextLanguage},         {U'q', Command::quit},
        {Key::escape, Command::quit}};
    for (const auto& [press, command] : expected) {
        EXPECT_EQ(commandFor(Mode::play, press), command);
    }
}

TEST(KeyMap, TheSameKeysWorkOnARussianLayout) {
    EXPECT_EQ(commandFor(Mode::presenter, U'ю'), Command::toggleBlack);
    EXPECT_EQ(commandFor(Mode::presenter, U'И'), Command::toggleBlack);
    EXPECT_EQ(commandFor(Mode::play, U'ы'), Command::screenshot);
    EXPECT_EQ(commandFor(Mode::play, U'Ъ'), Command::chapterForward);
}

TEST(KeyMap, NoKeyIsBoundTwice) {
    for (const Mode mode : {Mode::play, Mode::presenter}) {
        std::set<KeyPress> seen;
        for (const Binding& binding : bindingsOf(mode)) {
            EXPECT_TRUE(seen.insert(binding.press).second);
        }
    }
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
