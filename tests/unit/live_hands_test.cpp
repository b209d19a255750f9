// Hands in the window as a state machine: every part of the bar does what it shows, times given.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "live/bar_items.hpp"
#include "live/commands.hpp"
#include "live/hands.hpp"
#include "live/picture.hpp"
#include "live/typed_number.hpp"
#include "support/live_film.hpp"

namespace ebbflow::live {
namespace {

using gl::Button;
using Kind = gl::Pointer::Kind;
using test::at;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr core::PixelPoint kOnFilm{900, 300};

core::PixelPoint middle(const core::PixelBox& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

/// A film of two chapters in two languages, under a hand.
struct Show {
    explicit Show(Mode asked = Mode::play) : mode(asked), hands(asked) { playback.seekTo(at(10)); }

    std::vector<Command> event(const PointerEvent& event, double now) {
        return hands.take(event, layout, playback, now);
    }
    std::vector<Command> move(core::PixelPoint to, double now) {
        return event({.kind = Kind::moved, .at = to}, now);
    }
    /// As a hand does: it comes from elsewhere.
    void point(core::PixelPoint to, double now) {
        (void)move({to.x - 100, to.y}, now);
        (void)move(to, now);
    }
    std::vector<Command> press(core::PixelPoint where, double now, Button button = Button::left) {
        return event({.kind = Kind::pressed, .at = where, .button = button}, now);
    }
    std::vector<Command> release(core::PixelPoint where, double now) {
        return event({.kind = Kind::released, .at = where}, now);
    }
    std::vector<Command> click(core::PixelPoint where, double now) {
        std::vector<Command> all = press(where, now);
        for (Command& one : release(where, now + 0.05)) all.push_back(std::move(one));
        return all;
    }
    std::optional<Bar> bar(double now, bool stays = false) const {
        return hands.bar(layout, playback, stays, now);
    }

    Mode mode;
    frame::Plan plan = test::smallPlan();
    BarLayout layout = barLayout(plan);
    Playback playback{segmentsOf(plan.timeline, plan.film->scene), {25, 1}, mode};
    Hands hands;
};

TEST(Hands, TheBarComesWithMovementAndGoesAfterTwoSeconds) {
    Show show;
    (void)show.move(kOnFilm, 1);
    EXPECT_FALSE(show.bar(1).has_value())
        << "a window that opens under a pointer is not pointed at";
    (void)show.move({kOnFilm.x + 1, kOnFilm.y}, 1.5);
    EXPECT_FALSE(show.bar(1.5).has_value()) << "a table trembles";
    (void)show.move({kOnFilm.x + 30, kOnFilm.y}, 2);
    EXPECT_TRUE(show.bar(3.9).has_value());
    EXPECT_FALSE(show.bar(4.1).has_value());
    EXPECT_TRUE(show.bar(100, true).has_value()) << "asked to stay";
}

TEST(Hands, TheBarStaysUnderThePointerAndGoesWithIt) {
    Show show;
    show.point(middle(show.layout.play), 1);
    EXPECT_TRUE(show.bar(60).has_value());
    (void)show.event({.kind = Kind::gone}, 61);
    EXPECT_FALSE(show.bar(61).has_value());
}

TEST(Hands, AClickOnTheFilmPausesAndASecondOneFillsTheScreenInstead) {
    Show show;
    EXPECT_THAT(show.click(kOnFilm, 1), ElementsAre(commandNamed("pause")));
    EXPECT_THAT(show.click(kOnFilm, 1.2),
                ElementsAre(commandNamed("fullscreen"), commandNamed("pause")));
    EXPECT_THAT(show.click(kOnFilm, 1.4), ElementsAre(commandNamed("pause"))) << "a third is new";
    EXPECT_THAT(show.click(kOnFilm, 3), ElementsAre(commandNamed("pause"))) << "too late";
    EXPECT_THAT(show.click({kOnFilm.x + 200, 300}, 3.2), ElementsAre(commandNamed("pause")))
        << "elsewhere";
}

TEST(Hands, ADoubleClickOnAFilmThatIsOverDoesNotPauseItsNewStart) {
    Show show;
    show.playback.toEnd();
    (void)show.click(kOnFilm, 1);
    EXPECT_THAT(show.click(kOnFilm, 1.2), ElementsAre(commandNamed("fullscreen")));
}

TEST(Hands, OtherButtonsOfPlainPlayDoNothing) {
    Show show;
    EXPECT_THAT(show.press(kOnFilm, 1, Button::right), IsEmpty());
    EXPECT_THAT(show.press(kOnFilm, 1, Button::middle), IsEmpty());
    EXPECT_THAT(show.release(kOnFilm, 2), IsEmpty()) << "nothing was pressed here";
}

TEST(Hands, EveryNotchOfTheWheelIsFiveSeconds) {
    Show show;
    const auto wheel = [&](double notches) {
        return show.event({.kind = Kind::wheel, .notches = notches}, 1);
    };
    EXPECT_THAT(wheel(1), ElementsAre(commandNamed("seek on", {5.0})));
    EXPECT_THAT(wheel(-0.5), ElementsAre(commandNamed("seek back", {2.5})));
    EXPECT_THAT(wheel(0), IsEmpty());
}

TEST(Hands, WhileTheLineIsDraggedTheFilmStandsAtTheFrameUnderThePointer) {
    Show show;
    const core::PixelBox line = show.layout.seek;
    const double y = line.y + line.height / 2;
    show.point({line.x + line.width / 2, y}, 1);
    EXPECT_EQ(show.bar(1)->pointed, at(65));
    EXPECT_FALSE(show.hands.holdsTime());
    EXPECT_THAT(show.press({line.x + line.width / 2, y}, 1),
                ElementsAre(commandNamed("seek", {at(65)})));
    EXPECT_TRUE(show.hands.holdsTime());
    // Away from the line the hand still holds it, and beyond its ends it is at the film's.
    EXPECT_THAT(show.move({line.x + line.width / 4, 200}, 2),
                ElementsAre(commandNamed("seek", {at(32.48)})));
    EXPECT_THAT(show.move({-500, 200}, 3), ElementsAre(commandNamed("seek", {at(0)})));
    EXPECT_THAT(show.move({9000, 200}, 4), ElementsAre(commandNamed("seek", {at(129.96)})))
        << "the last frame, not the end";
    EXPECT_EQ(show.bar(60)->under.part, BarPart::seek) << "it stays as long as it is held";
    EXPECT_THAT(show.release({9000, 200}, 60), IsEmpty());
    EXPECT_FALSE(show.hands.holdsTime());
}

TEST(Hands, ButtonsWorkWhereTheyAreReleasedOnly) {
    Show show;
    const auto clicked = [&](const core::PixelBox& box) {
        show.point(middle(box), 1);
        return show.click(middle(box), 1);
    };
    EXPECT_THAT(clicked(show.layout.play), ElementsAre(commandNamed("pause")));
    EXPECT_THAT(clicked(show.layout.language), ElementsAre(commandNamed("language next")));
    EXPECT_THAT(clicked(show.layout.fullScreen), ElementsAre(commandNamed("fullscreen")));
    EXPECT_THAT(clicked(show.layout.chapters.at(1)),
                ElementsAre(commandNamed("chapter", {std::int64_t{2}})));
    EXPECT_THAT(clicked(show.layout.title), IsEmpty()) << "beside the buttons, yet on the bar";
    (void)show.press(middle(show.layout.play), 2);
    EXPECT_THAT(show.release(middle(show.layout.language), 2), IsEmpty());
}

TEST(Hands, WhereThereIsNoBarAClickIsTheFilms) {
    Show show;
    EXPECT_THAT(show.click(middle(show.layout.language), 1), ElementsAre(commandNamed("pause")));
}

TEST(Hands, AHandThatPressesAndGoesMovesTheMapAndPausesNothing) {
    Show show;
    show.point(kOnFilm, 1);
    EXPECT_THAT(show.press(kOnFilm, 1), IsEmpty());
    EXPECT_THAT(show.move({kOnFilm.x + 4, kOnFilm.y}, 1), IsEmpty()) << "a hand trembles";
    EXPECT_THAT(show.move({kOnFilm.x + 54, kOnFilm.y - 27}, 1),
                ElementsAre(commandNamed("map pan", {54.0 / 1080, -27.0 / 1080})));
    EXPECT_THAT(show.move({kOnFilm.x + 55, kOnFilm.y - 27}, 1),
                ElementsAre(commandNamed("map pan", {1.0 / 1080, 0.0})))
        << "once it goes it follows";
    EXPECT_THAT(show.release({kOnFilm.x + 55, kOnFilm.y - 27}, 1), IsEmpty());
    EXPECT_THAT(show.click(kOnFilm, 3), ElementsAre(commandNamed("pause"))) << "and is over";
}

TEST(Hands, TheWheelWithControlZoomsAboutThePointer) {
    Show show;
    const auto wheel = [&](double notches) {
        return show.event(
            {.kind = Kind::wheel, .at = {1500, 270}, .notches = notches, .control = true}, 1);
    };
    EXPECT_THAT(wheel(1), ElementsAre(commandNamed("map zoom", {1.25, 0.5, -0.25})));
    EXPECT_THAT(wheel(-1), ElementsAre(commandNamed("map zoom", {0.8, 0.5, -0.25})));
    EXPECT_THAT(wheel(0), IsEmpty());
}

TEST(Hands, TheArrowAsksWhatIsThereWhileItMovesOrTheFilmStands) {
    Show show;
    const auto asks = [&](double now) {
        return show.hands.onFilm(show.layout, show.playback, show.bar(now).has_value(), now);
    };
    EXPECT_FALSE(asks(1).has_value()) << "there is no pointer";
    show.point(kOnFilm, 1);
    EXPECT_EQ(asks(2), kOnFilm);
    EXPECT_FALSE(asks(10).has_value()) << "the film runs under a pointer that was left there";
    show.playback.togglePause();
    EXPECT_EQ(asks(10), kOnFilm);
    show.point(middle(show.layout.play), 11);
    EXPECT_FALSE(asks(11).has_value()) << "the bar lies over the map";
}

TEST(Hands, APresentersButtonsAreNextAndBack) {
    Show show(Mode::presenter);
    EXPECT_THAT(show.press(kOnFilm, 1), ElementsAre(commandNamed("next")));
    EXPECT_THAT(show.press(kOnFilm, 1.1), ElementsAre(commandNamed("next"))) << "as fast as wished";
    EXPECT_THAT(show.press(kOnFilm, 2, Button::right), ElementsAre(commandNamed("back")));
    EXPECT_THAT(show.press(kOnFilm, 3, Button::middle), IsEmpty());
    EXPECT_THAT(show.release(kOnFilm, 3), IsEmpty());
    show.point(kOnFilm, 4);
    EXPECT_FALSE(show.bar(4, true).has_value());
}

TEST(BarLayout, PartsAreOnTheBarAndNoneIsUnderAnother) {
    for (const double aspect : {16.0 / 9, 9.0 / 16, 1.0, 2.39}) {
        frame::Plan plan = test::smallPlan();
        plan.aspect = aspect;
        const BarLayout bar = barLayout(plan);
        EXPECT_EQ(bar.spotAt(middle(bar.play)).part, BarPart::play);
        EXPECT_EQ(bar.spotAt(middle(bar.language)).part, BarPart::language);
        EXPECT_EQ(bar.spotAt(middle(bar.fullScreen)).part, BarPart::fullScreen);
        EXPECT_EQ(bar.spotAt(middle(bar.seek)).part, BarPart::seek);
        for (std::size_t i = 0; i < 2; ++i)
            EXPECT_EQ(bar.spotAt(middle(bar.chapters.at(i))), (BarSpot{BarPart::chapter, i}));
        EXPECT_LE(bar.play.x + bar.play.width, bar.clock.x);
        EXPECT_LE(bar.clock.x + bar.clock.width, bar.language.x) << aspect;
        EXPECT_LE(bar.fullScreen.x + bar.fullScreen.width, 1080 * aspect);
        EXPECT_EQ(bar.spotAt({1080 * aspect / 2, 100}).part, BarPart::none);
    }
}

TEST(BarLayout, TimesAndPlacesOfTheLineAreOneAnothers) {
    const BarLayout bar = barLayout(test::smallPlan());
    for (int frame = 0; frame < 130 * 25; frame += 7) {
        const core::FilmTime time = core::frameStart(frame, {25, 1});
        EXPECT_EQ(bar.timeAt(bar.xOf(time) + 1e-6), time);
    }
}

TEST(BarItems, SayWhatIsUnderThePointer) {
    const frame::Plan plan = test::smallPlan();
    const auto says = [&](const Bar& bar, const std::string& words) {
        for (const auto& item : barItems(bar, plan)) {
            const auto* text = std::get_if<picture::TextItem>(&item);
            if (text != nullptr && text->paragraph.text == words) return true;
        }
        return false;
    };
    Bar bar;
    bar.time = at(10);
    EXPECT_TRUE(says(bar, "0:10 / 2:10"));
    EXPECT_TRUE(says(bar, "English"));
    EXPECT_TRUE(says(bar, "1  One"));
    EXPECT_FALSE(says(bar, "1:40   2  Two"));
    bar.pointed = at(100);
    EXPECT_TRUE(says(bar, "1:40   2  Two"));
}

TEST(Picture, APlaceOfTheWindowIsOneOfThePicture) {
    EXPECT_EQ(pointInPicture({1920, 1080}, 16.0 / 9, 960, 540), (core::PixelPoint{960, 540}));
    EXPECT_EQ(pointInPicture({640, 500}, 16.0 / 9, 0, 70), (core::PixelPoint{0, 0}));
    EXPECT_EQ(pointInPicture({720, 360}, 16.0 / 9, 680, 360), (core::PixelPoint{1920, 1080}));
    EXPECT_EQ(pointInPicture({0, 0}, 16.0 / 9, 1, 1), core::PixelPoint{});
}

TEST(TypedNumber, DigitsThatFollowOneAnotherAreOneNumber) {
    TypedNumber number;
    EXPECT_FALSE(number.take(0).has_value());
    number.digit(1, 0);
    number.digit(2, 1);
    EXPECT_EQ(number.take(2), 12);
    EXPECT_FALSE(number.take(2).has_value()) << "it is taken once";
    number.digit(7, 10);
    number.digit(3, 20);
    EXPECT_EQ(number.take(21), 3) << "the seven was forgotten";
    number.digit(4, 30);
    EXPECT_FALSE(number.take(40).has_value());
    for (int i = 0; i < 100; ++i) number.digit(9, 50);
    EXPECT_GT(number.take(50), 999);
}

}  // namespace
}  // namespace ebbflow::live
