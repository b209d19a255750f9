// Pictures of more than eight bits, and parts of a frame on a ground that shows through.

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "paint_fixture.hpp"

namespace ebbflow::paint::testing {
namespace {

class Deep : public PainterTest {};
class LayersOfAFrame : public PainterTest {};

struct Planes {
    std::array<std::vector<std::uint16_t>, 4> words;
    std::array<raster::PlaneTarget, 4> targets;
    int width, height;
    glm::ivec2 block;

    Planes(int w, int h, glm::ivec2 chroma) : width(w), height(h), block(chroma) {
        for (std::size_t i = 0; i < 4; ++i) {
            const auto size = sizeOf(i);
            words[i].resize(static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y));
            targets[i] = {reinterpret_cast<std::uint8_t*>(words[i].data()),
                          2 * static_cast<std::size_t>(size.x)};
        }
    }
    [[nodiscard]] glm::ivec2 blockOf(std::size_t plane) const {
        return plane == 1 || plane == 2 ? block : glm::ivec2(1);
    }
    [[nodiscard]] glm::ivec2 sizeOf(std::size_t plane) const {
        return (glm::ivec2(width, height) + blockOf(plane) - 1) / blockOf(plane);
    }
};

picture::FrameDescription gradient() {
    auto frame = plainFrame();
    frame.glows = {{{0, 0}, {0.9F, 0.9F, 0.9F, 1}, 1500, 0.8F}};
    return frame;
}

std::size_t levelsOf(const std::vector<std::uint16_t>& samples) {
    return std::set<std::uint16_t>(samples.begin(), samples.end()).size();
}

TEST_F(Deep, TenBitsHoldMoreLevelsThanEight) {
    const auto deep = makePainter(emptyWorld(), makeLights(1),
                                  {.shaderFolder = {}, .depth = raster::PictureDepth::ten});
    deep->paint(gradient(), 640, 360);
    Planes planes(640, 360, {2, 2});
    deep->startRead(raster::PlaneLayout::yuv420, {.bits = 10});
    deep->finishRead(planes.targets);
    EXPECT_GT(levelsOf(planes.words[0]), 256U);

    // The same planes from a picture of eight bits hold no more levels than it has.
    const auto eight = makePainter(emptyWorld(), makeLights(1));
    eight->paint(gradient(), 640, 360);
    eight->startRead(raster::PlaneLayout::yuv420, {.bits = 10});
    eight->finishRead(planes.targets);
    EXPECT_LE(levelsOf(planes.words[0]), 256U);
}

TEST_F(Deep, DitherIsHalfALevelOfTheDepthAskedFor) {
    const auto pictureOf = [](raster::PictureDepth depth) {
        const auto painter =
            makePainter(emptyWorld(), makeLights(1), {.shaderFolder = {}, .depth = depth});
        painter->paint(gradient(), 320, 180);
        return painter->readFloats();
    };
    const core::FloatImage fine = pictureOf(raster::PictureDepth::sixteen);
    for (const raster::PictureDepth depth :
         {raster::PictureDepth::eight, raster::PictureDepth::ten}) {
        const core::FloatImage coarse = pictureOf(depth);
        double most = 0;
        for (std::size_t i = 0; i < fine.rgba.size(); ++i)
            most = std::max(most, std::abs(double{coarse.rgba[i]} - double{fine.rgba[i]}));
        const double level = 1 / (std::pow(2, static_cast<int>(depth)) - 1);
        // Eight bits are rounded after it; ten are kept as dithered.
        EXPECT_LT(most, depth == raster::PictureDepth::eight ? 1.01 * level : 0.51 * level);
        EXPECT_GT(most, 0.4 * level);
    }
}

/// BT.709, limited range, straight colours where the picture has alpha; codes of eight bits.
std::array<double, 4> codesOf(const core::FloatImage& image, glm::ivec2 at, glm::ivec2 block,
                              bool alpha) {
    std::array<double, 4> sum{};
    for (int y = 0; y < block.y; ++y) {
        for (int x = 0; x < block.x; ++x) {
            const float* pixel = image.pixel(std::min(at.x * block.x + x, image.width - 1),
                                             std::min(at.y * block.y + y, image.height - 1));
            for (std::size_t c = 0; c < 4; ++c) sum[c] += double{pixel[c]};
        }
    }
    const double by = alpha ? std::max(sum[3], 1e-6) : block.x * block.y;
    const double r = sum[0] / by, g = sum[1] / by, b = sum[2] / by;
    const double y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    return {16 + 219 * y, 128 + 224 * (b - y) / 1.8556, 128 + 224 * (r - y) / 1.5748, sum[3]};
}

TEST_F(Deep, PlanesEqualTheFormulaWithinOneLevel) {
    const auto lights = makeLights(300);
    const struct {
        raster::PlaneLayout layout;
        glm::ivec2 block;
        bool alpha;
    } shapes[] = {{raster::PlaneLayout::yuv420, {2, 2}, false},
                  {raster::PlaneLayout::yuv422, {2, 1}, false},
                  {raster::PlaneLayout::yuv444, {1, 1}, false},
                  {raster::PlaneLayout::yuv444, {1, 1}, true},
                  {raster::PlaneLayout::yuv420, {2, 2}, true}};
    for (const auto& shape : shapes) {
        const raster::Layers layers{.map = !shape.alpha, .lights = !shape.alpha};
        const auto painter = makePainter(
            makeWorld(), lights,
            {.shaderFolder = {}, .depth = raster::PictureDepth::sixteen, .layers = layers});
        for (const auto& [width, height] : {std::pair{320, 180}, {101, 57}}) {
            painter->paint(richFrame(*lights), width, height);
            const core::FloatImage image = painter->readFloats();
            Planes planes(width, height, shape.block);
            painter->startRead(shape.layout, {.bits = 10, .alpha = shape.alpha});
            painter->finishRead(planes.targets);
            for (std::size_t p = 0; p < (shape.alpha ? 4U : 3U); ++p) {
                const glm::ivec2 size = planes.sizeOf(p);
                for (int i = 0; i < size.x * size.y; ++i) {
                    const auto codes =
                        codesOf(image, {i % size.x, i / size.x}, planes.blockOf(p), shape.alpha);
                    const double exact = p == 3 ? codes[3] * 1023 : codes[p] * 4;
                    ASSERT_NEAR(planes.words[p][static_cast<std::size_t>(i)], exact, 0.51)
                        << p << ' ' << i;
                }
            }
        }
    }
}

/// The words' picture over the rest's, as an editor lays it.
double worstOfComposition(Painter& painter, const picture::FrameDescription& frame) {
    const auto pictureOf = [&](const raster::Layers& layers) {
        painter.setLayers(layers);
        painter.paint(frame, 320, 180);
        return painter.readFloats();
    };
    const core::FloatImage whole = pictureOf({});
    const core::FloatImage below = pictureOf({.text = false});
    const core::FloatImage over = pictureOf({.map = false, .lights = false});
    double worst = 0;
    bool seen = false;
    for (std::size_t i = 0; i < whole.rgba.size(); ++i) {
        const double alpha = double{over.rgba[i / 4 * 4 + 3]};
        const double together = double{below.rgba[i]} * (1 - alpha) + double{over.rgba[i]};
        worst = std::max(worst, std::abs(together - double{whole.rgba[i]}));
        seen |= alpha > 0.5 && alpha < 1;
    }
    EXPECT_TRUE(seen) << "some of the words let the map through";
    return worst;
}

TEST_F(LayersOfAFrame, WordsOverTheRestAreTheWhole) {
    const auto lights = makeLights(300);
    const auto painter = makePainter(makeWorld(), lights,
                                     {.shaderFolder = {}, .depth = raster::PictureDepth::sixteen});
    auto frame = richFrame(*lights);
    constexpr double kTolerance = 16.0 / 65535;
    EXPECT_LT(worstOfComposition(*painter, frame), kTolerance);
    frame.dip = 0.4F;
    EXPECT_LT(worstOfComposition(*painter, frame), kTolerance) << "in a dip";
}

TEST_F(LayersOfAFrame, LightAloneLiesOnBlackAndTheMapAloneHasNone) {
    const auto lights = makeLights(300);
    const auto painter = makePainter(makeWorld(), lights);
    const auto frame = richFrame(*lights);
    painter->setLayers({.map = false, .text = false});
    const core::Image light = paint(*painter, frame);
    painter->setLayers({.lights = false, .text = false});
    const core::Image map = paint(*painter, frame);
    painter->setLayers({.text = false});
    const core::Image both = paint(*painter, frame);
    int black = 0, bright = 0;
    for (int y = 0; y < light.height; ++y) {
        for (int x = 0; x < light.width; ++x) {
            const int own = brightness(light, x, y);
            black += own <= 3;
            bright += own > 100;
            EXPECT_LE(brightness(map, x, y), brightness(both, x, y) + 6);
        }
    }
    EXPECT_GT(black, 320 * 180 / 3);
    EXPECT_GT(bright, 20);
}

TEST_F(LayersOfAFrame, ChangingThemLeavesNothingBehind) {
    const auto lights = makeLights(300);
    const auto painter = makePainter(makeWorld(), lights);
    const auto frame = richFrame(*lights);
    const core::Image first = paint(*painter, frame);
    for (const raster::Layers& other :
         {raster::Layers{.map = false, .lights = false}, raster::Layers{.lights = false},
          raster::Layers{.map = false, .text = false}}) {
        painter->setLayers(other);
        const core::Image part = paint(*painter, frame);
        EXPECT_TRUE(paint(*painter, frame) == part) << "drawn again it is the same";
        EXPECT_FALSE(part == first);
        painter->setLayers({});
        EXPECT_TRUE(paint(*painter, frame) == first);
    }
}

}  // namespace
}  // namespace ebbflow::paint::testing
