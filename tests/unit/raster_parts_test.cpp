// Pieces of the vectors' way: bands shared among threads, triangles side by side, the bloom's
// weights, words between pixels.

#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <numeric>
#include <random>
#include <vector>

#include "raster/bloom.hpp"
#include "raster/crew.hpp"
#include "raster/exposure.hpp"
#include "raster/image_levels.hpp"
#include "raster/overlay_kernels.hpp"
#include "raster/overlay_raster.hpp"

namespace ebbflow::raster {
namespace {

TEST(Crews, DoEveryPieceOnce) {
    for (const unsigned hands : {1U, 2U, 5U}) {
        Crew crew(hands);
        EXPECT_EQ(crew.hands(), hands);
        for (const int count : {0, 1, 2, 100}) {
            std::vector<std::atomic<int>> done(static_cast<std::size_t>(count));
            crew.share(count, [&](int i) { ++done[static_cast<std::size_t>(i)]; });
            for (const auto& times : done) EXPECT_EQ(times, 1);
        }
    }
}

TEST(Crews, EndWithoutWork) {
    for (int i = 0; i < 20; ++i) const Crew crew(4);
}

Pixels blank(int width, int height) {
    Pixels picture;
    picture.resize(width, height, false);
    return picture;
}

TEST(Triangles, SideBySideTouchEveryPixelOnce) {
    constexpr int kSide = 96;
    std::mt19937 random(7);
    std::uniform_real_distribution<float> anywhere(1, kSide - 1);
    for (int round = 0; round < 50; ++round) {
        // A fan round a point inside, over the whole picture and beyond.
        const glm::vec2 middle(anywhere(random), anywhere(random));
        std::vector<glm::vec2> rim{{-5, -5}};
        for (const glm::vec2 corner : {glm::vec2(kSide + 5, -5), glm::vec2(kSide + 5, kSide + 5),
                                       glm::vec2(-5, kSide + 5), glm::vec2(-5, -5)}) {
            const glm::vec2 from = rim.back();
            for (int i = 1; i <= 7; ++i)
                rim.push_back(from + (corner - from) * (static_cast<float>(i) / 7));
        }
        std::vector<MeshVertex> mesh;
        for (std::size_t i = 0; i + 1 < rim.size(); ++i) {
            for (const glm::vec2 at : {middle, rim[i], rim[i + 1]})
                mesh.push_back({at, {1, -1}, {1, 1, 1, 0.5F}});
        }
        Pixels picture = blank(kSide, kSide);
        for (int band = 0; band < bandsOf(kSide); ++band)
            layMesh(mesh, bandAt(band, kSide), picture);
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x)
                ASSERT_EQ(picture.row8(y)[std::ptrdiff_t{4} * x], 128) << x << ' ' << y;
        }
    }
}

TEST(Shapes, LieInTheirBandsAsInOne) {
    const std::vector<Sprite> shapes{
        boxSprite({300, 200, 900, 500}, 40, 30, 0, {0.8F, 0.5F, 0.2F, 0.9F}),
        dotSprite({800, 700}, 90, {0.2F, 0.9F, 0.3F, 0.7F})};
    Pixels whole = blank(160, 90), bands = blank(160, 90);
    for (int y = 0; y < 90; ++y) layShapes(shapes, {y, y + 1}, whole);
    for (int band = 0; band < bandsOf(90); ++band) layShapes(shapes, bandAt(band, 90), bands);
    for (int y = 0; y < 90; ++y)
        EXPECT_TRUE(std::equal(whole.row8(y), whole.row8(y) + 640, bands.row8(y))) << y;
}

/// A shadow: nothing at its edges, all of it in its middle, never less further in.
TEST(Shapes, FadeWithinTheirEdges) {
    const std::vector<Sprite> shadow{boxSprite({200, 200, 1400, 600}, 150, 0, 150, {1, 1, 1, 1})};
    Pixels picture = blank(160, 90);
    for (int band = 0; band < bandsOf(90); ++band) layShapes(shadow, bandAt(band, 90), picture);
    const int middle = 48;  // its row, from the bottom
    int before = 0;
    for (int x = 17; x <= 75; ++x) {
        const int level = picture.row8(middle)[std::ptrdiff_t{4} * x];
        EXPECT_GE(level, before) << x;
        before = level;
    }
    EXPECT_LE(picture.row8(middle)[std::ptrdiff_t{4} * 17], 4);
    EXPECT_EQ(before, 255);
}

