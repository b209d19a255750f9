// Cards pinned to places: where they stand, how they open, how they follow their place, and what is
// said to those that cannot.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "frame/describe.hpp"
#include "screen/anchor.hpp"
#include "screen/objects.hpp"
#include "story/citations.hpp"
#include "support/film_fixture.hpp"
#include "unit/screen_faults.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kPrimer =
    "paper: {title: {ru: Урок}, primer: [{ru: школа, zh: 学校}, {ru: книга, zh: 书}]}";

/// A step of ten seconds that shows two cities, with those objects, each a line in braces.
std::string pinned(const std::vector<std::string>& objects, const std::string& keys = "") {
    std::string script =
        "language: en\nsource: A register\nmap: {projection: eurasia}\n"
        "movements: [{kind: students, from: Peking, to: Moscow, when: 1951, "
        "count: 20}]\nchapters:\n  - steps:\n      - date: 1951\n"
        "        length: 10\n        caption: All of them left.\n";
    script += keys.empty() ? "        show: [Peking, Moscow]\n" : keys;
    script += "        objects:\n";
    for (const std::string& object : objects) script += "          - {" + object + "}\n";
    return script;
}

std::shared_ptr<const frame::Plan> planPinned(const std::vector<std::string>& objects,
                                              const std::string& keys = "") {
    return planOf(filmOf(pinned(objects, keys)));
}

const ObjectSeat& seatOf(const frame::Plan& plan, std::size_t object = 0) {
    return plan.objectSeats.front().at(object).value();
}

std::vector<picture::OverlayItem> objectsAt(const frame::Plan& plan, double seconds) {
    std::vector<picture::OverlayItem> items;
    Overlay overlay(plan, items);
    describeObjects(plan.objectSeats, Moment(plan, core::FilmTime::fromSeconds(seconds)), overlay);
    return items;
}

/// The card's ground: the first box that is seen through a gap.
std::optional<picture::BoxItem> cardIn(const std::vector<picture::OverlayItem>& items) {
    for (const picture::OverlayItem& item : items) {
        const auto* box = std::get_if<picture::BoxItem>(&item);
        if (box != nullptr && box->gap) return *box;
    }
    return std::nullopt;
}

double gapOf(const std::vector<picture::OverlayItem>& items) {
    const picture::Gap gap = cardIn(items).value_or(picture::BoxItem{}).gap;
    return gap ? gap->bottom - gap->top : 0;
}

TEST(ObjectCards, OpenFromTheHeightOfTheirHairlineAndCloseAgain) {
    const auto plan = planPinned({"at: Peking, in: 2, out: 8, " + kPrimer});
    const double whole = seatOf(*plan).card.height;
    EXPECT_THAT(objectsAt(*plan, 1.99), IsEmpty());
    EXPECT_THAT(objectsAt(*plan, 8.01), IsEmpty());
    const auto early = objectsAt(*plan, 2.15);
    EXPECT_FALSE(cardIn(early));
    EXPECT_FALSE(early.empty()) << "the hairline comes first";
    double before = 0;
    for (double t = 2.3; t < 3; t += 0.05) {
        const auto items = objectsAt(*plan, t);
        const double gap = gapOf(items);
        EXPECT_GE(gap, before) << t;
        before = gap;
        if (gap <= 0) continue;
        const picture::BoxItem card = cardIn(items).value();
        const double level = card.box.y + seatOf(*plan).join;
        EXPECT_LE(card.gap->top, level);
        EXPECT_GE(card.gap->bottom, level);
    }
    EXPECT_NEAR(gapOf(objectsAt(*plan, 5)), whole, 1e-6);
    EXPECT_LT(gapOf(objectsAt(*plan, 7.6)), whole);
}

/// All of a card's words and rules, and only what is written under it not, is seen through the gap.
TEST(ObjectCards, HideAllThatIsOnThemUntilTheyOpen) {
    const auto plan = planPinned({"at: Peking, text: A page, " + kPrimer});
    const auto items = objectsAt(*plan, 0.6);
    const auto card = cardIn(items);
    ASSERT_TRUE(card);
    std::size_t words = 0;
    for (const picture::OverlayItem& item : items) {
        const auto* text = std::get_if<picture::TextItem>(&item);
        if (text == nullptr) continue;
        ++words;
        EXPECT_EQ(text->gap.has_value(), text->paragraph.text != "A page");
        EXPECT_EQ(text->gap.value_or(*card->gap), *card->gap);
    }
    EXPECT_EQ(words, 6U);
}

TEST(ObjectCards, FollowTheirPlaceALittleFurtherThanTheMap) {
    const auto plan = planPinned({"at: Peking, " + kPrimer},
                                 "        camera: {path: [{center: Peking, width: 6000 km}, "
                                 "{center: {lat: 44, lon: 110}, width: 6000 km}], move: 8}\n");
    const auto cardAt = [&](double seconds) {
        return cardIn(objectsAt(*plan, seconds)).value().box.x;
    };
    const auto placeAt = [&](double seconds) {
        const Moment moment(*plan, core::FilmTime::fromSeconds(seconds));
        return anchorOf(*plan, moment.camera, moment.script.objects.front().at).value().x;
    };
    const double place = placeAt(5) - placeAt(2), card = cardAt(5) - cardAt(2);
    ASSERT_GT(std::abs(place), 20);
    EXPECT_GT(card / place, 1.03);
    EXPECT_LT(card / place, 1.3);
}

