// The ground: fills, fades, borders that join and that are drawn bit by bit.

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "paint_fixture.hpp"

namespace ebbflow::paint::testing {
namespace {

constexpr int kWidth = 640, kHeight = 360;

class Ground : public PainterTest {
protected:
    std::shared_ptr<const picture::Lights> none = makeLights(1);
    static core::PixelPoint pixelAt(const picture::FrameDescription& frame, core::MapPoint at) {
        const auto pixel =
            picture::project(frame.base.camera, static_cast<double>(kWidth) / kHeight, at);
        const double real = kHeight / core::kReferenceHeight;
        return {pixel->x * real, pixel->y * real};
    }
    static int brightnessAt(const core::Image& image, const picture::FrameDescription& frame,
                            core::MapPoint at) {
        const auto pixel = pixelAt(frame, at);
        return brightness(image, static_cast<int>(pixel.x), static_cast<int>(pixel.y));
    }
};

TEST_F(Ground, SeaLandAndStoryGetBrighterInThatOrder) {
    const auto painter = makePainter(makeWorld(), none);
    auto frame = plainFrame();
    frame.base.relief = false;
    frame.base.states = {{0, 1, 1}};
    const core::Image image = paint(*painter, frame, kWidth, kHeight);
    const int sea = brightnessAt(image, frame, {0, -1050}),
              land = brightnessAt(image, frame, {300, 700}),
              story = brightnessAt(image, frame, {-800, 400});
    EXPECT_GT(sea, 0) << "nothing is pure black";
    EXPECT_GT(land, sea + 30);
    EXPECT_GT(story, land + 30);
}

TEST_F(Ground, IsGradedAndItsCornersDarkenWhileLightsStay) {
    const auto painter = makePainter(makeWorld(), none);
    auto frame = plainFrame();
    frame.base.relief = false;
    frame.base.states = {{0, 1, 1}};
    const core::Image plain = paint(*painter, frame, kWidth, kHeight);
    const auto channelsAt = [&](const core::Image& image, core::MapPoint at) {
        const auto pixel = pixelAt(frame, at);
        const std::size_t i =
            4 * (static_cast<std::size_t>(pixel.y) * kWidth + static_cast<std::size_t>(pixel.x));
        return glm::ivec3(image.rgba[i], image.rgba[i + 1], image.rgba[i + 2]);
    };
    const core::MapPoint story{-800, 400};
    frame.grade.saturation = 0;
    const glm::ivec3 grey = channelsAt(paint(*painter, frame, kWidth, kHeight), story);
    EXPECT_LE(std::abs(grey.r - grey.b), 1) << "dither";
    frame.grade = {.luma = 0.5};
    const glm::ivec3 dark = channelsAt(paint(*painter, frame, kWidth, kHeight), story);
    const glm::ivec3 before = channelsAt(plain, story);
    // Half the linear light is about 0.73 of the encoded level.
    EXPECT_NEAR(dark.g, 0.73 * before.g, 3);
    frame.grade = {.temperature = 1};
    const glm::ivec3 warm = channelsAt(paint(*painter, frame, kWidth, kHeight), story);
    EXPECT_GT(warm.r, before.r + 3);
    EXPECT_LT(warm.b, before.b - 3);
    frame.grade = {.vignette = 1};
    const core::Image vignetted = paint(*painter, frame, kWidth, kHeight);
    EXPECT_EQ(brightness(vignetted, kWidth / 2, kHeight / 2),
              brightness(plain, kWidth / 2, kHeight / 2));
    EXPECT_LT(brightness(vignetted, 2, 2), brightness(plain, 2, 2));
    frame.grade = {};
    EXPECT_EQ(paint(*painter, frame, kWidth, kHeight).rgba, plain.rgba) << "nothing is left of it";
}

TEST_F(Ground, TurnsItsReliefWithTheSun) {
    const auto painter = makePainter(makeWorld(), none);
    auto frame = plainFrame();
    const core::Image usual = paint(*painter, frame, kWidth, kHeight);
    frame.base.sun = {127, 45};
    const core::Image turned = paint(*painter, frame, kWidth, kHeight);
    std::size_t brighter = 0, darker = 0;
    for (std::size_t i = 1; i < usual.rgba.size(); i += 4) {
        brighter += turned.rgba[i] > usual.rgba[i] + 2 ? 1U : 0U;
        darker += turned.rgba[i] + 2 < usual.rgba[i] ? 1U : 0U;
    }
    EXPECT_GT(brighter, 500U);
    EXPECT_GT(darker, 500U);
}

TEST_F(Ground, DoesNotSwimUnderACameraThatCreeps) {
    const auto painter = makePainter(makeWorld(), none);
    auto frame = plainFrame();
    frame.base.states = {{0, 1, 1}, {1, 0.6F, 0.3F}};
    const double pixelKm =
        1 / (picture::pixelsPerKm(frame.base.camera, static_cast<double>(kWidth) / kHeight) *
             kHeight / core::kReferenceHeight);
    core::Image last = paint(*painter, frame, kWidth, kHeight);
    for (int step = 1; step <= 10; ++step) {
        frame.base.camera.center.x += 0.1 * pixelKm;
        const core::Image next = paint(*painter, frame, kWidth, kHeight);
        double sum = 0;
        int most = 0;
        for (std::size_t i = 0; i < next.rgba.size(); ++i) {
            const int change = std::abs(next.rgba[i] - last.rgba[i]);
            sum += change;
            most = std::max(most, change);
        }
        // A tenth of a pixel moves a tenth of an edge, of which one of four samples is the least
        // step.
        EXPECT_LT(most, 40) << step;
        EXPECT_LT(sum / static_cast<double>(next.rgba.size()), 0.5) << step;
        last = next;
    }
}

TEST_F(Ground, StatesFadeIntoOneAnotherWithoutADip) {
    const auto painter = makePainter(makeWorld(), none);
    auto frame = plainFrame();
    const auto at = [&](float presence) {
        frame.base.states = {{0, 1 - presence, 0.8F}, {0, presence, 1}};
        return brightnessAt(paint(*painter, frame, kWidth, kHeight), frame, {-300, -150});
    };
    const int before = at(0), after = at(1);
    for (const float presence : {0.2F, 0.5F, 0.8F}) {
        // Half over half shows a quarter of the land below: less lift, never darker than the land.
        frame.base.states.clear();
        const int land = brightnessAt(paint(*painter, frame, kWidth, kHeight), frame, {-300, -150});
        EXPECT_GE(at(presence), land);
        EXPECT_LE(at(presence), std::max(before, after) + 3);
    }
}

TEST_F(Ground, ReliefLightsSlopesAndCanBeSwitchedOff) {
    const auto painter = makePainter(makeWorld(), none);
    auto frame = plainFrame();
    const auto spread = [&] {
        const core::Image image = paint(*painter, frame, kWidth, kHeight);
        int least = 999, most = 0;
        for (double x = 100; x < 1100; x += 12) {
            const int here = brightnessAt(image, frame, {x, 500});
            least = std::min(least, here);
            most = std::max(most, here);
        }
        return most - least;
    };
    const int lit = spread();
    frame.base.relief = false;
    EXPECT_GT(lit, spread() + 10);
}

TEST_F(Ground, VignetteDarkensTheCorners) {
    const auto painter = makePainter(emptyWorld(), none);
    const core::Image image = paint(*painter, plainFrame(), kWidth, kHeight);
    EXPECT_LT(brightness(image, 2, 2), brightness(image, kWidth / 2, kHeight / 2));
}

/// Land under a border with ever sharper corners; no states.
std::shared_ptr<const geo::World> zigzagWorld(const std::vector<glm::vec2>& points) {
    auto world = std::make_shared<geo::World>(*emptyWorld());
    addArea(world->land, {{-3000, -3000}, {3000, -3000}, {3000, 3000}, {-3000, 3000}}, nullptr, "");
    addLine(world->borders, points, false, "state");
    return world;
}

/// The least brightness over the land's along the line, from part `from` to `to` of each segment.
int faintest(const core::Image& image, const core::Image& bare,
             const picture::FrameDescription& frame, const std::vector<glm::vec2>& points) {
    int least = 999;
    for (std::size_t i = 1; i < points.size(); ++i) {
        for (float part = 0; part <= 1; part += 0.004F) {
            const glm::vec2 at = glm::mix(points[i - 1], points[i], part);
            const auto pixel = picture::project(
                frame.base.camera, static_cast<double>(kWidth) / kHeight, {at.x, at.y});
            const int x = static_cast<int>(pixel->x / 3), y = static_cast<int>(pixel->y / 3);
            // A hairline may fall between two pixels: the brightest around counts.
            int most = 0;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    most = std::max(
                        most, brightness(image, x + dx, y + dy) - brightness(bare, x + dx, y + dy));
                }
            }
            least = std::min(least, most);
        }
    }
    return least;
}

