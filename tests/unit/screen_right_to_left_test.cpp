// The screen in languages that are written from right to left.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "screen/furniture.hpp"
#include "screen/mirror.hpp"
#include "support/film_fixture.hpp"
#include "unit/screen_faults.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;
using testing::IsEmpty;

const std::string kTwoWays = EBBFLOW_SOURCE_DIR "/tests/data/scenes/two-ways";

const Block* blockNamed(const Furniture& furniture, std::string_view name) {
    const auto found = std::ranges::find(furniture.blocks, name, &Block::name);
    return found == furniture.blocks.end() ? nullptr : &*found;
}

/// What the script adds to a Hebrew film of two places.
std::shared_ptr<const frame::Plan> planWith(const std::string& more) {
    return planOf(filmOf("title: מסע\nlanguage: he\nsource: מקור\nmap: {projection: eurasia}\n" +
                         more +
                         "movements: [{kind: students, from: Peking, to: Moscow, when: 1951, "
                         "count: 20}]\nchapters:\n  - date: 1951\n    title: דרך\n    length: 8\n"
                         "    show: [Peking, Moscow]\n    caption: כולם יצאו לדרך.\n"));
}

Furniture furnitureOf(const frame::Plan& plan, double seconds) {
    return furnitureAt(Moment(plan, core::FilmTime::fromSeconds(seconds)));
}

double middleOf(const frame::Plan& plan) {
    return core::kReferenceHeight * plan.aspect / 2;
}

double centreOf(const Block& block) {
    return block.box.x + block.box.width / 2;
}

class RightToLeft : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Languages, RightToLeft, testing::Values("he", "ar"),
                         [](const auto& language) { return language.param; });

TEST_P(RightToLeft, PiecesNeitherOverlapNorLeaveTheSafeArea) {
    const auto plan = planOf(filmAt(kTwoWays), GetParam());
    const Faults pieces = piecesOverPieces(*plan);
    EXPECT_THAT(pieces.told, IsEmpty());
    EXPECT_GT(pieces.looked, 20U);
}

/// Every line of words, with its ink, lies on the picture: none is cropped or gone.
TEST_P(RightToLeft, AllWordsAreOnThePicture) {
    const auto plan = planOf(filmAt(kTwoWays), GetParam());
    std::size_t looked = 0;
    for (const auto time : everyHalfSecond(*plan)) {
        for (const auto& item : frame::describe(*plan, time).overlay) {
            const auto* words = std::get_if<picture::TextItem>(&item);
            if (words == nullptr) continue;
            const text::Measure& size = plan->ruler.measure(words->paragraph);
            EXPECT_GT(size.inkRight, size.inkLeft) << words->paragraph.text;
            EXPECT_GT(words->at.x + size.inkLeft, 0) << words->paragraph.text;
            EXPECT_LT(words->at.x + size.inkRight, 2 * middleOf(*plan)) << words->paragraph.text;
            ++looked;
        }
    }
    EXPECT_GT(looked, 100U);
}

TEST(RightToLeftScreen, StandsAtTheOtherSide) {
    const auto mirrored = planWith(""), plain = planWith("style: {mirror: no}\n");
    for (const char* name : {"date", "legend"}) {
        const Furniture turned = furnitureOf(*mirrored, 6), usual = furnitureOf(*plain, 6);
        const Block* const there = blockNamed(turned, name);
        const Block* const here = blockNamed(usual, name);
        ASSERT_TRUE(there != nullptr && here != nullptr) << name;
        EXPECT_NEAR(centreOf(*there) + centreOf(*here), 2 * middleOf(*plain), 0.01) << name;
        EXPECT_EQ(there->box.y, here->box.y);
    }
}

TEST(RightToLeftScreen, WhatTheScriptPlacesStaysThere) {
    const auto plan = planWith("screen: {legend: top left, date: top right}\n");
    const Furniture furniture = furnitureOf(*plan, 6);
    EXPECT_LT(centreOf(*blockNamed(furniture, "legend")), middleOf(*plan));
    EXPECT_GT(centreOf(*blockNamed(furniture, "date")), middleOf(*plan));
}

TEST(RightToLeftScreen, YearsRunToTheLeft) {
    const auto plan = planWith("screen: {years: yes}\n");
    const auto playheadAt = [&](double seconds) {
        const Furniture furniture = furnitureOf(*plan, seconds);
        const Block* const band = blockNamed(furniture, "years");
        return std::get<picture::PolylineItem>(band->items.back()).points.front().x;
    };
    EXPECT_GT(playheadAt(1), playheadAt(4));
    EXPECT_GT(playheadAt(4), playheadAt(7));
}

TEST(RightToLeftScreen, MirroringTwiceChangesNothing) {
    const auto plan = planWith("screen: {years: yes, scale: yes}\n");
    Furniture furniture = furnitureOf(*plan, 6);
    const auto boxes = [&] {
        std::vector<double> all;
        for (const Block& block : furniture.blocks) all.push_back(block.box.x);
        return all;
    };
    const auto before = boxes();
    mirror(furniture.blocks, *plan);
    EXPECT_NE(boxes(), before);
    mirror(furniture.blocks, *plan);
    const auto after = boxes();
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(after[i], before[i], 1e-6);
}

TEST(RightToLeftScreen, TheNeedleStillPointsNorth) {
    const auto shaft = [](const frame::Plan& plan) {
        const Furniture furniture = furnitureOf(plan, 6);
        const auto& points =
            std::get<picture::PolylineItem>(blockNamed(furniture, "north")->items.front()).points;
        return points.back().x - points.front().x;
    };
    const auto mirrored = planWith("screen: {north: yes}\n");
    const auto plain = planWith("screen: {north: yes}\nstyle: {mirror: no}\n");
    EXPECT_GT(std::abs(shaft(*plain)), 1) << "not upright here";
    EXPECT_NEAR(shaft(*mirrored), shaft(*plain), 0.01);
}

}  // namespace
}  // namespace ebbflow::screen::test
