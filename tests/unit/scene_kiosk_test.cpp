// `kiosk`: what a script says for visitors, and what is said to an author who mistakes a chapter.

#include <gmock/gmock.h>

#include "scene/check_scene.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kTail =
    "languages: [en, ru]\nchapters:\n  - id: one\n    steps: [{date: 1951}, {date: 1952}]\n"
    "  - id: two\n    date: 1953\n";

std::vector<std::string> checked(const std::string& kiosk) {
    core::Diagnostics diagnostics;
    const auto scene =
        readSceneText("kiosk: " + kiosk + "\n" + kTail, "film.yaml", ".", diagnostics);
    if (scene) checkKiosk(*scene, diagnostics);
    return said(diagnostics);
}

TEST(KioskOfFilm, SaysWhatLoopsAndHowWideTheScreenIs) {
    const Scene scene = sceneOf(
        std::string("kiosk: {attract: [one.2, two], idle: 45, width: 93, invite: {en: Come, ru: "
                    "Сюда}}\n") +
        kTail);
    ASSERT_TRUE(scene.kiosk.has_value());
    ASSERT_EQ(scene.kiosk->attract.size(), 2U);
    EXPECT_EQ(scene.kiosk->attract[0].chapter, "one");
    EXPECT_EQ(scene.kiosk->attract[0].step, 2U);
    EXPECT_EQ(scene.kiosk->attract[1].step, 0U);
    EXPECT_EQ(scene.kiosk->idle.seconds(), 45);
    EXPECT_EQ(scene.kiosk->widthCm, 93);
    EXPECT_EQ(scene.kiosk->invite.inOrAny("ru"), "Сюда");
}

TEST(KioskOfFilm, HoursAreDaysWithTimesOfTheDay) {
    const auto hoursOf = [](const std::string& hours) {
        return sceneOf("kiosk: {hours: " + hours + "}\n" + kTail).kiosk->hours;
    };
    using Times = std::vector<OpeningTime>;
    EXPECT_EQ(hoursOf("{mon-fri: 10:00-18:00}"), (Times{{0, 4, 600, 1080}}));
    EXPECT_EQ(hoursOf("{Saturday: 9-13, sun: \"10:00-12:30, 14:00-17:15\"}"),
              (Times{{5, 5, 540, 780}, {6, 6, 600, 750}, {6, 6, 840, 1035}}));
    EXPECT_EQ(hoursOf("{daily: 20:00-02:00}"), (Times{{0, 6, 1200, 120}}));
    EXPECT_EQ(hoursOf("{sat-mon: 0:00-24:00}"), (Times{{5, 0, 0, 1440}}));
}

TEST(KioskOfFilm, WrongHoursAreToldWithWhatIsRight) {
    EXPECT_THAT(checked("{hours: {funday: 10-12}}"),
                Contains(HasSubstr("`funday` is no day: mon")));
    for (const char* times :
         {"10:00", "10:00-10:00", "25-26", "10:60-11:00", "ten-twelve", "24:00-2:00", "\"10-12,\""})
        EXPECT_THAT(checked(std::string("{hours: {mon: ") + times + "}}"),
                    Contains(HasSubstr("10:00-18:00")))
            << times;
    EXPECT_THAT(checked("{hours: 10-12}"), Contains(HasSubstr("{mon-fri: 10:00-18:00}")));
}

TEST(KioskOfFilm, IsNotThereUnlessItIsWritten) {
    EXPECT_FALSE(sceneOf(kTail).kiosk.has_value());
}

TEST(KioskOfFilm, WhatLoopsIsHeldAgainstTheChapters) {
    EXPECT_THAT(checked("{attract: one}"), IsEmpty());
    EXPECT_THAT(checked("{attract: [one.1, one.2]}"), IsEmpty());
    EXPECT_THAT(checked("{attract: [one.2, one]}"), IsEmpty()) << "to that chapter's end";
    EXPECT_THAT(checked("{attract: ome}"), Contains(HasSubstr("did you mean `one`")));
    EXPECT_THAT(checked("{attract: one.3}"), Contains(HasSubstr("has 2 steps, and no step 3")));
    EXPECT_THAT(checked("{attract: [two, one]}"), Contains(HasSubstr("ends before it begins")));
    EXPECT_THAT(checked("{attract: [one, one.2, two]}"),
                Contains(HasSubstr("the first and the last")));
    EXPECT_THAT(checked("{attract: one.x}"),
                Contains(HasSubstr("a chapter's id, or a step of it")));
    EXPECT_THAT(checked("{idle: 2}"), Contains(HasSubstr("5 seconds at least")));
}

}  // namespace
}  // namespace ebbflow::scene::test