TEST_F(Ground, BordersJoinAtAnyCorner) {
    const std::vector<glm::vec2> points{{-1500, -500}, {-1000, 500}, {-900, -500}, {-860, 500},
                                        {0, 500},      {0, -500},    {900, 300},   {300, 320}};
    const auto world = zigzagWorld(points);
    const auto painter = makePainter(world, none);
    auto frame = plainFrame();
    const core::Image bare = paint(*painter, frame, kWidth, kHeight);
    frame.base.borders = {{0, 1, 1}};
    const core::Image drawn = paint(*painter, frame, kWidth, kHeight);
    EXPECT_GT(faintest(drawn, bare, frame, points), 8);
}

TEST_F(Ground, BordersAreDrawnAsFarAsTheyHaveCome) {
    const std::vector<glm::vec2> points{{-1500, 0}, {-500, 0}, {1500, 0}};
    const auto painter = makePainter(zigzagWorld(points), none);
    auto frame = plainFrame();
    const core::Image bare = paint(*painter, frame, kWidth, kHeight);
    frame.base.borders = {{0, 1, 0.5F}};
    const core::Image half = paint(*painter, frame, kWidth, kHeight);
    EXPECT_GT(faintest(half, bare, frame, {{-1480, 0}, {-30, 0}}), 8);
    EXPECT_EQ(brightnessAt(half, frame, {200, 0}), brightnessAt(bare, frame, {200, 0}));
}

