#pragma once
// A small made-up world with something of everything, on Mesa's software renderer, for the
// painter's tests. Any GL error fails the test that caused it.

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "geo/world.hpp"
#include "gl/context.hpp"
#include "paint/painter.hpp"
#include "picture/description.hpp"

namespace ebbflow::paint::testing {

/// Two states side by side on one land, a lake, a river, borders with sharp corners, hills.
[[nodiscard]] std::shared_ptr<const geo::World> makeWorld();
/// A world of sea alone.
[[nodiscard]] std::shared_ptr<const geo::World> emptyWorld();
/// Four paths that rise, `count` lights on them that leave over three seconds; kinds 0 and 1 go
/// out, 2 and 3 come home.
[[nodiscard]] std::shared_ptr<const picture::Lights> makeLights(std::uint32_t count);
/// A frame with every kind of thing in it.
[[nodiscard]] picture::FrameDescription richFrame(const picture::Lights& lights);
/// A frame of nothing, 4000 km wide, straight from above.
[[nodiscard]] picture::FrameDescription plainFrame();
[[nodiscard]] std::shared_ptr<const text::Typesetter> makeTypesetter();

/// Adds a polygon, which must be convex, and its outline to `lines` when given.
void addArea(geo::AreaLayer& layer, const std::vector<glm::vec2>& ring, geo::LineLayer* lines,
             const char* kind);
void addLine(geo::LineLayer& layer, const std::vector<glm::vec2>& points, bool closed,
             const char* kind);

class PainterTest : public ::testing::Test {
protected:
    gl::HeadlessContext context{{.debug = true, .software = true}};
    void TearDown() override { EXPECT_EQ(context.takeDebugErrors(), std::vector<std::string>{}); }

    [[nodiscard]] static std::unique_ptr<Painter> makePainter(
        std::shared_ptr<const geo::World> world, std::shared_ptr<const picture::Lights> lights,
        PainterOptions options = {});
    [[nodiscard]] static core::Image paint(Painter& painter, const picture::FrameDescription& frame,
                                           int width = 320, int height = 180);
};

/// Sum of the channels, 0…765.
[[nodiscard]] int brightness(const core::Image& image, int x, int y);

}  // namespace ebbflow::paint::testing
