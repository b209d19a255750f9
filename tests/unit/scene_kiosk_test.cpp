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
