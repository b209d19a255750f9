// Charts, scale bars, marks and pictures: true to table, globe and time.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "flow/figure_at.hpp"
#include "frame/describe.hpp"
#include "geo/great_circle.hpp"
#include "screen/furniture.hpp"
#include "screen/marks.hpp"
#include "story/chart_plan.hpp"
#include "story/scale.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;

const std::string kEveryPiece = EBBFLOW_SOURCE_DIR "/tests/golden/furniture";

core::FilmTime at(double seconds) {
    return core::FilmTime::fromSeconds(seconds);
}

double day(int year, int month = 1) {
    return core::inDays(core::startOf(core::toDay({year, month, 1})));
}

TEST(ChartPlans, AddUpAKindYearByYear) {
    const auto plan = planOf(filmAt(kEveryPiece));
    ASSERT_EQ(plan->charts.size(), 2U);
    const story::ChartSeries& bars = plan->charts[0].series.front();
    ASSERT_EQ(bars.points.size(), 4U);
    const std::array<double, 4> expected{375, 220, 583, 1375};
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(bars.points[i].value, expected[i]);
    EXPECT_TRUE(bars.points[0].documented());
    EXPECT_FALSE(bars.points[1].documented());
    EXPECT_EQ(plan->charts[0].firstYear, 1951);
    EXPECT_EQ(plan->charts[0].lastYear, 1954);
    EXPECT_EQ(plan->charts[0].top, 1500);
}

TEST(ChartPlans, GrowWithTheDepartures) {
    const auto plan = planOf(filmAt(kEveryPiece));
    const story::ChartPoint& august = plan->charts[0].series.front().points[0];
    EXPECT_EQ(august.grownBy(day(1951, 8) - 2), 0) << "all of 1951 leave in August";
    EXPECT_NEAR(august.grownBy(day(1951, 10)), 1, 1e-9);
    const story::ChartPoint& spread = plan->charts[0].series.front().points[2];
    EXPECT_NEAR(spread.grownBy(day(1953, 7)), 0.5, 0.02);
    double before = 0;
    for (double d = day(1953); d < day(1954); d += 5) {
        EXPECT_GE(spread.grownBy(d), before);
        before = spread.grownBy(d);
    }
}

TEST(ChartPlans, TakeFiguresAsTheyWereCounted) {
    const auto plan = planOf(filmAt(kEveryPiece));
    const story::ChartSeries& line = plan->charts[1].series.front();
    for (const story::ChartPoint& point : line.points) {
        const core::Day then{static_cast<std::int64_t>(point.middle())};
        const auto* figure =
            flow::figureAt(plan->film->tables.figures, "sent", core::startOf(then));
        ASSERT_NE(figure, nullptr);
        EXPECT_EQ(point.value, figure->value);
    }
}

TEST(ChartBlocks, DrawNothingOfWhatIsStillToCome) {
    const auto plan = planOf(filmAt(kEveryPiece));
    // The 1375 of 1954 stand in the middle of that year: a filled or hollow dot from then on.
    const auto dots = [&](double seconds) {
        const auto block = blockOf("chart", Moment(*plan, at(seconds)));
        std::size_t count = 0;
        for (const picture::OverlayItem& item : block->items) {
            const auto* box = std::get_if<picture::BoxItem>(&item);
            count += box != nullptr && std::abs(box->radius - 4.5F) < 0.01F ? 1U : 0U;
        }
        return count;
    };
    std::size_t before = 0;
    for (const story::PlannedStep& step : plan->timeline.steps) {
        const auto& script = plan->film->scene.chapters[step.chapter].steps[step.step];
        if (!script.screen.chart || script.screen.chart->bars) continue;
        for (double t = step.start.seconds(); t < step.end().seconds(); t += 0.5) {
            EXPECT_GE(dots(t), before);
            before = dots(t);
        }
    }
    EXPECT_EQ(before, 4U);
}

