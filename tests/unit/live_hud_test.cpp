// What the window says over the film: in three languages, with letters that the film's fonts have,
// never in a kiosk, and over the fade too.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <set>

#include "core/film_time.hpp"
#include "frame/plan.hpp"
#include "live/hud.hpp"
#include "live/hud_words.hpp"
#include "live/notices.hpp"
#include "text/fonts.hpp"

namespace ebbflow::live {
namespace {

constexpr std::array kLanguages{"en", "zh-Hans", "ru"};

core::FilmTime at(double seconds) {
    return core::FilmTime::fromSeconds(seconds);
}

std::shared_ptr<const text::Typesetter> typesetter() {
    static const auto shared = std::make_shared<const text::Typesetter>(text::defaultFonts());
    return shared;
}

/// Two chapters of 65 s, with titles.
frame::Plan plan(const std::string& language = "en") {
    auto film = std::make_shared<frame::Film>();
    for (const char* title : {"One", "Two"}) {
        scene::Chapter chapter;
        chapter.title.words = {{"", title}};
        chapter.steps.resize(1);
        film->scene.chapters.push_back(chapter);
    }
    frame::Plan plan(film, frame::Ruler(typesetter()));
    plan.language = language;
    plan.timeline.length = at(130);
    for (std::size_t i = 0; i < 2; ++i) {
        frame::PlannedStep step;
        step.chapter = i;
        step.start = at(65.0 * static_cast<double>(i));
        step.length = at(65);
        plan.timeline.steps.push_back(step);
    }
    plan.timeline.chapters.resize(2);
    return plan;
}

Playback playback(Mode mode) {
    return {{{at(0), at(65), true, true}, {at(65), at(130), true, true}}, {25, 1}, mode};
}

std::set<std::string> textsOf(const std::vector<frame::OverlayItem>& items) {
    std::set<std::string> texts;
    for (const auto& item : items) {
        if (const auto* words = std::get_if<frame::TextItem>(&item))
            texts.insert(words->paragraph.text);
    }
    return texts;
}

TEST(HudWords, EveryCommandHasWordsOfItsOwnInThreeLanguages) {
    for (const Mode mode : {Mode::play, Mode::presenter}) {
        for (const Binding& binding : bindingsOf(mode)) {
            std::set<std::string_view> different;
            for (const auto* language : kLanguages) {
                different.insert(hudWord(binding.command, language));
            }
            EXPECT_EQ(different.size(), kLanguages.size());
            EXPECT_FALSE(different.contains(""));
        }
    }
}

TEST(HudWords, OtherLanguagesGetEnglish) {
    EXPECT_EQ(hudWord(HudWord::paused, "fr"), "paused");
    EXPECT_EQ(hudWord(HudWord::paused, "zh"), "已暂停");
}

TEST(HudWords, TheFontsHaveEveryLetter) {
    for (const auto* language : kLanguages) {
        for (const Mode mode : {Mode::play, Mode::presenter}) {
            for (const KeyLine& line : keyLines(mode, language)) {
                EXPECT_THAT(typesetter()->missingGlyphs(line.keys + line.meaning, language,
                                                        text::Family::sans),
                            ::testing::IsEmpty());
            }
        }
        for (const HudWord word :
             {HudWord::keys, HudWord::paused, HudWord::end, HudWord::saved, HudWord::notSaved,
              HudWord::reloaded, HudWord::broken, HudWord::oneLanguage}) {
            EXPECT_THAT(
                typesetter()->missingGlyphs(hudWord(word, language), language, text::Family::sans),
                ::testing::IsEmpty());
        }
    }
}

TEST(KeyLines, OneLineForEachCommandWithAllItsKeys) {
    const auto lines = keyLines(Mode::presenter, "en");
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.front().keys, "Right  Page Down  Down  Space  Enter  n");
    EXPECT_EQ(lines.front().meaning, "next");
    EXPECT_TRUE(keyLines(Mode::kiosk, "en").empty());
}

TEST(ClockText, SaysTimeAndChapter) {
    EXPECT_EQ(clockText(plan(), at(64.9), false, ""), "1:04 / 2:10   1/2   One");
    EXPECT_EQ(clockText(plan(), at(65), true, "paused"),
              "1:05.00 / 2:10.00   2/2   Two   (paused)");
}

TEST(Notices, TheTimeShowsForAMomentAndForGoodWhenAsked) {
    const frame::Plan film = plan();
    Notices notices(Mode::play);
    EXPECT_TRUE(notices.hud(film, playback(Mode::play), 10).empty());
    notices.glance(10);
    EXPECT_FALSE(notices.hud(film, playback(Mode::play), 11).clock.empty());
    EXPECT_TRUE(notices.hud(film, playback(Mode::play), 20).empty());
    notices.toggleClock();
    EXPECT_FALSE(notices.hud(film, playback(Mode::play), 1000).clock.empty());
}

TEST(Notices, FaultsStandUntilMendedAndAreCounted) {
    const frame::Plan film = plan("ru");
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
    const frame::Plan film = plan();
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
    for (const auto* language : kLanguages) {
        const frame::Plan film = plan(language);
        Notices notices(Mode::play);
        notices.toggleKeys();
        notices.toggleClock();
        notices.say("Saved film_0m12.50s.png", 0);
        notices.setFilmFaults({std::string(400, 'w') + " " + std::string(100, 'v')});
        const Hud hud = notices.hud(film, playback(Mode::play), 0);
        const auto items = hudItems(hud, film);
        EXPECT_TRUE(textsOf(items).contains(hud.clock));
        for (const auto& item : items) {
            const auto* box = std::get_if<frame::BoxItem>(&item);
            if (box == nullptr) continue;
            EXPECT_GE(box->box.x, 0);
            EXPECT_GE(box->box.y, 0);
            EXPECT_LE(box->box.x + box->box.width, core::kReferenceHeight * film.aspect);
            EXPECT_LE(box->box.y + box->box.height, core::kReferenceHeight);
        }
    }
}

TEST(LayOver, TheWindowSpeaksOverTheFade) {
    frame::FrameDescription description;
    description.black = 0.75F;
    layOver(description, {frame::TextItem{}}, 16.0 / 9);
    EXPECT_EQ(description.black, 0);
    ASSERT_EQ(description.overlay.size(), 2U);
    const auto& fade = std::get<frame::BoxItem>(description.overlay[0]);
    EXPECT_FLOAT_EQ(fade.colour.a, 0.75F);
    EXPECT_LT(fade.box.x, 0);
    EXPECT_GT(fade.box.width, 1920);
    EXPECT_TRUE(std::holds_alternative<frame::TextItem>(description.overlay[1]));
}

TEST(LayOver, NothingToSayLeavesTheFrameAlone) {
    frame::FrameDescription description;
    description.black = 0.5F;
    layOver(description, {}, 16.0 / 9);
    EXPECT_EQ(description.black, 0.5F);
    EXPECT_TRUE(description.overlay.empty());
}

}  // namespace
}  // namespace ebbflow::live
