// Coverage: the same picture at every size, halo round letters, nothing cut off.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "text/halo.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::text {
namespace {

constexpr std::array<double, 3> kScales{720.0 / 1080, 1, 2};

Paragraph caption() {
    Paragraph paragraph;
    paragraph.text =
        "Moscow, Москва，莫斯科：1956年，“1390人” — all in one caption, gone by spring.";
    paragraph.language = "zh-Hans";
    paragraph.maxWidth = 700;
    paragraph.style.family = Family::sans;
    paragraph.style.lineSpacing = 1.8;  // rows of sky between the lines
    paragraph.align = Align::centre;
    return paragraph;
}

std::uint8_t at(const Raster& raster, int x, int y, int channel) {
    const int index = (y * raster.width + x) * 2 + channel;
    return raster.fillAndHalo[static_cast<std::size_t>(index)];
}

bool rowHasInk(const Raster& raster, int y) {
    for (int x = 0; x < raster.width; ++x) {
        if (at(raster, x, y, 0) > 0) return true;
    }
    return false;
}

int bandsOfInk(const Raster& raster) {
    int bands = 0;
    bool inside = false;
    for (int y = 0; y < raster.height; ++y) {
        const bool ink = rowHasInk(raster, y);
        bands += ink && !inside ? 1 : 0;
        inside = ink;
    }
    return bands;
}

struct Mass {
    double total = 0, x = 0, y = 0;
};

/// Sum of coverage, and its centre from the layout origin's pixel.
Mass massOf(const Raster& raster) {
    Mass mass;
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            const double value = at(raster, x, y, 0) / 255.0;
            mass.total += value;
            mass.x += value * (x + 0.5 + raster.originX);
            mass.y += value * (y + 0.5 + raster.originY);
        }
    }
    mass.x /= mass.total;
    mass.y /= mass.total;
    return mass;
}

class TextRaster : public testing::Test {
protected:
    Typesetter typesetter{defaultFonts()};
};

TEST_F(TextRaster, EverySizeShowsTheSameLines) {
    const int lines = typesetter.measure(caption()).lines;
    ASSERT_GE(lines, 2);
    const Mass one = massOf(typesetter.rasterise(caption(), 1));
    for (const double scale : kScales) {
        const Raster raster = typesetter.rasterise(caption(), scale);
        EXPECT_EQ(bandsOfInk(raster), lines) << scale;
        const Mass mass = massOf(raster);
        EXPECT_NEAR(mass.x / scale, one.x, 0.1) << scale;
        EXPECT_NEAR(mass.y / scale, one.y, 0.1) << scale;
        EXPECT_NEAR(mass.total / (scale * scale), one.total, 0.01 * one.total) << scale;
    }
}

TEST_F(TextRaster, InkLiesWhereMeasuredWithNothingCutOff) {
    Paragraph paragraph = caption();
    paragraph.halo = 12;
    const Measure measure = typesetter.measure(paragraph);
    for (const double scale : kScales) {
        const Raster raster = typesetter.rasterise(paragraph, scale, 0.4, 0.7);
        for (int x = 0; x < raster.width; ++x) {
            EXPECT_EQ(at(raster, x, 0, 1), 0);
            EXPECT_EQ(at(raster, x, raster.height - 1, 1), 0);
        }
        for (int y = 0; y < raster.height; ++y) {
            EXPECT_EQ(at(raster, 0, y, 1), 0);
            EXPECT_EQ(at(raster, raster.width - 1, y, 1), 0);
        }
        EXPECT_LT(raster.originX, measure.inkLeft * scale);
        EXPECT_GT(raster.originX + raster.width, measure.inkRight * scale);
    }
}

TEST_F(TextRaster, HaloHoldsTheLettersAndReachesBeyondThem) {
    Paragraph paragraph = caption();
    paragraph.halo = 10;
    for (const double scale : kScales) {
        const Raster raster = typesetter.rasterise(paragraph, scale);
        int beyond = 0;
        for (std::size_t i = 0; i < raster.fillAndHalo.size(); i += 2) {
            EXPECT_GE(raster.fillAndHalo[i + 1], raster.fillAndHalo[i]);
            beyond += raster.fillAndHalo[i] == 0 && raster.fillAndHalo[i + 1] > 60 ? 1 : 0;
        }
        EXPECT_GT(beyond, 3000 * scale * scale);
    }
}

TEST_F(TextRaster, WithoutHaloTheChannelsAreEqual) {
    const Raster raster = typesetter.rasterise(caption(), 1);
    EXPECT_EQ(std::ranges::max(raster.fillAndHalo), 255) << "something is written";
    for (std::size_t i = 0; i < raster.fillAndHalo.size(); i += 2) {
        ASSERT_EQ(raster.fillAndHalo[i], raster.fillAndHalo[i + 1]);
    }
}

TEST_F(TextRaster, TextMovesByPartsOfAPixelAndAWholePixelChangesNothingElse) {
    Paragraph paragraph = caption();
    paragraph.text = "Жo国";
    const Raster still = typesetter.rasterise(paragraph, 1);
    const Raster right = typesetter.rasterise(paragraph, 1, 0.5, 0);
    const Raster down = typesetter.rasterise(paragraph, 1, 0, 0.25);
    const Raster whole = typesetter.rasterise(paragraph, 1, 1, 1);
    EXPECT_NEAR(massOf(right).x - massOf(still).x, 0.5, 0.02);
    EXPECT_NEAR(massOf(down).y - massOf(still).y, 0.25, 1 / 15.0);  // cairo has 15 rows a pixel
    EXPECT_EQ(whole.originX, still.originX + 1);
    EXPECT_EQ(whole.originY, still.originY + 1);
    EXPECT_EQ(whole.fillAndHalo, still.fillAndHalo);
}

TEST_F(TextRaster, NoInkGivesNoPixels) {
    Paragraph paragraph;
    paragraph.text = "  \n ";
    paragraph.halo = 8;
    const Raster raster = typesetter.rasterise(paragraph, 1);
    EXPECT_EQ(raster.width, 0);
    EXPECT_TRUE(raster.fillAndHalo.empty());
}

TEST(TextHalo, ADotBecomesARoundSpotThatFadesOutward) {
    constexpr double kRadius = 7.3;
    const int reach = haloReach(kRadius);
    const int side = 2 * reach + 5;
    const auto index = [&](int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
               static_cast<std::size_t>(x);
    };
    std::vector<std::uint8_t> letters(index(0, side), 0);
    const int middle = side / 2;
    for (int y = middle - 2; y <= middle + 2; ++y) {
        for (int x = middle - 2; x <= middle + 2; ++x) letters[index(x, y)] = 255;
    }
    const auto halo = haloOf(letters, side, side, kRadius);
    for (int i = 3; i < middle; ++i) {
        EXPECT_LE(halo[index(middle + i, middle)], halo[index(middle + i - 1, middle)]);
        EXPECT_EQ(halo[index(middle + i, middle)], halo[index(middle - i, middle)]);
        EXPECT_EQ(halo[index(middle + i, middle)], halo[index(middle, middle + i)]);
    }
    EXPECT_EQ(halo[index(0, 0)], 0);
}

TEST(TextHalo, AWideGroundStaysSolid) {
    constexpr int kSide = 90;
    const std::vector<std::uint8_t> solid(std::size_t{kSide} * kSide, 255);
    const auto halo = haloOf(solid, kSide, kSide, 6);
    EXPECT_EQ(halo, solid);
}

}  // namespace
}  // namespace ebbflow::text
