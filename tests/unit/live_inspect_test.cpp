// What the pointer's arrow is told: words of the table's rows, where the plan draws them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/paths.hpp"
#include "live/found_items.hpp"
#include "live/inspect.hpp"
#include "picture/excursion.hpp"
#include "raster/light_motion.hpp"
#include "screen/overlay.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::live {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A film, and where things of it are in the picture at a moment.
struct Map {
    std::shared_ptr<const frame::Plan> plan = test::planOf(test::filmOf(test::kFilm), "en");
    Inspector inspector{plan};
    core::FilmTime time;
    picture::Excursion away;

    [[nodiscard]] picture::CameraView camera() const {
        return away.from(story::cameraAt(plan->timeline, time));
    }
    [[nodiscard]] core::PixelPoint seen(core::MapPoint point, double height = 0) const {
        return picture::project(camera(), plan->aspect, point, height).value();
    }
    [[nodiscard]] std::optional<Found> at(core::PixelPoint point) const {
        return inspector.at(time, camera(), point);
    }
    /// Half-way of the light.
    void toLight(std::size_t light) {
        const picture::LightVertex& vertex = plan->lights->vertices.at(light);
        time = core::FilmTime::fromSeconds(vertex.departure + 0.5 * vertex.duration);
    }
    [[nodiscard]] core::PixelPoint ofLight(std::size_t light) const {
        const picture::LightVertex& vertex = plan->lights->vertices.at(light);
        const auto u = (static_cast<float>(time.seconds()) - vertex.departure) / vertex.duration;
        const float way = raster::eased(u);
        const glm::vec3 point = raster::pathPoint(
            raster::packPaths(*plan->lights), vertex.path, way, raster::laneOf(vertex, way).at,
            raster::laneScale(picture::pixelsPerKm(camera(), plan->aspect)));
        return seen({point.x, point.y}, point.z);
    }
    [[nodiscard]] std::size_t lightOf(std::int64_t count) const {
        for (std::size_t i = 0; i < plan->lights->vertices.size(); ++i) {
            if (row(i).count == count) return i;
        }
        throw std::runtime_error("no light of that row");
    }
    [[nodiscard]] const flow::Movement& row(std::size_t light) const {
        return plan->film->tables.movements.at(plan->lightPlan.movements.at(light));
    }
};

TEST(Inspector, ALightSaysItsRow) {
    Map map;
    const std::size_t light = map.lightOf(375);
    map.toLight(light);
    const auto found = map.at(map.ofLight(light));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->title, "students");
    EXPECT_THAT(found->lines,
                ElementsAre("Peking – Moscow", "August 1951: 375 people", "one light = 1 person",
                            "documented", "Source: A register"));
}

TEST(Inspector, EveryLightIsFoundWhereItIsAndSaysARowOfItsKind) {
    Map map;
    for (std::size_t light = 0; light < map.plan->lights->vertices.size(); light += 97) {
        map.toLight(light);
        const core::PixelPoint where = map.ofLight(light);
        const auto found = map.at(where);
        ASSERT_TRUE(found.has_value()) << light;
        EXPECT_LE(std::hypot(found->at.x - where.x, found->at.y - where.y), 18.0);
        const auto kind = map.plan->lights->vertices[light].look & 0xFFU;
        EXPECT_EQ(map.plan->lightPlan.kinds.at(kind).name, map.row(light).kind);
    }
}

TEST(Inspector, AnExcursionsCameraIsAsked) {
    Map map;
    const std::size_t light = map.lightOf(375);
    map.toLight(light);
    const core::PixelPoint before = map.ofLight(light);
    map.away = {{300, -200}, 3};
    const core::PixelPoint after = map.ofLight(light);
    ASSERT_GT(std::hypot(after.x - before.x, after.y - before.y), 50);
    EXPECT_EQ(map.at(after)->title, "students");
}

TEST(Inspector, APlaceSaysWhoHasLeftAndComeInTheChapter) {
    Map map;
    map.time = map.plan->timeline.steps.at(1).start;
    for (const story::LightPlace& place : map.plan->lightPlan.places) {
        if (place.id != "beijing" && place.id != "peking") continue;
        // The step looks at Harbin: come back to where this one is seen.
        map.away = {{place.at.x - map.camera().center.x, place.at.y - map.camera().center.y}, 1};
        const auto found = map.at(map.seen(place.at));
        ASSERT_TRUE(found.has_value());
        EXPECT_EQ(found->title, "Peking");
        EXPECT_THAT(found->lines, Contains("students: 375 people from here"));
        EXPECT_THAT(found->lines, Contains("Source: A register"));
        return;
    }
    FAIL() << "Peking is no place of the film";
}

TEST(Inspector, AWorkSaysHowItStands) {
    Map map;
    map.time = map.plan->timeline.steps.at(2).start;
    const story::PlannedSite& site = map.plan->sites.sites.at(0);
    core::PixelPoint where = map.seen(site.at);
    where = {where.x + site.offset.x, where.y + site.offset.y};
    ASSERT_TRUE(map.at(where).has_value());
    EXPECT_THAT(map.at(where)->lines, Contains("under construction: 1952"));
    map.time = core::FilmTime{};
    where = map.seen(site.at);
    const auto before = map.at({where.x + site.offset.x, where.y + site.offset.y});
    EXPECT_THAT(before.value_or(Found{}).lines, Not(Contains(HasSubstr("1952"))))
        << "not yet there";
}

TEST(Inspector, WhereNothingIsNothingIsFound) {
    const Map map;
    EXPECT_FALSE(map.at({5, 5}).has_value());
    EXPECT_FALSE(map.at({-4000, 90000}).has_value());
}

TEST(FoundItems, TheNoteStaysInThePicture) {
    const Map map;
    Found found;
    found.title = "students";
    found.lines = {"Peking – Moscow", std::string(200, 'w'), "Source: " + std::string(80, 'x')};
    const core::PixelBox safe = screen::safeArea(map.plan->aspect);
    for (const core::PixelPoint at :
         {core::PixelPoint{0, 0}, {1919, 0}, {1919, 1079}, {0, 1079}, {960, 540}}) {
        found.at = at;
        for (const auto& item : foundItems(found, *map.plan)) {
            const auto* box = std::get_if<picture::BoxItem>(&item);
            if (box == nullptr) continue;
            EXPECT_GE(box->box.x, safe.x);
            EXPECT_GE(box->box.y, safe.y);
            EXPECT_LE(box->box.x + box->box.width, safe.x + safe.width + 1e-6);
            EXPECT_LE(box->box.y + box->box.height, safe.y + safe.height + 1e-6);
        }
    }
}

}  // namespace
}  // namespace ebbflow::live
