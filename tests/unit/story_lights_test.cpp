// The lights: what is drawn of them at a moment, and that there are as many as the audit says.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "flow/audit.hpp"
#include "flow/paths.hpp"
#include "frame/describe.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

/// Lights of durations 1000 : 1 apart, grouped and sorted as a plan has them.
picture::Lights someLights(std::mt19937& engine, std::size_t count) {
    picture::Lights lights;
    for (int power = -4; power <= 6; ++power) {
        const double longest = std::exp2(power);
        const auto first = static_cast<std::uint32_t>(lights.vertices.size());
        for (std::size_t i = 0; i < count / 11; ++i) {
            const double share = static_cast<double>(engine()) / 4294967296.0;
            picture::LightVertex light;
            light.departure = static_cast<float>(engine() % 100000) / 1000.0F;
            light.duration = static_cast<float>(longest * (0.51 + 0.49 * share));
            lights.vertices.push_back(light);
        }
        std::ranges::sort(lights.vertices.begin() + first, lights.vertices.end(), {},
                          &picture::LightVertex::departure);
        lights.groups.push_back(
            {longest, first, static_cast<std::uint32_t>(lights.vertices.size()) - first});
    }
    return lights;
}

TEST(Lights, UnderWayIsEveryLightThatIsAndFewOthers) {
    std::mt19937 engine{1952};
    const picture::Lights lights = someLights(engine, 5500);
    for (double t = -2; t < 170; t += 0.37) {
        std::vector<bool> drawn(lights.vertices.size());
        std::size_t inRanges = 0, underWay = 0;
        const auto ranges = lightsUnderWay(lights, t);
        EXPECT_LE(ranges.size(), lights.groups.size());
        for (const picture::LightRange& range : ranges) {
            ASSERT_GT(range.count, 0U);
            for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
                ASSERT_FALSE(drawn[i]) << "drawn twice";
                drawn[i] = true;
                ++inRanges;
            }
        }
        for (std::size_t i = 0; i < lights.vertices.size(); ++i) {
            const picture::LightVertex& light = lights.vertices[i];
            const bool is = light.departure <= t && t < light.departure + light.duration;
            underWay += is ? 1 : 0;
            EXPECT_TRUE(drawn[i] || !is) << i << " at " << t;
            EXPECT_TRUE(!drawn[i] || light.departure <= t) << "not before it sets out";
        }
        // A group's durations lie within 2 : 1, so at most about half of what is drawn has arrived.
        EXPECT_LE(inRanges, 3 * underWay + 100) << t;
    }
}

TEST(Lights, ArePlannedInGroupsSortedByDeparture) {
    const auto plan = planOf(exchangeFilm());
    std::uint32_t next = 0;
    for (const picture::LightGroup& group : plan->lights->groups) {
        EXPECT_EQ(group.first, next);
        next += group.count;
        const auto begin = plan->lights->vertices.begin() + group.first;
        EXPECT_TRUE(std::ranges::is_sorted(begin, begin + group.count, {},
                                           &picture::LightVertex::departure));
        for (auto light = begin; light != begin + group.count; ++light) {
            ASSERT_LE(light->duration, group.longest);
            ASSERT_GT(light->duration, group.longest / 2);
            ASSERT_LT(light->path * flow::kPathSamples, plan->lights->paths.size());
            ASSERT_LE(std::abs(light->lane) + static_cast<float>(light->look >> 24U) / 255, 1);
        }
    }
    EXPECT_EQ(next, plan->lights->vertices.size());
}

TEST(Lights, AreAsManyAsTheAuditSays) {
    const auto plan = planOf(exchangeFilm());
    std::map<std::string, std::int64_t> perLight;
    for (const Kind& kind : plan->lightPlan.kinds) perLight[kind.name] = kind.perLight;
    const auto audit =
        flow::audit(plan->film->tables.movements, windowsOf(*plan->film, plan->timeline), perLight);
    ASSERT_TRUE(audit.balances());
    std::map<std::pair<std::string, std::string>, std::int64_t> expected, launched;
    for (const auto& cell : audit.cells) expected[{cell.chapter, cell.kind}] += cell.lights;
    for (const picture::LightVertex& light : plan->lights->vertices) {
        const auto time = core::FilmTime::fromSeconds(static_cast<double>(light.departure));
        const auto& step = plan->timeline.steps[plan->timeline.stepAt(time)];
        ++launched[{plan->film->scene.chapters[step.chapter].id,
                    plan->lightPlan.kinds[light.look & 0xFFU].name}];
    }
    std::erase_if(expected, [](const auto& entry) { return entry.second == 0; });
    EXPECT_EQ(launched, expected);
    EXPECT_GT(plan->lights->vertices.size(), 10000U);
}

TEST(Lights, NoneLeavesInAChapterWithoutThem) {
    const auto plan = planOf(exchangeFilm());
    const auto& chapters = plan->film->scene.chapters;
    const auto quiet = std::ranges::find(chapters, "quiet", &scene::Chapter::id);
    ASSERT_NE(quiet, chapters.end());
    const auto index = static_cast<std::size_t>(quiet - chapters.begin());
    const PlannedChapter& chapter = plan->timeline.chapters[index];
    for (std::size_t i = 0; i < chapter.stepCount; ++i)
        EXPECT_TRUE(plan->credits[chapter.firstStep + i].empty());
    for (const picture::LightVertex& light : plan->lights->vertices) {
        EXPECT_FALSE(light.departure >= chapter.start.seconds() &&
                     light.departure < chapter.end.seconds());
    }
}

