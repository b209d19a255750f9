// What the window says over the film: in every language of the program, never in a kiosk, and over
// the fade too.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/enum_size.hpp"
#include "live/clock_text.hpp"
#include "live/commands.hpp"
#include "live/hud_items.hpp"
#include "live/hud_words.hpp"
#include "live/key_list.hpp"
#include "live/notices.hpp"
#include "support/live_film.hpp"
#include "text/languages.hpp"

namespace ebbflow::live {
namespace {

using test::at;
using test::smallPlan;
using test::typesetter;

Playback playback(Mode mode) {
    return {{{at(0), at(65), true, true}, {at(65), at(130), true, true}}, {25, 1}, mode};
}

std::set<std::string> textsOf(const std::vector<picture::OverlayItem>& items) {
    std::set<std::string> texts;
    for (const auto& item : items) {
        if (const auto* words = std::get_if<picture::TextItem>(&item))
            texts.insert(words->paragraph.text);
    }
    return texts;
}

TEST(HudWords, CommandsAreTranslatedAndANewOneSpeaksEnglishUntilThen) {
    const CommandRow& pause = commandTable().front();
    EXPECT_EQ(hudWord(pause, "en"), "pause, and go on");
    EXPECT_EQ(hudWord(pause, "zh-Hans"), "暂停或继续");
    EXPECT_EQ(hudWord(pause, "ru"), "пауза и дальше");
    EXPECT_EQ(hudWord(CommandRow{.name = "new", .says = "something new", .does = {}}, "ru"),
              "something new");
}

TEST(HudWords, LanguagesTranslateCommandsThatThereAre) {
    for (const text::LanguageWords& language : text::builtInLanguages()) {
        for (const text::Word& word : language.commands) {
            EXPECT_EQ(std::ranges::count(commandTable(), word.key, &CommandRow::name), 1)
                << word.place.file << ":" << word.place.line << ": `" << word.key
                << "` is no command";
        }
    }
}

TEST(HudWords, EverythingThatTheWindowSaysIsThere) {
    std::set<std::string_view> said;
    for (std::size_t i = 0; i < core::enumSize<HudWord>(); ++i)
        said.insert(hudWord(static_cast<HudWord>(i), "en"));
    EXPECT_FALSE(said.contains(""));
    EXPECT_EQ(said.size(), text::english().window.size());
}

TEST(HudWords, OtherLanguagesGetEnglish) {
    EXPECT_EQ(hudWord(HudWord::paused, "qaa"), "paused");
    EXPECT_EQ(hudWord(HudWord::paused, "zh"), "已暂停");
    EXPECT_EQ(hudWord(HudWord::paused, "zh-Hant"), "已暂停");
}

TEST(HudWords, EveryKeyHasALabelInEveryLanguage) {
    for (const text::LanguageWords& language : text::builtInLanguages()) {
        std::set<std::string> labels;
        for (const text::Word& word : language.keys) {
            const auto key = keyNamed(word.key == "Space" ? " " : word.key);
            ASSERT_TRUE(key.has_value()) << word.place.file << ":" << word.place.line;
            EXPECT_EQ(keyLabel(*key, language.language), word.text);
            labels.insert(word.text);
        }
        EXPECT_EQ(labels.size(), language.keys.size());
    }
    EXPECT_EQ(keyLabel(U'f', "ru"), "f");
    EXPECT_EQ(std::ranges::count(keyNames(), ',') + 2,
              static_cast<std::ptrdiff_t>(text::english().keys.size()))
        << "all keys and the space bar";
}

TEST(KeyLines, OneLineForEachCommandWithAllItsKeys) {
    const auto lines = keyLines(Mode::presenter, "en");
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.front().keys, "Right  Page Down  Down  Space  Enter  n");
    EXPECT_EQ(lines.front().meaning, "next");
    EXPECT_TRUE(keyLines(Mode::kiosk, "en").empty());
}

TEST(ClockText, SaysTimeAndChapter) {
    EXPECT_EQ(clockText(smallPlan(), at(64.9), false, ""), "1:04 / 2:10   1/2   One");
    EXPECT_EQ(clockText(smallPlan(), at(65), true, "paused"),
              "1:05.00 / 2:10.00   2/2   Two   (paused)");
}

TEST(Notices, TheTimeShowsForAMomentAndForGoodWhenAsked) {
    const frame::Plan film = smallPlan();
    Notices notices(Mode::play);
    EXPECT_TRUE(notices.hud(film, playback(Mode::play), 10).empty());
    notices.glance(10);
    EXPECT_FALSE(notices.hud(film, playback(Mode::play), 11).clock.empty());
    EXPECT_TRUE(notices.hud(film, playback(Mode::play), 20).empty());
    notices.toggleClock();
    EXPECT_FALSE(notices.hud(film, playback(Mode::play), 1000).clock.empty());
}

TEST(Notices, FaultsStandUntilMendedAndAreCounted) {
    const frame::Plan film = smallPlan("ru");
    Notices notices(Mode::play);
    notices.setFilmFaults(std::vector<std::string>(30, "film.yaml:3:5: error: wrong"));
    notices.setShaderFaults({"light.glsl:1: error"});
    const Hud hud = notices.hud(film, playback(Mode::play), 1e6);
    EXPECT_EQ(hud.faults.size(), 8U);
    EXPECT_EQ(hud.faults.back(), "… +24");
    EXPECT_EQ(hud.heading, hudWord(HudWord::broken, "ru"));
    EXPECT_EQ(notices.problem(), "film.yaml:3:5: error: wrong");
    notices.setFilmFaults({});
    EXPECT_EQ(notices.problem(), "light.glsl:1: error");
    notices.setShaderFaults({});
    EXPECT_TRUE(notices.hud(film, playback(Mode::play), 1e6).empty());
}

TEST(Notices, AKioskNeverSpeaksAndAPresentersWindowShowsNoFaults) {
    const frame::Plan film = smallPlan();
    for (const Mode mode : {Mode::kiosk, Mode::presenter}) {
        Notices notices(mode);
        notices.setFilmFaults({"film.yaml: error"});
        EXPECT_TRUE(notices.hud(film, playback(mode), 0).empty());
        notices.say("words", 0);
        notices.toggleKeys();
        notices.toggleClock();
        EXPECT_EQ(notices.hud(film, playback(mode), 0).empty(), mode == Mode::kiosk);
    }
}

TEST(HudItems, EverythingLiesInsideThePicture) {
    for (const text::LanguageWords& words : text::builtInLanguages()) {
        const frame::Plan film = smallPlan(words.language);
        Notices notices(Mode::play);
        notices.toggleKeys();
        notices.toggleClock();
        notices.say("Saved film_0m12.50s.png", 0);
        notices.setFilmFaults({std::string(400, 'w') + " " + std::string(100, 'v')});
        const Hud hud = notices.hud(film, playback(Mode::play), 0);
        const auto items = hudItems(hud, film);
        EXPECT_TRUE(textsOf(items).contains(hud.clock));
        for (const auto& item : items) {
            const auto* box = std::get_if<picture::BoxItem>(&item);
            if (box == nullptr) continue;
            EXPECT_GE(box->box.x, 0);
            EXPECT_GE(box->box.y, 0);
            EXPECT_LE(box->box.x + box->box.width, core::kReferenceHeight * film.aspect);
            EXPECT_LE(box->box.y + box->box.height, core::kReferenceHeight);
        }
    }
}

TEST(LayOver, TheWindowSpeaksOverTheFade) {
    picture::FrameDescription description;
    description.black = 0.75F;
    layOver(description, {picture::TextItem{}}, 16.0 / 9);
    EXPECT_EQ(description.black, 0);
    ASSERT_EQ(description.overlay.size(), 2U);
    const auto& fade = std::get<picture::BoxItem>(description.overlay[0]);
    EXPECT_FLOAT_EQ(fade.colour.a, 0.75F);
    EXPECT_LT(fade.box.x, 0);
    EXPECT_GT(fade.box.width, 1920);
    EXPECT_TRUE(std::holds_alternative<picture::TextItem>(description.overlay[1]));
}

TEST(LayOver, NothingToSayLeavesTheFrameAlone) {
    picture::FrameDescription description;
    description.black = 0.5F;
    layOver(description, {}, 16.0 / 9);
    EXPECT_EQ(description.black, 0.5F);
    EXPECT_TRUE(description.overlay.empty());
}

}  // namespace
}  // namespace ebbflow::live
