// Counters that run with what moves, and a hero: one number that has the screen to itself.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/schedule.hpp"
#include "screen/furniture.hpp"
#include "story/kind_counter.hpp"
#include "support/film_fixture.hpp"
#include "unit/screen_faults.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Moment at(const frame::Plan& plan, double seconds) {
    return {plan, core::FilmTime::fromSeconds(seconds)};
}

/// One step before, two with the hero, one after.
std::string heroFilm(const std::string& departures = "even") {
    return "title: Film\nsource: The register\n"
           "movements:\n"
           "  - {kind: home, from: Peking, to: Moscow, when: 1960-01/1960-06, count: 100}\n"
           "  - {kind: home, from: Harbin, to: Moscow, when: 1960-07-01/1960-08-31, count: 1390, "
           "confidence: documented}\n"
           "flows:\n  home: {label: experts, going: home, departures: " +
           departures +
           "}\n"
           "chapters:\n  - steps:\n"
           "      - {date: 1960-01/1960-06, length: 6, show: [Moscow, Harbin]}\n"
           "      - {date: 1960-07, length: 6, screen: {counters: {kind: home, size: hero}}}\n"
           "      - {date: 1960-08, length: 6, screen: {counters: {kind: home, size: hero}}}\n"
           "      - {date: 1960-09, length: 6}\n";
}

/// Of the second step with the hero.
Moment atTheEnd(const frame::Plan& plan) {
    return {plan, core::FilmTime::fromSeconds(18) - core::FilmTime::fromTicks(1)};
}

std::vector<std::string> wordsAt(const Moment& moment) {
    std::vector<std::string> words;
    const auto block = blockOf("counters", moment);
    if (!block) return words;
    for (const picture::OverlayItem& item : block->items)
        words.push_back(std::get<picture::TextItem>(item).paragraph.text);
    return words;
}

std::vector<std::string> piecesAt(const frame::Plan& plan, double seconds) {
    std::vector<std::string> names;
    for (const Block& block : furnitureAt(at(plan, seconds)).blocks) names.emplace_back(block.name);
    return names;
}

class KindCounters : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Shapes, KindCounters, testing::Values("even", "first-many", "last-few"),
                         [](const auto& shape) {
                             std::string name = shape.param;
                             std::erase(name, '-');
                             return name;
                         });

TEST_P(KindCounters, RunFromNothingToWhatTheTableSaysAcrossTheirSteps) {
    const auto plan = planOf(filmOf(heroFilm(GetParam())));
    std::int64_t last = 0;
    for (double seconds = 6; seconds < 17.99; seconds += 0.04) {
        const auto now = story::countedAt(at(*plan, seconds), "home").left;
        EXPECT_GE(now, last) << "at " << seconds;
        last = now;
    }
    EXPECT_LE(story::countedAt(at(*plan, 6), "home").left, 1);
    EXPECT_EQ(story::countedAt(atTheEnd(*plan), "home").left, 1390);
}

TEST_P(KindCounters, AreTheRowsCountOnEveryDay) {
    const auto plan = planOf(filmOf(heroFilm(GetParam())));
    const flow::Movement& row = plan->film->tables.movements[1];
    const auto film = flow::filmSpan(story::windowsOf(*plan->film, plan->timeline));
    for (const double seconds : {7.0, 9.5, 12.0, 14.25, 17.0}) {
        const Moment moment = at(*plan, seconds);
        EXPECT_EQ(story::countedAt(moment, "home").left,
                  flow::countWithin(row, {row.when.span().from, moment.now() + 1}, *film));
    }
}

TEST(CountersOfMovement, AreInterpolatedUntilTheRowIsThrough) {
    const auto plan = planOf(filmOf(heroFilm()));
    EXPECT_EQ(story::countedAt(at(*plan, 10), "home").confidence, core::Confidence::interpolated);
    EXPECT_EQ(story::countedAt(atTheEnd(*plan), "home").confidence, core::Confidence::documented);
    EXPECT_THAT(wordsAt(atTheEnd(*plan)), ElementsAre("1,390", "experts"));
    EXPECT_EQ(wordsAt(at(*plan, 10)).at(1), "experts (interpolated)");
    EXPECT_THAT(wordsAt(at(*plan, 3)), IsEmpty());
}

TEST(Hero, HasTheScreenToItself) {
    const auto plan = planOf(filmOf(heroFilm()));
    EXPECT_THAT(piecesAt(*plan, 3), testing::IsSupersetOf({"sources", "years", "date", "legend"}));
    for (const double seconds : {8.0, 12.0, 16.0})
        EXPECT_THAT(piecesAt(*plan, seconds), UnorderedElementsAre("sources", "counters"));
    EXPECT_THAT(piecesAt(*plan, 21), testing::IsSupersetOf({"sources", "years", "date"}));
    EXPECT_THAT(piecesOverPieces(*plan).told, IsEmpty());
}

TEST(Hero, OthersFadeRatherThanJump) {
    const auto plan = planOf(filmOf(heroFilm()));
    double last = 1;
    for (double seconds = 5.5; seconds < 7; seconds += 0.02) {
        double now = 0;
        for (const Block& block : furnitureAt(at(*plan, seconds)).blocks) {
            if (block.name == "date")
                now = std::get<picture::TextItem>(block.items.front()).opacity;
        }
        EXPECT_LE(now, last + 1e-6) << seconds;
        EXPECT_GE(now, last - 0.1) << seconds;
        last = now;
    }
    EXPECT_EQ(last, 0);
}

TEST(Hero, IsReadAcrossAHall) {
    const auto plan = planOf(filmOf(heroFilm()));
    const auto block = blockOf("counters", at(*plan, 12));
    ASSERT_TRUE(block);
    const auto& number = std::get<picture::TextItem>(block->items.front()).paragraph;
    EXPECT_GE(plan->ruler.measure(number).height, 150) << "of 1080";
    EXPECT_EQ(block->position, "left");
}

}  // namespace
}  // namespace ebbflow::screen::test
