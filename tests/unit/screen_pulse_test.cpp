// The white stroke of a `pulse`: when it runs, from where to where, and that a hold does not stop
// it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "screen/anchor.hpp"
#include "story/moment.hpp"
#include "story/ways.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// A step of eight seconds; `keys`: further keys of it.
std::shared_ptr<const frame::Plan> planWith(const std::string& keys) {
    return planOf(
        filmOf("title: x\nsource: s\n"
               "screen: {title: no, years: no, legend: no, date: no}\nchapters:\n"
               "  - {date: 1960, length: 8, show: [Moscow, Peking], screen: {title: no}" +
               keys + "}\n"));
}

using Line = picture::PolylineItem;

/// The white lines of a moment: nothing else there is quite white.
std::vector<Line> strokesAt(const frame::Plan& plan, double seconds) {
    std::vector<Line> strokes;
    for (const auto& item : frame::describe(plan, core::FilmTime::fromSeconds(seconds)).overlay) {
        const auto* line = std::get_if<Line>(&item);
        if (line != nullptr && line->colour.r == 1 && line->colour.g == 1 && line->colour.b == 1)
            strokes.push_back(*line);
    }
    return strokes;
}

core::PixelPoint placeAt(const frame::Plan& plan, double seconds, const char* name) {
    const story::Moment moment(plan, core::FilmTime::fromSeconds(seconds));
    return *anchorOf(plan, moment.camera, {.name = name, .position = {}, .place = {}});
}

double distance(core::PixelPoint a, core::PixelPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

TEST(Pulse, RunsOnceFromOnePlaceToTheOther) {
    const auto plan = planWith(", pulse: {way: [Moscow, Peking], at: 3, length: 1}");
    EXPECT_THAT(strokesAt(*plan, 2.9), IsEmpty());
    const auto moscow = placeAt(*plan, 4, "Moscow"), peking = placeAt(*plan, 4, "Peking");
    double last = distance(moscow, peking) + 1;
    for (const double t : {3.2, 3.4, 3.6, 3.8, 3.97}) {
        const auto strokes = strokesAt(*plan, t);
        ASSERT_FALSE(strokes.empty()) << t;
        const double left = distance(strokes.front().points.back(), peking);
        EXPECT_LT(left, last) << "nearer and nearer, at " << t;
        last = left;
    }
    EXPECT_LT(last, 0.1 * distance(moscow, peking));
    EXPECT_NEAR(distance(strokesAt(*plan, 3.2).front().points.front(), moscow), 0, 1)
        << "its tail is still where it set out";
    EXPECT_FALSE(strokesAt(*plan, 4.2).empty()) << "it arrives with a ring";
    EXPECT_THAT(strokesAt(*plan, 5.5), IsEmpty());
}

TEST(Pulse, GoesOnWhileTimeStands) {
    const auto plan =
        planWith(", hold: {at: 2, length: 4}, pulse: {way: [Moscow, Peking], at: 3, length: 1}");
    EXPECT_NE(strokesAt(*plan, 3.3).front().points.back().x,
              strokesAt(*plan, 3.6).front().points.back().x);
}

TEST(Pulse, OverTheMapsEdgeItIsBroken) {
    const auto plan = planOf(
        filmOf("title: x\nsource: s\nmap: {projection: plain}\nscreen: {title: no}\nchapters:\n"
               "  - {date: 1960, length: 8, camera: {center: {lat: 40, lon: 0}, width: 40000 km}, "
               "pulse: {way: [Tokyo, San Francisco], at: 1, length: 2}}\n"));
    for (double t = 1.05; t < 3; t += 0.1) {
        for (const Line& stroke : strokesAt(*plan, t)) {
            for (std::size_t i = 1; i < stroke.points.size(); ++i)
                EXPECT_LT(distance(stroke.points[i - 1], stroke.points[i]), 200)
                    << "no stroke back across the whole map, at " << t;
        }
    }
}

TEST(Pulse, TheAuditSaysThatItCountsNothing) {
    const auto plan = planWith(", pulse: [Moscow, Peking]");
    EXPECT_THAT(story::fromNoTable(plan->film->scene),
                Contains(HasSubstr("step 1: `pulse` is a stroke and stands for no row")));
}

}  // namespace
}  // namespace ebbflow::screen::test