TEST_F(Ground, BordersFadeWithTheirPresence) {
    const std::vector<glm::vec2> points{{-1500, 0}, {1500, 0}};
    const auto painter = makePainter(zigzagWorld(points), none);
    auto frame = plainFrame();
    const auto shown = [&](float presence) {
        frame.base.borders = {{0, presence, 1}};
        return brightnessAt(paint(*painter, frame, kWidth, kHeight), frame, {0, 0});
    };
    EXPECT_LT(shown(0), shown(0.5F));
    EXPECT_LT(shown(0.5F), shown(1));
}

TEST_F(Ground, LinesKeepTheirWidthAtAnyZoom) {
    const std::vector<glm::vec2> points{{-1500, 0}, {1500, 0}};
    const auto painter = makePainter(zigzagWorld(points), none);
    const auto ink = [&](double widthKm) {
        auto frame = plainFrame();
        frame.base.camera.widthKm = widthKm;
        const core::Image bare = paint(*painter, frame, kWidth, kHeight);
        frame.base.borders = {{0, 1, 1}};
        const core::Image drawn = paint(*painter, frame, kWidth, kHeight);
        int sum = 0;
        for (int y = 0; y < kHeight; ++y)
            sum += brightness(drawn, kWidth / 2, y) - brightness(bare, kWidth / 2, y);
        return sum;
    };
    EXPECT_NEAR(ink(3500), ink(400), 0.12 * ink(400));
}

}  // namespace
}  // namespace ebbflow::paint::testing
