// The needle points to where a place due north of the picture's middle is in the picture.

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "picture/camera.hpp"
#include "screen/furniture.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;

std::shared_ptr<const frame::Plan> planWith(const std::string& camera) {
    return planOf(
        filmOf("title: x\nsource: y\nmap: {projection: eurasia}\nscreen: {north: yes}\nchapters:\n "
               " - date: 1950\n"
               "    length: 5\n    camera: {center: Irkutsk, width: 3000 km, move: 0" +
               camera + "}\n"));
}

/// Degrees clockwise from up, of the needle's shaft; NaN where there is none.
double needleOf(const frame::Plan& plan) {
    const auto block = blockOf("north", Moment(plan, core::FilmTime::fromSeconds(3)));
    if (!block) return std::nan("");
    const auto& shaft = std::get<picture::PolylineItem>(block->items.back()).points;
    // The strokes end at the tip; the last one is a wing, the third but last the shaft.
    const auto& points =
        std::get<picture::PolylineItem>(block->items[block->items.size() - 3]).points;
    EXPECT_EQ(points.back(), shaft.back());
    const double dx = points.back().x - points.front().x, dy = points.back().y - points.front().y;
    return std::atan2(dx, -dy) * 180 / std::numbers::pi;
}

TEST(North, TurnsAgainstTheCamera) {
    const double upright = needleOf(*planWith(""));
    for (const int bearing : {-30, 15, 40, 90}) {
        const double turned = needleOf(*planWith(", bearing: " + std::to_string(bearing)));
        EXPECT_NEAR(std::remainder(turned - upright + bearing, 360.0), 0, 0.5) << bearing;
    }
}

TEST(North, FollowsTheMeridiansOfTheMap) {
    const auto plan = planWith("");
    const Moment moment(*plan, core::FilmTime::fromSeconds(3));
    const auto& projection = plan->film->world->projection;
    const auto irkutsk = plan->film->world->gazetteer.find("Irkutsk")->position;
    const auto here = picture::project(moment.camera, plan->aspect, *projection.forward(irkutsk));
    const auto beyond = picture::project(moment.camera, plan->aspect,
                                         *projection.forward({irkutsk.lon, irkutsk.lat + 1}));
    const double way =
        std::atan2(beyond->x - here->x, here->y - beyond->y) * 180 / std::numbers::pi;
    EXPECT_NEAR(needleOf(*plan), way, 0.5);
    // Irkutsk lies well to the east of the map's middle meridian.
    EXPECT_GT(std::abs(way), 3);
}

TEST(North, IsOffUnlessAskedFor) {
    const auto plan = planOf(filmOf(kFilm));
    EXPECT_FALSE(blockOf("north", Moment(*plan, core::FilmTime::fromSeconds(3))));
}

}  // namespace
}  // namespace ebbflow::screen::test