/// Every kind of item is seen between the rows of its gap, and in no other.
TEST(Gaps, LetOnlyTheirRowsBeSeen) {
    const picture::Gap gap = picture::Rows{300, 600};  // 25 to 50 of 90
    const core::Colour white{1, 1, 1, 1};
    auto all = std::make_shared<core::Image>();
    all->width = all->height = 4;
    all->rgba.assign(64, 255);
    picture::ImageItem image{all, {0, 0, 1920, 1080}};
    image.gap = gap;
    picture::BoxItem box{{0, 0, 1920, 1080}, white};
    box.gap = gap;
    picture::PolylineItem line{{{960, -200}, {960, 1300}}, 1600, white};
    line.gap = gap;
    picture::StripItem strip{{{0, 1080}, {1920, 1080}}, {{0, 0}, {1920, 0}}, white};
    strip.gap = gap;
    OverlayLayout layout(std::make_shared<const text::Typesetter>(text::defaultFonts()));
    Crew crew(2);
    for (const picture::OverlayItem& item :
         std::initializer_list<picture::OverlayItem>{box, strip, line, image}) {
        Pixels picture = blank(160, 90);
        TileSet touched(160, 90);
        const std::vector<picture::OverlayItem> items{item};
        layout.lay(items, touched);
        OverlayRaster().paint(layout, crew, picture);
        for (int fromTop = 0; fromTop < 90; ++fromTop) {
            const int level = picture.row8(89 - fromTop)[std::ptrdiff_t{4} * 80];
            EXPECT_EQ(level > 0, fromTop >= 25 && fromTop < 50) << fromTop << ' ' << item.index();
        }
    }
}

TEST(BloomWeights, AddUpToOne) {
    for (const int height : {45, 90, 180, 270, 540, 1080}) {
        const std::vector<float> weights = blurWeights(height);
        const float sum =
            weights[0] + 2 * std::accumulate(weights.begin() + 1, weights.end(), 0.0F);
        EXPECT_NEAR(sum, 1, 1e-6) << height;
    }
}

TEST(BloomOfOneLight, KeepsItsLightAndSpreadsItEvenly) {
    LightField lights;
    lights.resize(256, 128);
    // A whole texel of the bloom.
    for (int y = 64; y < 68; ++y) {
        for (int x = 128; x < 132; ++x) lights.row(1, y)[x] = 2;
    }
    Crew crew(2);
    TileSet shining(256, 128);
    shining.markAll();
    Bloom bloom;
    bloom.make(lights, {}, shining, crew);
    double sum = 0;
    for (int y = 0; y < bloom.light().height(); ++y) {
        for (int x = 0; x < bloom.light().width(); ++x) sum += bloom.light().row(1, y)[x];
    }
    EXPECT_NEAR(sum, 2, 1e-4);
    for (int n = 1; n < 4; ++n) {
        EXPECT_FLOAT_EQ(bloom.light().row(1, 16)[32 - n], bloom.light().row(1, 16)[32 + n]);
        EXPECT_FLOAT_EQ(bloom.light().row(1, 16 - n)[32], bloom.light().row(1, 16 + n)[32]);
    }
    EXPECT_EQ(bloom.light().row(0, 16)[32], 0);
}

TEST(Exposures, OfTheSameMomentsAreTheMoment) {
    Pixels fine;
    fine.resize(128, 64, true);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 128; ++x) {
            for (int c = 0; c < 4; ++c)
                fine.row16(y)[std::ptrdiff_t{4} * x + c] =
                    static_cast<std::uint16_t>(200 * (x / 2) + 900 * c);
        }
    }
    Crew crew(2);
    Exposure exposure;
    exposure.begin(64, 32);
    for (int i = 0; i < 4; ++i) exposure.add(fine, 2, 0.25F, crew);
    Pixels picture;
    picture.resize(64, 32, true);
    exposure.develop(65535, crew, picture);
    for (int x = 0; x < 64; ++x) {
        for (int c = 0; c < 3; ++c)
            EXPECT_NEAR(picture.row16(7)[std::ptrdiff_t{4} * x + c], 200 * x + 900 * c, 6) << x;
    }
}

TEST(ImageLevels, OfAnEvenPictureAreThatEverywhere) {
    core::Image grey(37, 21);
    grey.rgba.assign(grey.rgba.size(), 51);
    const ImageLevels levels(grey);
    for (const float level : {0.0F, 0.4F, 1.7F, 3.0F, 9.0F}) {
        for (const glm::vec2 at : {glm::vec2(0, 0), glm::vec2(0.37F, 0.9F), glm::vec2(1, 1)}) {
            const glm::vec4 colour = levels.sample(at, level);
            for (int c = 0; c < 4; ++c) EXPECT_NEAR(colour[c], 0.2, 1e-6);
        }
    }
    EXPECT_FLOAT_EQ(levels.levelFor({37, 21}), 0);
    EXPECT_FLOAT_EQ(levels.levelFor({37.0F / 4, 21.0F / 4}), 2);
}

}  // namespace
}  // namespace ebbflow::raster
