// Films of any time: of a day by the hour, from before Christ, and of no time at all.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// All words of a frame beside the map.
std::vector<std::string> wordsAt(const frame::Plan& plan, double seconds) {
    std::vector<std::string> words;
    const auto frame = frame::describe(plan, core::FilmTime::fromSeconds(seconds));
    for (const picture::OverlayItem& item : frame.overlay) {
        if (const auto* text = std::get_if<picture::TextItem>(&item))
            words.push_back(text->paragraph.text);
    }
    return words;
}

std::string scriptOf(const std::string& rows, const std::string& date) {
    return "title: A film\nsource: made up for this test\nmovements:\n" + rows +
           "screen: {date: yes, years: yes}\nchapters:\n  - title: One\n    steps:\n      - " +
           date + "length: 8\n        show: [Peking, Moscow]\n";
}

TEST(FilmsOfAnyTime, OneOfADayShowsItsClock) {
    const auto plan = planOf(filmOf(scriptOf(
        "  - {kind: students, from: Peking, to: Moscow, when: \"2019-05-01T07:00\", count: 90}\n"
        "  - {kind: students, from: Moscow, to: Peking, when: \"2019-05-01 18:00\", count: 60}\n",
        "date: 2019-05-01\n        ")));
    EXPECT_THAT(wordsAt(*plan, 4), AllOf(Contains("1 May 2019, 12:00"), Contains("06:00")));
    EXPECT_THAT(wordsAt(*plan, 2.05), Contains("1 May 2019, 06:00"));
    // Each light leaves when the clock has come to its minute.
    ASSERT_EQ(plan->lightPlan.streams.size(), 2U);
    for (const story::Stream& stream : plan->lightPlan.streams) {
        const double expected = stream.departures.size() == 90 ? 8.0 * 7 / 24 : 8.0 * 18 / 24;
        for (const float departure : stream.departures) EXPECT_NEAR(departure, expected, 0.01);
    }
    EXPECT_TRUE(plan->streamGraph.byClock);
    EXPECT_EQ(plan->streamGraph.bands.at(0).perBin.size(), 144U);
}

TEST(FilmsOfAnyTime, OneOfAMorningHasTheBandOfItsHours) {
    const auto plan = planOf(filmOf(scriptOf(
        "  - {kind: students, from: Peking, to: Moscow, when: \"2019-05-01T07:00\", count: 90}\n",
        "date: 2019-05-01T06:00/2019-05-01T11:59\n        ")));
    const core::Span& band = plan->streamGraph.span;
    EXPECT_EQ(core::toString(band.from), "2019-05-01T06:00");
    EXPECT_EQ(core::toString(band.until), "2019-05-01T12:00");
    EXPECT_EQ(core::toString(plan->timeline.chapters[0].span.until), "2019-05-01T12:00");
}

TEST(FilmsOfAnyTime, OneBeforeChrist) {
    const auto plan = planOf(filmOf(scriptOf(
        "  - {kind: students, from: Peking, to: Moscow, when: 733 BC, count: 200}\n"
        "  - {kind: students, from: Peking, to: Moscow, when: \"-0599/-0590\", count: 300}\n",
        "date: 800 BC/591 BC\n        ")));
    EXPECT_THAT(wordsAt(*plan, 0), AllOf(Contains("800 BC"), Not(Contains("900 BC"))));
    EXPECT_THAT(wordsAt(*plan, 4.02), AllOf(Contains("695 BC"), Contains("700 BC")));
    std::size_t lights = 0;
    for (const story::Stream& stream : plan->lightPlan.streams) lights += stream.departures.size();
    EXPECT_EQ(lights, 500U);
}

TEST(FilmsOfAnyTime, OneWithoutDatesShowsNone) {
    const auto plan = planOf(
        filmOf(scriptOf("  - {kind: students, from: Peking, to: Moscow, count: 200}\n", "")));
    EXPECT_FALSE(plan->timeline.dated);
    for (const double at : {0.0, 2.0, 7.9})
        EXPECT_THAT(wordsAt(*plan, at), Each(Not(testing::ContainsRegex("[0-9][0-9][0-9]"))));
    EXPECT_EQ(plan->lightPlan.streams.at(0).departures.size(), 200U);
    const story::Moment moment(*plan, core::FilmTime::fromSeconds(2));
    EXPECT_EQ(moment.presence({}), 1);
    EXPECT_EQ(moment.presence({core::toDay({1922, 1, 1}), {}}), 0)
        << "nobody knows which borders a film without dates has";
}

TEST(FilmsOfAnyTime, SoftDatesLookLikeEstimates) {
    for (const auto& [when, soft] : {std::pair{"1951", false},
                                     {"195X", true},
                                     {"1951-21", true},
                                     {"1951-XX", true},
                                     {"1951~", true},
                                     {"\"1951?\"", true}}) {
        const auto plan = planOf(
            filmOf(scriptOf(std::string("  - {kind: students, from: Peking, to: Moscow, when: ") +
                                when + ", count: 20, confidence: documented}\n",
                            "date: 1950/1959\n        ")));
        const auto expected = soft ? core::Confidence::estimate : core::Confidence::documented;
        EXPECT_EQ(plan->lightPlan.streams.at(0).confidence, expected) << when;
        for (const auto& light : plan->lightPlan.lights.vertices)
            EXPECT_EQ(light.look >> 8, static_cast<std::uint32_t>(expected)) << when;
    }
}

}  // namespace
}  // namespace ebbflow::screen::test
