// Who is in places: every dot is a light of the tables or a share of a figure, and the audit counts
// the same as the picture shows.

#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/audit.hpp"
#include "frame/describe.hpp"
#include "story/crowd_counts.hpp"
#include "story/crowd_dots.hpp"
#include "story/standing_notes.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

core::FilmTime at(double seconds) {
    return core::FilmTime::fromSeconds(seconds);
}

/// 300 leave Peking and 40 Sian in July and August 1960; before and after, nobody. `flows`,
/// `presence`: lines of the film and of the two steps in the middle.
std::string withdrawal(const std::string& presence, const std::string& film = "") {
    return "title: x\nsource: s\n" + film +
           "movements:\n"
           "  - {kind: advisers, from: Peking, to: Moscow, when: 1960-07/1960-08, count: 300}\n"
           "  - {kind: advisers, from: Sian, to: Moscow, when: 1960-08, count: 40, confidence: "
           "estimate}\n"
           "  - {kind: students, from: Moscow, to: Peking, when: 1960-07/1960-08, count: 70}\n"
           "figures:\n"
           "  - {id: experts, date: 1960-01-01, value: 1292, label: experts}\n"
           "  - {id: experts, date: 1960-08-01, value: 500, label: experts, confidence: estimate}\n"
           "chapters:\n  - steps:\n"
           "      - {date: 1960-06, length: 4, show: [Moscow, Peking]}\n"
           "      - {date: 1960-07, length: 6" +
           presence +
           "}\n"
           "      - {date: 1960-08, length: 6" +
           presence +
           "}\n"
           "      - {date: 1960-09, length: 4}\n";
}

const std::string kLeaving = ", presence: {kind: advisers}";

std::int64_t dotsOf(const picture::MapPicture& frame) {
    // Sockets are smaller than those who stand.
    return std::ranges::count_if(frame.crowd,
                                 [](const picture::Dot& dot) { return dot.radius > 1.2F; });
}

std::map<std::string, const PlaceCrowd*> byPlace(const PresenceRun& run) {
    std::map<std::string, const PlaceCrowd*> crowds;
    for (const PlaceCrowd& crowd : run.crowds) crowds[crowd.placeId] = &crowd;
    return crowds;
}

TEST(Presence, EveryDotLeavesWithItsLight) {
    const auto plan = planOf(filmOf(withdrawal(kLeaving)));
    ASSERT_THAT(plan->presence, SizeIs(1)) << "one run over both steps";
    const PresenceRun& run = plan->presence.front();
    EXPECT_EQ(run.first, 1U);
    EXPECT_EQ(run.last, 2U);
    std::multiset<float> departures, dots;
    for (std::size_t i = 0; i < plan->lights->vertices.size(); ++i) {
        const auto& row = plan->film->tables.movements[plan->lightPlan.movements[i]];
        if (row.kind == "advisers") departures.insert(plan->lights->vertices[i].departure);
    }
    for (const PlaceCrowd& crowd : run.crowds) {
        for (const CrowdDot& dot : crowd.dots) dots.insert(dot.until);
    }
    EXPECT_EQ(departures, dots);
    EXPECT_THAT(dots, SizeIs(340));
}

TEST(Presence, ThePictureShowsAsManyAsHaveYetToLeave) {
    const auto plan = planOf(filmOf(withdrawal(kLeaving)));
    EXPECT_EQ(dotsOf(frame::describe(*plan, at(3.9))), 0) << "before its steps";
    EXPECT_EQ(dotsOf(frame::describe(*plan, at(5))),
              plan->presence.front().standing(plan->timeline.clock.at(5)));
    std::int64_t last = 340;
    for (double t = 4.1; t < 16; t += 0.1) {
        const std::int64_t now = dotsOf(frame::describe(*plan, at(t)));
        EXPECT_LE(now, last) << "nobody comes back, at " << t;
        last = now;
    }
    EXPECT_LE(last, 5);
    EXPECT_EQ(dotsOf(frame::describe(*plan, at(17))), 0);
}

TEST(Presence, SlotsArePackedEachOnceAndStay) {
    const auto plan = planOf(filmOf(withdrawal(kLeaving)));
    for (const PlaceCrowd& crowd : plan->presence.front().crowds) {
        std::set<std::uint32_t> slots;
        for (const CrowdDot& dot : crowd.dots) slots.insert(dot.slot);
        EXPECT_EQ(slots.size(), crowd.dots.size());
        EXPECT_EQ(*slots.rbegin() + 1, crowd.dots.size()) << "none is skipped";
    }
    // Neighbours never touch, wherever in the crowd they are.
    std::vector<core::PixelPoint> points;
    for (std::uint32_t slot = 0; slot < 2000; ++slot) points.push_back(slotOffset(slot));
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            ASSERT_GT(std::hypot(points[i].x - points[j].x, points[i].y - points[j].y), 3.2)
                << i << " and " << j;
    }
}

