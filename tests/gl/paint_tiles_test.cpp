// Which tiles are marked, and that every light stays inside the tiles that were foreseen for it:
// what shines elsewhere would be cut off, or never wiped away.

#include <epoxy/gl.h>

#include <algorithm>
#include <functional>
#include <limits>

#include "core/hash.hpp"
#include "paint/glow_painter.hpp"
#include "paint/light_painter.hpp"
#include "paint/tile_painter.hpp"
#include "paint_fixture.hpp"
#include "raster/tile_set.hpp"

namespace ebbflow::paint::testing {
namespace {

/// Of a pixel among those of all rows, from the bottom.
std::size_t indexOf(const raster::TileSet& tiles, int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(tiles.width()) +
           static_cast<std::size_t>(x);
}

/// How many rectangles lie over each pixel, rows from the bottom.
std::vector<int> coverOf(const raster::TileSet& tiles) {
    std::vector<int> cover(indexOf(tiles, 0, tiles.height()));
    for (const glm::ivec4& r : tiles.rectangles()) {
        for (int y = r.y; y < r.w; ++y) {
            for (int x = r.x; x < r.z; ++x) ++cover.at(indexOf(tiles, x, y));
        }
    }
    return cover;
}

bool holds(const raster::TileSet& tiles, const std::vector<int>& cover, int x, int y) {
    return cover.at(indexOf(tiles, x, y)) > 0;
}

TEST(TileSets, RectanglesCoverWhatIsMarkedOnceAndNothingElse) {
    constexpr int kWidth = 1000, kHeight = 530;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        raster::TileSet tiles(kWidth, kHeight);
        std::vector<raster::PixelRect> boxes;
        for (std::uint64_t i = 0; i < 12; ++i) {
            const auto unit = [&](std::uint64_t salt) {
                const std::uint64_t bits = core::mixBits(seed * 1000 + i * 8 + salt);
                return static_cast<float>(core::unitInterval(bits));
            };
            const float x = unit(1) * 1200 - 100, y = unit(2) * 700 - 80;
            boxes.push_back({x, y, x + unit(3) * 150, y + unit(4) * 90});
            tiles.mark(boxes.back());
        }
        const std::vector<int> cover = coverOf(tiles);
        EXPECT_LE(*std::ranges::max_element(cover), 1) << "none lies over another";
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                constexpr int side = raster::TileSet::kSide;
                const int column = x / side, row = y / side;
                const auto left = static_cast<float>(column * side);
                const auto bottom = static_cast<float>(row * side);
                const bool expected = std::ranges::any_of(boxes, [&](const raster::PixelRect& box) {
                    return box.left < left + side && box.right >= left &&
                           box.bottom < bottom + side && box.top >= bottom;
                });
                ASSERT_EQ(holds(tiles, cover, x, y), expected) << x << ' ' << y;
            }
        }
    }
}

TEST(TileSets, FarBoxesAreCutAtTheEdgeAndAllIsOneRectangle) {
    raster::TileSet tiles(100, 70);
    tiles.mark({-1e9F, -1e9F, -1, 1e9F});
    tiles.mark({100 + raster::TileSet::kSide, 0, 1e30F, 10});
    EXPECT_TRUE(tiles.empty());
    tiles.mark({-1e30F, -1e30F, 1e30F, 1e30F});
    raster::TileSet all(100, 70);
    all.markAll();
    EXPECT_EQ(tiles.rectangles(), all.rectangles());
    EXPECT_EQ(all.rectangles(), (std::vector<glm::ivec4>{{0, 0, 100, 70}}));
    all.remove(tiles);
    EXPECT_TRUE(all.empty());
}

TEST(TileSets, SmallerTargetsHoldEveryTexelTheyTouch) {
    EXPECT_EQ(smaller(std::vector<glm::ivec4>{{32, 64, 101, 99}}, 4),
              (std::vector<glm::ivec4>{{8, 16, 26, 25}}));
}

class Coverage : public PainterTest {
protected:
    static constexpr int kWidth = 960, kHeight = 540;
    Programs programs{""};
    Fullscreen fullscreen;
    gl::Buffer viewBuffer = gl::Buffer::streaming("view");

    struct Drawn {
        raster::LightTiles tiles{kWidth, kHeight};
        std::vector<float> light, bloom;  ///< RGBA, rows from the bottom
        int bloomWidth = 0;
    };

