// The grid of chapters: every chapter has a cell, arrows and a pointer reach each of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "live/chapter_grid.hpp"
#include "live/chapter_stills.hpp"
#include "live/commands.hpp"
#include "live/grid_hands.hpp"
#include "live/grid_items.hpp"
#include "support/live_film.hpp"

namespace ebbflow::live {
namespace {

using gl::Key;
using Kind = gl::Pointer::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr core::PixelBox kArea{96, 54, 1728, 972};

std::vector<Command> chapter(std::int64_t number) {
    return {commandNamed("chapter", {number})};
}

TEST(GridLayout, CellsFillTheAreaAndNoneIsOverAnother) {
    for (const double aspect : {16.0 / 9, 9.0 / 16, 1.0}) {
        for (std::size_t count = 1; count <= 40; ++count) {
            const GridLayout layout = gridLayout(count, aspect, kArea, 46, 560);
            ASSERT_EQ(layout.pictures.size(), count);
            for (std::size_t i = 0; i < count; ++i) {
                const core::PixelBox& box = layout.pictures[i];
                EXPECT_NEAR(box.width / box.height, aspect, 1e-9);
                EXPECT_GE(box.x, kArea.x - 1e-6);
                EXPECT_GE(box.y, kArea.y - 1e-6);
                EXPECT_LE(box.x + box.width, kArea.x + kArea.width + 1e-6);
                EXPECT_LE(box.y + box.height + layout.caption, kArea.y + kArea.height + 1e-6);
                // The first that holds its middle is itself: none lies over it.
                EXPECT_EQ(layout.cellAt({box.x + box.width / 2, box.y + box.height / 2}), i);
            }
        }
    }
}

TEST(ChapterGrid, ArrowsReachEveryCellAndStayInside) {
    const GridLayout layout = gridLayout(7, 16.0 / 9, kArea, 46, 560);
    ChapterGrid grid;
    grid.toggle(0);
    std::set<std::size_t> reached{grid.chosen()};
    for (int i = 0; i < 20; ++i) {
        EXPECT_THAT(pressInGrid(grid, Key::right, layout).value(), IsEmpty());
        reached.insert(grid.chosen());
    }
    EXPECT_EQ(reached.size(), 7U);
    EXPECT_EQ(grid.chosen(), 6U);
    (void)pressInGrid(grid, Key::up, layout);
    EXPECT_EQ(grid.chosen(), 6 - layout.columns);
    (void)pressInGrid(grid, Key::down, layout);
    for (int i = 0; i < 20; ++i) (void)pressInGrid(grid, Key::pageUp, layout);
    EXPECT_EQ(grid.chosen(), 0U);
}

TEST(ChapterGrid, EnterGoesThereAndEscapeCloses) {
    const GridLayout layout = gridLayout(7, 16.0 / 9, kArea, 46, 560);
    ChapterGrid grid;
    grid.toggle(3);
    ASSERT_TRUE(grid.isOpen());
    EXPECT_EQ(pressInGrid(grid, Key::enter, layout), chapter(4));
    EXPECT_THAT(pressInGrid(grid, Key::escape, layout).value(),
                ElementsAre(commandNamed("chapters")));
    EXPECT_FALSE(pressInGrid(grid, U's', layout).has_value()) << "other keys mean what they mean";
    grid.toggle(0);
    EXPECT_FALSE(grid.isOpen());
}

TEST(ChapterGrid, AClickGoesToItsCellAndBesideThemCloses) {
    const GridLayout layout = gridLayout(7, 16.0 / 9, kArea, 46, 560);
    const core::PixelBox& box = layout.pictures[2];
    ChapterGrid grid;
    grid.toggle(0);
    EXPECT_THAT(pointInGrid(grid, {.kind = Kind::moved, .at = {box.x + 9, box.y + 9}}, layout),
                IsEmpty());
    EXPECT_EQ(grid.chosen(), 2U);
    EXPECT_EQ(pointInGrid(grid, {.kind = Kind::released, .at = {box.x + 9, box.y + 9}}, layout),
              chapter(3));
    EXPECT_THAT(pointInGrid(grid, {.kind = Kind::released, .at = {1, 1}}, layout),
                ElementsAre(commandNamed("chapters")));
}

TEST(ChapterGrid, GoingToAChapterClosesIt) {
    test::FilmInHand film(Mode::play);
    const Command open = commandNamed("chapters");
    open.row->does(film, open.arguments);
    ASSERT_TRUE(film.grid().isOpen());
    const Command go = chapter(2).front();
    go.row->does(film, go.arguments);
    EXPECT_FALSE(film.grid().isOpen());
    EXPECT_EQ(film.playback().time(), test::at(65));
}

TEST(ChapterStills, AreMadeOneByOneAndForgottenWithThePlan) {
    ChapterStills stills;
    const auto plan = std::make_shared<const frame::Plan>(test::smallPlan());
    EXPECT_EQ(stills.missingOf(plan), 0U);
    stills.keep(0, core::Image(4, 4));
    EXPECT_EQ(stills.missingOf(plan), 1U);
    stills.keep(1, core::Image(4, 4));
    EXPECT_FALSE(stills.missingOf(plan).has_value());
    const auto other = std::make_shared<const frame::Plan>(test::smallPlan("zh-Hans"));
    EXPECT_EQ(stills.missingOf(other), 0U);
    EXPECT_EQ(stillTime(*plan, 1), test::at(65 + 39));
}

TEST(GridItems, ShowEveryChapterWithItsNumberAndTheStillsThatThereAre) {
    const frame::Plan plan = test::smallPlan();
    GridView grid;
    grid.stills = {std::make_shared<const core::Image>(4, 4), nullptr};
    std::size_t pictures = 0;
    std::vector<std::string> words;
    for (const auto& item : gridItems(grid, plan)) {
        if (const auto* text = std::get_if<picture::TextItem>(&item))
            words.push_back(text->paragraph.text);
        if (std::holds_alternative<picture::ImageItem>(item)) ++pictures;
    }
    EXPECT_THAT(words, ElementsAre("1  One", "2  Two"));
    EXPECT_EQ(pictures, 1U);
}

}  // namespace
}  // namespace ebbflow::live