TEST(Presence, WhoGoesFirstStandsAnywhere) {
    const auto plan = planOf(filmOf(withdrawal(kLeaving)));
    const PlaceCrowd& peking = *byPlace(plan->presence.front()).at("beijing");
    double early = 0, late = 0;
    const std::size_t half = peking.dots.size() / 2;
    for (std::size_t i = 0; i < peking.dots.size(); ++i)
        (i < half ? early : late) += peking.dots[i].slot;
    EXPECT_NEAR(early / late, 1, 0.25) << "the crowd thins out, it is not peeled";
}

TEST(Presence, EstimatedOnesLookSofter) {
    const auto plan = planOf(filmOf(withdrawal(kLeaving)));
    const auto crowds = byPlace(plan->presence.front());
    EXPECT_EQ(crowds.at("xian")->confidence, core::Confidence::estimate);
    std::map<double, float> strengths;
    for (const picture::Dot& dot : frame::describe(*plan, at(5.5)).crowd)
        strengths[dot.at.x] = std::max(strengths[dot.at.x], dot.strength);
    EXPECT_LT(strengths.at(crowds.at("xian")->at.x), strengths.at(crowds.at("beijing")->at.x));
}

TEST(Presence, ASocketStaysForATime) {
    const auto plan = planOf(filmOf(withdrawal(kLeaving)));
    const PlaceCrowd& beijing = *byPlace(plan->presence.front()).at("beijing");
    const CrowdDot& first = *std::ranges::min_element(beijing.dots, {}, &CrowdDot::until);
    const core::PixelPoint slot = slotOffset(first.slot);
    const auto isSeen = [&](double seconds) {
        const auto crowd = frame::describe(*plan, at(seconds)).crowd;
        return std::ranges::any_of(crowd, [&](const picture::Dot& dot) {
            return dot.radius < 1.2F && dot.offset.x == slot.x && dot.offset.y == slot.y;
        });
    };
    ASSERT_LT(first.until, 9);
    EXPECT_FALSE(isSeen(first.until - 0.5)) << "somebody stands there";
    EXPECT_TRUE(isSeen(first.until + 0.2));
    EXPECT_TRUE(isSeen(first.until + 4));
    EXPECT_FALSE(isSeen(first.until + 6.5));
}

TEST(Presence, ThoseWhoArriveComeWithARing) {
    const auto plan = planOf(filmOf(withdrawal(", presence: {kind: students, who: arrived}")));
    const PresenceRun& run = plan->presence.front();
    ASSERT_THAT(run.crowds, SizeIs(1));
    EXPECT_EQ(run.crowds.front().placeId, "beijing");
    const CrowdDot& first = run.crowds.front().dots.front();
    const double came = first.from;
    const auto ringsAt = [&](double seconds) {
        const auto frame = frame::describe(*plan, at(seconds));
        const core::PixelPoint slot = slotOffset(first.slot);
        return std::ranges::count_if(frame.rings, [&](const picture::Ring& ring) {
            return ring.offset.x == slot.x && ring.offset.y == slot.y;
        });
    };
    EXPECT_EQ(ringsAt(came + 0.2), 1);
    EXPECT_EQ(ringsAt(came - 0.2), 0);
    EXPECT_EQ(ringsAt(came + 2), 0);
    EXPECT_EQ(run.standing(came - 0.01), 0);
    EXPECT_GE(run.standing(came), 1);
}

TEST(Presence, CountsAFigureAndWhatItChangesTo) {
    const auto plan = planOf(
        filmOf(withdrawal(", presence: {kind: advisers, figure: experts, at: Peking, each: 10}")));
    const PresenceRun& run = plan->presence.front();
    EXPECT_EQ(run.standing(plan->timeline.clock.at(4.5)), 129);
    EXPECT_EQ(run.standing(plan->timeline.clock.at(9.9)), 129);
    EXPECT_EQ(run.standing(plan->timeline.clock.at(10.5)), 50) << "the count of August";
    EXPECT_EQ(run.crowds.front().confidence, core::Confidence::estimate);
}

TEST(Presence, AFigureIsNotShownForOne) {
    // As a counter does, it goes a year after its date.
    auto script = withdrawal(", presence: {kind: advisers, figure: experts, at: Peking}");
    script.replace(script.find("date: 1960-01-01"), 16, "date: 1950-01-01");
    script.replace(script.find("date: 1960-08-01"), 16, "date: 1951-01-01");
    const auto plan = planOf(filmOf(script));
    EXPECT_EQ(plan->presence.front().standing(plan->timeline.clock.at(7)), 0);
}