TEST(Lights, AreNotFollowedIntoAnotherTime) {
    const auto plan = planOf(filmOf(R"(title: Film
source: A register
movements: [{kind: students, from: Peking, to: Moscow, when: 1951, count: 900}]
chapters:
  - {id: before, date: 1951, length: 6, show: [Moscow, Peking]}
  - {id: goes-on, date: 1952, length: 6}
  - {id: after, date: 1948, length: 6, transition: dip, show: [Moscow, Peking]}
  - {id: cut, date: 1949, length: 6, transition: cut, show: [Moscow, Peking]}
)"));
    const Timeline& timeline = plan->timeline;
    EXPECT_EQ(timeline.flightsOf(1).until, 12);
    EXPECT_EQ(timeline.flightsOf(2).from, 12);
    EXPECT_EQ(timeline.flightsOf(2).until, 18);
    EXPECT_TRUE(std::isinf(timeline.flightsOf(0).from) && std::isinf(timeline.flightsOf(3).until));
    const auto at = [&](double seconds) {
        return frame::describe(*plan, core::FilmTime::fromSeconds(seconds));
    };
    EXPECT_FALSE(at(7).lights.empty()) << "the camera moves on: they fly on";
    for (double seconds = 12; seconds < 24; seconds += 0.25) {
        EXPECT_TRUE(at(seconds).lights.empty()) << seconds;
        EXPECT_TRUE(at(seconds).ribbons.empty()) << seconds;
    }
}

TEST(Lights, RibbonsAreAsWideAsTheScriptSays) {
    const auto widest = [](const std::string& flows) {
        const auto plan = planOf(filmOf("title: Film\nsource: A register\n" + flows + R"(
movements: [{kind: students, from: Peking, to: Moscow, when: 1951, count: 900}]
chapters: [{date: 1951, length: 6, show: [Moscow, Peking]}]
)"));
        float width = 0;
        for (double seconds = 0; seconds < 6; seconds += 0.25) {
            for (const picture::Ribbon& ribbon :
                 frame::describe(*plan, core::FilmTime::fromSeconds(seconds)).ribbons)
                width = std::max(width, ribbon.width);
        }
        return width;
    };
    EXPECT_NEAR(widest(""), 14, 1);
    EXPECT_NEAR(widest("flows: {students: {ribbon: 8}}"), 8, 0.5);
    EXPECT_EQ(widest("flows: {students: {ribbon: 0}}"), 0);
    EXPECT_NEAR(widest("flows: {students: {like: guests}, guests: {ribbon: 4}}"), 4, 0.5);
}

TEST(Lights, LeaveOnTheirDays) {
    const auto plan = planOf(filmOf(kFilm));
    const auto& chapter = plan->timeline.chapters[0];
    const auto isStudent = [&](const picture::LightVertex& light) {
        return plan->lightPlan.kinds[light.look & 0xFFU].name == "students";
    };
    std::size_t august = 0;
    for (const picture::LightVertex& light : plan->lights->vertices) {
        const double seconds = static_cast<double>(light.departure);
        if (seconds >= chapter.end.seconds() - 1e-3 || !isStudent(light)) continue;
        const double day = chapter.dates.dayAt(seconds);
        // Floats carry a film's seconds to about a microsecond, far less than a day here.
        if (day >= core::inDays(core::startOf(core::toDay({1951, 8, 1}))) - 0.01 &&
            day <= core::inDays(core::startOf(core::toDay({1951, 9, 1}))) + 0.01)
            ++august;
    }
    EXPECT_EQ(august, 375U);
}

TEST(Lights, OneStandsForAsManyAsKeepTheFilmDrawable) {
    const auto plan = planOf(
        filmOf("movements:\n  - {kind: a, from: Peking, to: Moscow, when: 1951, count: 1000003}\n"
               "source: x\nchapters:\n  - date: 1951\n"));
    const Kind& kind = *plan->lightPlan.findKind("a");
    EXPECT_EQ(kind.perLight, 20);
    EXPECT_EQ(plan->lights->vertices.size(), 50000U);
    EXPECT_EQ(plan->lightPlan.cells.at(0).remainder, 3);
}

TEST(Lights, RingsOpenWhenAStreamBeginsNotForEveryLight) {
    const auto plan = planOf(filmOf(kFilm));
    ASSERT_FALSE(plan->rings.empty());
    EXPECT_LT(plan->rings.size(), plan->lights->vertices.size() / 20);
    EXPECT_TRUE(std::ranges::is_sorted(plan->rings, {}, &RingEvent::seconds));
    for (const RingEvent& ring : plan->rings) {
        const bool atAnEnd = std::ranges::any_of(plan->lightPlan.streams, [&](const Stream& s) {
            const auto at = [&](const std::vector<float>& times) {
                return std::ranges::binary_search(times, static_cast<float>(ring.seconds));
            };
            return s.kind == ring.kind && ((s.fromPlace == ring.place && at(s.departures)) ||
                                           (s.toPlace == ring.place && at(s.arrivals)));
        });
        EXPECT_TRUE(atAnEnd) << ring.seconds;
    }
}

}  // namespace
}  // namespace ebbflow::story::test