    static std::vector<float> valuesOf(const gl::Texture& texture) {
        std::vector<float> values(static_cast<std::size_t>(texture.width() * texture.height()) * 4);
        glGetTextureImage(texture.name(), 0, GL_RGBA, GL_FLOAT,
                          static_cast<GLsizei>(values.size() * sizeof(float)), values.data());
        return values;
    }

    /// The lights and ribbons of a frame and their bloom, nowhere held back.
    Drawn draw(const std::shared_ptr<const picture::Lights>& lights,
               const picture::FrameDescription& frame) {
        raster::ViewBlock view = raster::makeViewBlock(frame.base.camera, kWidth, kHeight);
        view.filmSeconds = static_cast<float>(frame.filmSeconds);
        viewBuffer.replace(std::as_bytes(std::span(&view, 1)));
        glBindBufferBase(GL_UNIFORM_BUFFER, 0, viewBuffer.name());
        const gl::Texture texture = gl::Texture::image(GL_RGBA16F, kWidth, kHeight, "lights");
        const auto target = gl::Framebuffer::of({&texture}, "lights");
        target.bind();
        glClearColor(0, 0, 0, 0);
        glClear(GL_COLOR_BUFFER_BIT);
        LightPainter painter(lights, fullscreen);
        const double pixels =
            picture::pixelsPerKm(frame.base.camera, static_cast<double>(kWidth) / kHeight);
        const gl::Texture ground = gl::Texture::image(GL_RGBA16F, kWidth, kHeight, "ground");
        painter.paint(programs, frame, {ground, {}}, pixels);
        GlowPainter glow(fullscreen);
        raster::TileSet all(kWidth, kHeight);
        all.markAll();
        glow.paint(programs, texture, {}, all);
        Drawn drawn;
        painter.mark(frame, view, pixels, drawn.tiles);
        drawn.light = valuesOf(texture);
        drawn.bloom = valuesOf(glow.picture());
        drawn.bloomWidth = glow.picture().width();
        return drawn;
    }

    static bool shines(const std::vector<float>& values, int index) {
        const float* texel = values.data() + std::ptrdiff_t{4} * index;
        return texel[0] > 0 || texel[1] > 0 || texel[2] > 0;
    }

    /// Of the pixels that shine: how many there are, and how many lie outside of the tiles.
    struct Count {
        int shining = 0, outside = 0;
    };
    static Count lightOutside(const Drawn& drawn) {
        Count count;
        const std::vector<int> cover = coverOf(drawn.tiles.drawn);
        for (int i = 0; i < kWidth * kHeight; ++i) {
            if (!shines(drawn.light, i)) continue;
            ++count.shining;
            if (cover[static_cast<std::size_t>(i)] == 0) ++count.outside;
        }
        return count;
    }
    static Count bloomOutside(const Drawn& drawn) {
        Count count;
        const std::vector<int> cover = coverOf(drawn.tiles.shining);
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                if (!shines(drawn.bloom, y / 4 * drawn.bloomWidth + x / 4)) continue;
                ++count.shining;
                if (!holds(drawn.tiles.shining, cover, x, y)) ++count.outside;
            }
        }
        return count;
    }
};

TEST_F(Coverage, HoldsEveryLightAndItsBloom) {
    const auto lights = makeLights(400);
    int shining = 0;
    for (const double width : {6000.0, 2000.0, 500.0}) {
        for (const double tilt : {0.0, 40.0}) {
            for (const double seconds : {0.2, 1.0, 2.9}) {
                auto frame = richFrame(*lights);
                frame.base.camera = {{100, 40}, width, tilt, 25};
                frame.filmSeconds = seconds;
                const Drawn drawn = draw(lights, frame);
                shining += lightOutside(drawn).shining;
                EXPECT_EQ(lightOutside(drawn).outside, 0) << width << ' ' << tilt << ' ' << seconds;
                EXPECT_EQ(bloomOutside(drawn).outside, 0) << width << ' ' << tilt << ' ' << seconds;
            }
        }
    }
    EXPECT_GT(shining, 80'000) << "there was something to hold";
}

TEST_F(Coverage, OfOneLightIsSmall) {
    auto lights = std::make_shared<picture::Lights>(*makeLights(1));
    lights->looks[0].size = 2;
    auto frame = plainFrame();
    frame.lights = {{0, 1}};
    frame.filmSeconds = 1.4;
    const Drawn drawn = draw(lights, frame);
    EXPECT_EQ(lightOutside(drawn).outside, 0);
    int marked = 0;
    for (const int over : coverOf(drawn.tiles.shining)) marked += over;
    EXPECT_LT(marked, kWidth * kHeight / 8);
}

}  // namespace
}  // namespace ebbflow::paint::testing