TEST(Presence, CrowdsOfOnePlaceStandRoundOneAnother) {
    const auto plan = planOf(
        filmOf(withdrawal(", presence: [{kind: advisers}, {kind: students, who: arrived}]")));
    ASSERT_THAT(plan->presence, SizeIs(2));
    const PlaceCrowd& inner = *byPlace(plan->presence[0]).at("beijing");
    const PlaceCrowd& outer = *byPlace(plan->presence[1]).at("beijing");
    for (const CrowdDot& dot : outer.dots) EXPECT_GE(dot.slot, inner.endSlot);
    EXPECT_GT(crowdRadius(*plan, 1, "beijing"), crowdRadius(*plan, 1, "xian"));
    EXPECT_EQ(crowdRadius(*plan, 0, "beijing"), 0);
}

/// What the audit of a whole film says of its crowds.
std::vector<flow::CrowdCount> countsOf(const std::string& script) {
    return crowdCounts(*planOf(filmOf(script)));
}

TEST(CrowdCounts, HoldAtTheEndsOfEveryStep) {
    for (const char* presence :
         {", presence: {kind: advisers}", ", presence: {kind: students, who: arrived}",
          ", presence: {kind: advisers, figure: experts, at: Peking, each: 10}"}) {
        const auto counts = countsOf(withdrawal(presence));
        ASSERT_THAT(counts, SizeIs(4)) << presence;
        for (const flow::CrowdCount& count : counts) EXPECT_TRUE(count.balances()) << presence;
    }
    const auto counts = countsOf(withdrawal(kLeaving));
    EXPECT_EQ(counts[0].dots, 340);
    EXPECT_EQ(counts[0].units, 340);
    EXPECT_FALSE(counts[0].atEnd);
    EXPECT_EQ(counts[1].dots, counts[2].dots) << "a step ends as the next begins";
    EXPECT_EQ(counts[3].dots, 0);
    EXPECT_EQ(counts[3].units, 0);
}

TEST(CrowdCounts, HoldForTrainsShapesHoldsAndLightsOfMany) {
    for (const char* look :
         {"{one_light: 7}", "{trains: 8-20}", "{departures: last-few, one_light: 3}"}) {
        auto script = withdrawal(kLeaving, std::string("flows: {advisers: ") + look + "}\n");
        script.replace(script.find("length: 6"), 9, "length: 9, hold: {at: 2, length: 3}");
        const auto counts = countsOf(script);
        ASSERT_THAT(counts, SizeIs(4));
        for (const flow::CrowdCount& count : counts)
            EXPECT_TRUE(count.balances())
                << look << ": " << count.dots << " × " << count.perDot << " of " << count.units
                << ", recounted " << count.lights;
        EXPECT_LE(
            std::abs(counts[0].units - static_cast<double>(counts[0].dots * counts[0].perDot)),
            static_cast<double>(counts[0].perDot));
    }
}

TEST(CrowdCounts, SayWhenTheyDoNotHold) {
    flow::CrowdCount count = countsOf(withdrawal(kLeaving)).front();
    ASSERT_TRUE(count.balances());
    flow::Audit audit;
    audit.crowds = {count};
    EXPECT_TRUE(audit.balances());
    --audit.crowds.front().dots;
    EXPECT_FALSE(audit.balances()) << "a dot too few";
    EXPECT_THAT(flow::toText(audit), HasSubstr("does not balance"));
    audit.crowds = {count};
    audit.crowds.front().units += 1;
    EXPECT_FALSE(audit.balances()) << "a row more in the table";
}

TEST(Presence, TheLegendAndTheSourcesSayWhoTheDotsAre) {
    const auto plan = planOf(filmOf(withdrawal(kLeaving)));
    EXPECT_THAT(standingNotes(*plan, 1),
                ElementsAre("dots: advisers, yet to leave; one = 1 person"));
    EXPECT_THAT(standingNotes(*plan, 0), SizeIs(0));
    const auto counted = planOf(
        filmOf(withdrawal(", presence: {kind: advisers, figure: experts, at: Peking, each: 10}")));
    EXPECT_THAT(standingNotes(*counted, 1),
                ElementsAre("dots: experts (estimated); one = 10 people"));
    const bool credited = std::ranges::any_of(plan->credits[1], [&](const KindCredit& credit) {
        return plan->lightPlan.kinds[credit.kind].name == "advisers" && credit.count == 340;
    });
    EXPECT_TRUE(credited) << "by all of its steps, also before the first has left";
}

TEST(Presence, RefusesACrowdThatNobodyCanCount) {
    core::Diagnostics diagnostics;
    const auto film =
        filmOf(withdrawal(", presence: {kind: advisers, figure: experts, at: Peking}", ""));
    auto many = std::make_shared<film::Film>(*film);
    for (auto& figure : many->tables.figures) figure.value = 2e6;
    EXPECT_FALSE(makeStory(many, {}, diagnostics));
    EXPECT_THAT(words(diagnostics), HasSubstr("2000000 dots of `advisers` round one place"));
    EXPECT_THAT(words(diagnostics), HasSubstr("a larger `each`"));
}

}  // namespace
}  // namespace ebbflow::story::test
