// A kiosk's visitors: touches, keys and times in, commands out; and a menu that fingers reach.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "live/commands.hpp"
#include "live/menu_items.hpp"
#include "live/visit_hands.hpp"
#include "support/live_film.hpp"

namespace ebbflow::live {
namespace {

using gl::Key;
using Kind = gl::Pointer::Kind;
using Place = Visit::Place;
using test::at;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr core::PixelPoint kAnywhere{300, 200};

/// A kiosk with a film of two chapters of 65 s, in two languages.
struct Hall {
    std::vector<Command> press(core::PixelPoint where, double now) {
        return pointInVisit(visit, {.kind = Kind::pressed, .at = where}, menu, now);
    }
    std::vector<Command> key(const KeyPress& key, double now) {
        return pressInVisit(visit, key, menu, now);
    }
    std::vector<Command> wait(core::FilmTime time, double now, const std::string& language = "en") {
        return timeInVisit(visit, time, language, now);
    }

    frame::Plan plan = test::smallPlan();
    MenuLayout menu = menuLayout(plan);
    Visit visit{plan, Mode::kiosk};
};

core::PixelPoint middle(const core::PixelBox& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

TEST(Visit, IsForKiosksWhoseScriptAsksForIt) {
    frame::Plan plan = test::smallPlan();
    EXPECT_TRUE(Visit(plan, Mode::kiosk).isOpen());
    EXPECT_FALSE(Visit(plan, Mode::play).isOpen());
    auto film = std::make_shared<film::Film>(*plan.film);
    film->scene.kiosk.reset();
    plan.film = film;
    Visit none(plan, Mode::kiosk);
    EXPECT_FALSE(none.isOpen());
    none.toMenu(1);
    EXPECT_FALSE(none.isAt(Place::menu));
    EXPECT_THAT(pointInVisit(none, {.kind = Kind::pressed, .at = kAnywhere}, menuLayout(plan), 1),
                IsEmpty());
}

TEST(Visit, TheLoopGoesRoundInTheFirstLanguage) {
    frame::Plan plan = test::smallPlan();
    auto film = std::make_shared<film::Film>(*plan.film);
    film->scene.chapters[1].id = "two";
    film->scene.kiosk->attract = {{.chapter = "two", .step = 0, .place = {}}};
    plan.film = film;
    Visit visit(plan, Mode::kiosk);
    EXPECT_THAT(timeInVisit(visit, at(70), "en", 1), IsEmpty());
    EXPECT_THAT(timeInVisit(visit, at(3), "en", 1), ElementsAre(commandNamed("seek", {at(65)})));
    EXPECT_THAT(timeInVisit(visit, at(70), "zh-Hans", 1),
                ElementsAre(commandNamed("language", {std::string("en")})));
}

TEST(Visit, AnyTouchAndAnyKeyOpenTheMenu) {
    Hall hall;
    EXPECT_THAT(hall.press(kAnywhere, 1), ElementsAre(commandNamed("menu")));
    EXPECT_THAT(hall.key(U'x', 1), ElementsAre(commandNamed("menu")));
    hall.visit.toFilm();
    EXPECT_THAT(hall.press(kAnywhere, 1), ElementsAre(commandNamed("menu")));
}

TEST(Visit, TheMenusPartsAreLanguagesAndChapters) {
    Hall hall;
    hall.visit.toMenu(1);
    EXPECT_THAT(hall.press(middle(hall.menu.languages.at(1)), 2),
                ElementsAre(commandNamed("language", {std::string("zh-Hans")})));
    EXPECT_THAT(hall.press(middle(hall.menu.chapters.pictures.at(1)), 2),
                ElementsAre(commandNamed("chapter", {std::int64_t{2}})));
    EXPECT_THAT(hall.press(kAnywhere, 2), IsEmpty()) << "beside them";
}

TEST(Visit, KeysReachEveryPartOfTheMenu) {
    Hall hall;
    hall.visit.toMenu(1);
    EXPECT_THAT(hall.key(Key::enter, 1), IsEmpty()) << "nothing is chosen yet";
    (void)hall.key(Key::right, 1);
    EXPECT_THAT(hall.key(Key::enter, 1), ElementsAre(commandNamed("chapter", {std::int64_t{1}})));
    for (int i = 0; i < 9; ++i) (void)hall.key(Key::right, 1);
    EXPECT_THAT(hall.key(U' ', 1), ElementsAre(commandNamed("chapter", {std::int64_t{2}})));
    for (int i = 0; i < 9; ++i) (void)hall.key(Key::left, 1);
    EXPECT_THAT(hall.key(Key::enter, 1),
                ElementsAre(commandNamed("language", {std::string("en")})));
}

TEST(Visit, AMenuThatNobodyTouchesGoesBackToTheLoop) {
    Hall hall;
    hall.visit.toMenu(10);
    EXPECT_THAT(hall.wait(at(10), 69), IsEmpty());
    (void)hall.press(kAnywhere, 69);
    EXPECT_THAT(hall.wait(at(10), 100), IsEmpty()) << "a touch counts, whatever it hits";
    EXPECT_THAT(hall.wait(at(10), 129), ElementsAre(commandNamed("invite")));
}

TEST(Visit, AFilmThatWasBegunRunsToItsEndAndThenInvites) {
    Hall hall;
    hall.visit.toFilm();
    EXPECT_THAT(hall.wait(at(70), 1000), IsEmpty()) << "whoever looks touches nothing";
    EXPECT_THAT(hall.wait(at(20), 1001), IsEmpty()) << "somebody went back";
    EXPECT_THAT(hall.wait(at(129.9), 1100), IsEmpty());
    EXPECT_THAT(hall.wait(at(0.1), 1101), ElementsAre(commandNamed("invite")));
}

TEST(Visit, AllLanguagesInviteByTurns) {
    Hall hall;
    EXPECT_EQ(hall.visit.inviting(0), 0U);
    EXPECT_EQ(hall.visit.inviting(5), 1U);
    EXPECT_EQ(hall.visit.inviting(9), 0U);
    EXPECT_EQ(invitation(hall.plan, 0), "Touch to begin");
    EXPECT_EQ(invitation(hall.plan, 1), "触摸屏幕开始");
}

TEST(Visit, OnlyAMouseHasAnArrow) {
    Hall hall;
    for (int i = 0; i < 4; ++i) {
        (void)pointInVisit(hall.visit, {.kind = Kind::moved, .at = kAnywhere}, hall.menu, 1);
        (void)hall.press(kAnywhere, 1);
    }
    EXPECT_FALSE(hall.visit.showsArrow(1)) << "a finger presses where it comes";
    for (int i = 0; i < 9; ++i)
        (void)pointInVisit(hall.visit, {.kind = Kind::moved, .at = kAnywhere}, hall.menu, 2);
    EXPECT_TRUE(hall.visit.showsArrow(3));
    EXPECT_FALSE(hall.visit.showsArrow(30));
}

TEST(MenuLayout, EverythingIsInTheLowerHalfAndNoneIsSmallerThanAFingertip) {
    for (const double aspect : {16.0 / 9, 9.0 / 16, 1.0}) {
        for (const double widthCm : {40.0, 53.0, 93.0, 122.0}) {
            frame::Plan plan = test::smallPlan();
            plan.aspect = aspect;
            auto film = std::make_shared<film::Film>(*plan.film);
            film->scene.kiosk->widthCm = widthCm;
            plan.film = film;
            const MenuLayout menu = menuLayout(plan);
            const double least = targetPixels(widthCm, aspect);
            EXPECT_EQ(menu.parts(), 4U);
            for (std::size_t i = 0; i < 2; ++i) {
                for (const core::PixelBox& box : {menu.languages[i], menu.chapters.pictures[i]}) {
                    EXPECT_GE(box.y, 540);
                    EXPECT_LE(box.y + box.height, 1080);
                    EXPECT_GE(box.width, least - 1e-9);
                    EXPECT_GE(box.height, least - 1e-9) << widthCm;
                }
                EXPECT_EQ(menu.partAt(middle(menu.languages[i])), i);
                EXPECT_EQ(menu.partAt(middle(menu.chapters.pictures[i])), 2 + i);
            }
        }
    }
}

TEST(MenuLayout, TwentyMillimetresAreAsManyPixelsAsTheScreenSays) {
    // 1920 reference pixels on 96 cm: 2 of them a millimetre.
    EXPECT_DOUBLE_EQ(targetPixels(96, 16.0 / 9), 40);
}

/// Of two chapters, on a picture so wide.
std::string saidOfTargets(const std::function<void(scene::Scene&)>& change) {
    frame::Plan plan = test::smallPlan();
    auto film = std::make_shared<film::Film>(*plan.film);
    change(film->scene);
    plan.film = film;
    return smallTargets(plan);
}

TEST(MenuLayout, TargetsThatFingersMissAreNamedWithTheirSize) {
    const auto wide = [](double cm) {
        return saidOfTargets([cm](scene::Scene& scene) { scene.kiosk->widthCm = cm; });
    };
    EXPECT_EQ(wide(53), "");
    EXPECT_EQ(wide(17), "");
    EXPECT_THAT(wide(16),
                ::testing::StartsWith("the menu's 2 chapters are 18 mm on a picture 16 cm "
                                      "wide, less than the 20 that fingers hit"));
    EXPECT_EQ(saidOfTargets([](scene::Scene& scene) {
                  scene.kiosk->widthCm = 16;
                  scene.kiosk->visitors = false;
              }),
              "")
        << "nobody touches it";
    EXPECT_EQ(saidOfTargets([](scene::Scene& scene) { scene.kiosk.reset(); }), "");
}

}  // namespace
}  // namespace ebbflow::live