TEST(ObjectSeats, AreOffCaptionsFurnitureAndOneAnother) {
    const std::string note = ", text: A page that was set for this film, " + kPrimer;
    const auto plan = planPinned({"at: Peking" + note, "at: Moscow" + note, "at: Irkutsk" + note},
                                 "        show: [Peking, Moscow, Irkutsk, {lat: 40, lon: 20}]\n"
                                 "        screen: {legend: right, scale: top right}\n");
    const Moment moment(*plan, core::FilmTime::fromSeconds(6));
    const Furniture furniture = furnitureAt(moment);
    ASSERT_EQ(plan->objectSeats.front().size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        const ObjectSeat& seat = seatOf(*plan, i);
        EXPECT_EQ(seat.fault, "");
        for (const Block& block : furniture.blocks)
            EXPECT_LE(shared(seat.box, block.box), 0) << i << " over " << block.name;
        EXPECT_LE(shared(seat.box, furniture.stage.captions(furniture.placed.floor)), 0) << i;
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_LE(shared(seat.box, seatOf(*plan, j).box), 0) << i << " over " << j;
    }
}

TEST(ObjectSeats, AreOnTheSideThatTheScriptSays) {
    EXPECT_TRUE(seatOf(*planPinned({"at: Peking, side: left, " + kPrimer})).onLeft);
    EXPECT_FALSE(seatOf(*planPinned({"at: Moscow, side: right, " + kPrimer})).onLeft);
}

TEST(ObjectSeats, HaveNoNamesOverThem) {
    const auto plan = planPinned({"at: Irkutsk, side: left, " + kPrimer},
                                 "        show: [Peking, Moscow, Irkutsk, Omsk, Novosibirsk]\n");
    std::size_t looked = 0;
    for (const auto& name : seenAt(*plan, core::FilmTime::fromSeconds(9))) {
        EXPECT_LE(shared(name.box, seatOf(*plan).box), 0) << name.text;
        ++looked;
    }
    EXPECT_GT(looked, 2U);
}

std::string saidOf(const std::string& script) {
    core::Diagnostics diagnostics;
    (void)frame::makePlan(filmOf(script),
                          std::make_shared<const text::Typesetter>(text::defaultFonts()), {},
                          diagnostics);
    return words(diagnostics);
}

TEST(ObjectCards, ThatAreTooLargeAreFaults) {
    std::string lines;
    for (int i = 0; i < 16; ++i) lines += (i > 0 ? ", line " : "line ") + std::to_string(i);
    EXPECT_THAT(saidOf(pinned({"at: Peking, paper: {poem: [" + lines + "]}"})),
                AllOf(HasSubstr("error: this paper is"), HasSubstr("px high"),
                      HasSubstr("print fewer lines")));
    const std::string wide = "{ru: многоэтажность-многоэтажность, de: Donaudampfschifffahrt}";
    EXPECT_THAT(saidOf(pinned({"at: Peking, paper: {primer: [" + wide + "]}"})),
                HasSubstr("px wide, where the largest card has 560"));
}

TEST(ObjectSeats, OfPlacesOutOfThePictureAreTold) {
    EXPECT_THAT(saidOf(pinned({"at: Kiev, " + kPrimer}, "        show: [Peking, Harbin]\n")),
                HasSubstr("warning: this place is not in the picture 0.8 s after its step began"));
    EXPECT_THAT(saidOf(pinned({"at: Peking, " + kPrimer})), testing::Not(HasSubstr("place")));
}

TEST(ObjectSeats, WithoutRoomAreTold) {
    EXPECT_THAT(saidOf(pinned({"at: Moscow, side: left, " + kPrimer})),
                AllOf(HasSubstr("warning: this object reaches out of the picture (en)"),
                      HasSubstr("give it the other `side`")));
}

TEST(ObjectCards, StandWhereTheMapHasThemInMirroredFilms) {
    // No journeys, which would have it on the side that is free of them.
    const auto planIn = [](const std::string& language, const std::string& side) {
        return planOf(filmOf("language: " + language +
                             "\nsource: A register\nmap: {projection: eurasia}\nchapters:\n"
                             "  - date: 1951\n    length: 8\n    show: [Peking, Moscow]\n"
                             "    objects:\n      - {at: {lat: 52, lon: 80}, " +
                             side + kPrimer + "}\n"));
    };
    const auto turned = planIn("he", ""), plain = planIn("en", "");
    EXPECT_TRUE(seatOf(*turned).onLeft);
    EXPECT_FALSE(seatOf(*plain).onLeft);
    EXPECT_NEAR(seatOf(*plain).anchor.x, seatOf(*turned).anchor.x, 1e-6);
    // Said by the script, a side is that of the picture.
    EXPECT_FALSE(seatOf(*planIn("he", "side: right, ")).onLeft);
}

TEST(ObjectCards, AreCited) {
    const auto plan =
        planPinned({"at: Peking, text: A page, source: A primer, in: 1, out: 7, " + kPrimer});
    const auto all = story::citationsOf(*plan);
    EXPECT_THAT(all, Contains("A primer"));
    EXPECT_THAT(story::citationsOf(*plan, plan->timeline.steps.front()), Contains("A primer"));
}

TEST(ObjectCards, AreNotInTheTextlessFilm) {
    core::Diagnostics diagnostics;
    const auto plan = frame::makePlan(
        filmOf(pinned({"at: Peking, " + kPrimer})),
        std::make_shared<const text::Typesetter>(text::defaultFonts()), {{}, true}, diagnostics);
    ASSERT_TRUE(plan);
    EXPECT_THAT(frame::describe(*plan, core::FilmTime::fromSeconds(6)).overlay, IsEmpty());
}

}  // namespace
}  // namespace ebbflow::screen::test