TEST(ScaleBars, AreTrueOnTheGlobeForAnyProjectionAndCamera) {
    for (const char* projection :
         {"+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84", "+proj=merc +datum=WGS84",
          "+proj=lcc +lat_1=30 +lat_2=60 +lat_0=50 +lon_0=80 +datum=WGS84"}) {
        const auto plan =
            planOf(filmOf("map: {projection: \"" + std::string(projection) + "\"}\n" + kFilm));
        for (const auto& view : {story::cameraAt(plan->timeline, at(1)),
                                 story::cameraAt(plan->timeline, plan->timeline.length)}) {
            const auto pixels = story::pixelsFor(*plan, view, 200);
            ASSERT_TRUE(pixels) << projection;
            const auto ends = [&](double side) {
                const auto point =
                    picture::unproject(view, plan->aspect, {960 + side * *pixels / 2, 540});
                return *plan->film->world->projection.inverse(*point);
            };
            EXPECT_NEAR(geo::greatCircleKm(ends(-1), ends(1)), 200, 0.5) << projection;
        }
    }
}

TEST(ScaleBars, HaveRoundLengths) {
    for (const auto& [km, round] : {std::pair{1.0, 1.0},
                                    {1.9, 1.0},
                                    {2.0, 2.0},
                                    {4.99, 2.0},
                                    {7.0, 5.0},
                                    {999.0, 500.0},
                                    {1000.0, 1000.0}})
        EXPECT_EQ(story::roundBelow(km), round) << km;
}

TEST(ScaleBars, AreDashedOrGoneWhereTheMapIsTilted) {
    const auto lines = [](const std::string& tilt) {
        const auto plan =
            planOf(filmOf("source: A register\nscreen: {scale: yes}\nchapters:\n"
                          "  - {date: 1951, camera: {center: Peking, width: 2000 km, "
                          "tilt: " +
                          tilt + "}}\n"));
        const auto block = blockOf("scale", Moment(*plan, at(2)));
        return block ? std::ranges::count_if(
                           block->items,
                           [](const picture::OverlayItem& item) {
                               return std::holds_alternative<picture::PolylineItem>(item);
                           })
                     : 0;
    };
    EXPECT_EQ(lines("0"), lines("20"));
    EXPECT_GT(lines("20"), 0);
    EXPECT_GT(lines("30"), lines("20"));
    EXPECT_EQ(lines("50"), 0);
}

TEST(Marks, AreDrawnInOneStrokeAndStayOnTheirPlaces) {
    const auto plan = planOf(filmAt(kEveryPiece));
    const story::PlannedStep& step = plan->timeline.steps[1];
    const auto length = [&](double since) {
        std::vector<picture::OverlayItem> items;
        Overlay overlay(*plan, items);
        describeMarks(plan->markSeats, Moment(*plan, step.start + at(since)), overlay);
        double sum = 0;
        for (const picture::OverlayItem& item : items) {
            const auto* line = std::get_if<picture::PolylineItem>(&item);
            for (std::size_t i = 1; line != nullptr && i < line->points.size(); ++i)
                sum += std::hypot(line->points[i].x - line->points[i - 1].x,
                                  line->points[i].y - line->points[i - 1].y);
        }
        return sum;
    };
    EXPECT_EQ(length(0), 0);
    EXPECT_GT(length(0.3), 0);
    EXPECT_GT(length(0.5), length(0.3));
    EXPECT_NEAR(length(0.7), length(0.95), 1) << "the ring is whole, the arrow not begun";
    EXPECT_GT(length(2), length(0.95));
}

TEST(Pictures, MoveSlowlyInsideThemselvesAndCarryTheirCredit) {
    const auto plan = planOf(filmAt(kEveryPiece));
    std::size_t shown = 0, credits = 0;
    for (double t = 0; t < plan->timeline.length.seconds(); t += 0.04) {
        const auto now = frame::describe(*plan, at(t)).overlay;
        for (const picture::OverlayItem& item : now) {
            if (const auto* words = std::get_if<picture::TextItem>(&item))
                credits += words->paragraph.text.starts_with("Relief:") ? 1U : 0U;
            const auto* image = std::get_if<picture::ImageItem>(&item);
            if (image == nullptr) continue;
            ++shown;
            EXPECT_GE(image->crop.x, 0);
            EXPECT_GE(image->crop.y, 0);
            EXPECT_LE(image->crop.x + image->crop.width, 1);
            EXPECT_LE(image->crop.y + image->crop.height, 1);
            // Neither stretched nor squeezed.
            const double own = static_cast<double>(image->picture->width) / image->picture->height;
            EXPECT_NEAR(own * image->crop.width / image->crop.height,
                        image->box.width / image->box.height, 1e-6);
        }
    }
    EXPECT_GT(shown, 100U);
    EXPECT_EQ(shown, credits);
}

}  // namespace
}  // namespace ebbflow::screen::test
